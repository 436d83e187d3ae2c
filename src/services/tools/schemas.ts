import { z } from 'zod'
import { WidgetType } from '@/schemas/page'
import { Id, plainText, Revision } from '@/schemas/primitives'
import { Viewpoint } from '@/schemas/viewpoint'
import { ListInput } from '../paging'

const Name = plainText(40, 1)
/** Checked by the tool's own schema once its type is known. */
const Config = z.record(z.string().max(64), z.json())

export const CreateTool = z.object({ campaignId: Id, type: WidgetType, name: Name, config: Config })
export const UpdateTool = z.object({ id: Id, revision: Revision, name: Name, config: Config })
export const GetTool = z.object({ id: Id })
export const PreviewTools = z.object({ ids: z.array(Id).max(100), as: Viewpoint.optional() })
export const ListTools = ListInput.extend({ campaignId: Id.optional(), type: WidgetType.optional() })
