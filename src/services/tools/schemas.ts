import { z } from 'zod'
import { LinkParams } from '@/schemas/link-params'
import { WidgetType } from '@/schemas/page'
import { Id, plainText, Revision } from '@/schemas/primitives'
import { MOST_FRIENDS, MOST_TAPS } from '@/schemas/try-out'
import { Viewpoint } from '@/schemas/viewpoint'
import { LUCKS } from '@/schemas/viewpoint-parts'
import { ListInput } from '../paging'

const Name = plainText(40, 1)
/** Checked by the tool's own schema once its type is known. */
const Config = z.record(z.string().max(64), z.json())

export const CreateTool = z.object({ campaignId: Id, type: WidgetType, name: Name, config: Config })
export const UpdateTool = z.object({ id: Id, revision: Revision, name: Name, config: Config })
export const GetTool = z.object({ id: Id })
export const PreviewTools = z.object({ ids: z.array(Id).max(100), as: Viewpoint.optional() })

const Who = z.int().min(0).max(MOST_FRIENDS)
/** The last one is new and has no seed yet; the others are played again. */
const TriedTaps = z
  .array(
    z.strictObject({
      on: z.string().max(64),
      action: z.string().max(31),
      /** Checked by the action's own schema. */
      input: z.json(),
      who: Who,
      luck: z.enum(LUCKS),
      seed: z
        .string()
        .regex(/^[0-9a-f]{32}$/)
        .refine((seed) => /[^0]/.test(seed), { error: 'not_a_seed' })
        .optional(),
    }),
  )
  .max(MOST_TAPS)

/** What a preview is asked with: who looks, by which link, after which taps. */
export const TryOutInput = z.object({ as: Viewpoint, taps: TriedTaps, who: Who, params: LinkParams })
export const TryTools = TryOutInput.extend({ ids: z.array(Id).max(100) })
export const ListTools = ListInput.extend({ campaignId: Id.optional(), type: WidgetType.optional() })
