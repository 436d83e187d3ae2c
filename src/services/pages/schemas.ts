import { z } from 'zod'
import { WidgetType } from '@/schemas/page'
import { Id, ImageUrl, plainText, Revision, Slug } from '@/schemas/primitives'
import { ListInput, PAGE_SIZE } from '../paging'

export const CreatePage = z.object({ title: plainText(60, 1), slug: Slug, campaignId: Id.optional() })
export const GetPage = z.object({ id: Id })
/** The definition is checked by `validatePage`, which says where each problem is. */
export const SavePage = z.object({
  id: Id,
  revision: Revision,
  definition: z.unknown(),
  /** Keeps what is replaced as a version: an older one is put back, or two people's work clashed. */
  keep: z.enum(['restore', 'conflict']).optional(),
})
export const ListVersions = z.object({
  id: Id,
  /** Only those of earlier revisions. */
  before: Revision.optional(),
  limit: z.int().min(1).max(100).default(PAGE_SIZE),
})
export const GetVersion = z.object({ id: Id, versionId: Id })
export const NameVersion = z.union([
  z.strictObject({ id: Id, versionId: Id, name: plainText(40, 1) }),
  z.strictObject({ id: Id, revision: Revision, name: plainText(40, 1) }),
])
export const PublishPage = z.object({ id: Id, revision: Revision })
export const ListPages = ListInput

/** Also what is no link yet, while it is typed. */
export const CheckSlug = z.object({ id: Id, slug: z.string().max(200) })
export const ChangeSlug = z.object({ id: Id, slug: Slug })

/** Links that lead out of the shop, to be followed once each. */
export const ReachLinks = z.object({ addresses: z.array(z.string().max(2_048)).max(50) })

/** What the checks ask about; each list as long as the checks make it. */
export const PageFacts = z.object({
  id: Id,
  locale: z.enum(['zh-CN', 'en']),
  toolIds: z.array(Id).max(500),
  slugs: z.array(z.string().max(200)).max(500),
  images: z.array(ImageUrl).max(500),
  types: z.array(WidgetType).max(500),
})
