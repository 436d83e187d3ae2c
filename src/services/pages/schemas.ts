import { z } from 'zod'
import { Id, plainText, Revision, Slug } from '@/schemas/primitives'
import { ListInput } from '../paging'

export const CreatePage = z.object({ title: plainText(60, 1), slug: Slug, campaignId: Id.optional() })
export const GetPage = z.object({ id: Id })
/** The definition is checked by `validatePage`, which says where each problem is. */
export const SavePage = z.object({ id: Id, revision: Revision, definition: z.unknown() })
export const PublishPage = z.object({ id: Id, revision: Revision })
export const ListPages = ListInput
