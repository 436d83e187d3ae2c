import { z } from 'zod'
import { Block, BlockId } from '@/schemas/page'
import { Id, IdempotencyKey, Instant, plainText, Slug } from '@/schemas/primitives'
import { Stock } from '@/schemas/reward'
import { MAX_GROUP_BLOCKS, SAVED_TEMPLATE_KINDS } from '@/schemas/template'
import { ListInput } from '../paging'

const Name = plainText(40, 1)
const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/** One that comes with the product, by its key, or one that staff saved, by its id. */
const Which = z.union([z.strictObject({ key: Key }), z.strictObject({ id: Id })])

export const ListTemplates = ListInput.extend({
  kind: z.enum(SAVED_TEMPLATE_KINDS).optional(),
  isMine: z.boolean().default(false),
})
export const ShowTemplate = Which

/** What the blocks and pages hold is checked as any page is. */
export const SaveTemplate = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('group'),
    name: Name,
    root: z.array(BlockId).min(1).max(MAX_GROUP_BLOCKS),
    blocks: z.record(BlockId, Block),
  }),
  z.object({ kind: z.literal('page'), name: Name, page: z.unknown() }),
])
export const RenameTemplate = z.object({ id: Id, name: Name })
export const DeleteTemplate = z.object({ id: Id })

const Title = plainText(60, 1)

export const UseTemplate = z.object({
  template: Which,
  title: Title,
  slug: Slug,
  campaignId: Id.optional(),
  idempotencyKey: IdempotencyKey,
})

/** A draft campaign made for it, or one there is, which keeps its name and its window. */
const PlayCampaign = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('new'), name: Name, startsAt: Instant, endsAt: Instant }),
    z.object({ kind: z.literal('existing'), id: Id }),
  ])
  .refine((c) => c.kind === 'existing' || c.startsAt < c.endsAt, {
    error: 'window_reversed',
    path: ['endsAt'],
  })

export const UsePlay = z.object({
  key: Key,
  title: Title,
  slug: Slug,
  campaign: PlayCampaign,
  /** How many there are of rewards, by the template's own names for them; as it proposes where left out. */
  stocks: z.record(z.string().max(40), Stock).default({}),
  idempotencyKey: IdempotencyKey,
})
