import type { Block, BlockId, PageDefinition } from './page'

/** What staff save: some blocks to put on other pages, or a whole page to start from. */
export const SAVED_TEMPLATE_KINDS = ['group', 'page'] as const
export type SavedTemplateKind = (typeof SAVED_TEMPLATE_KINDS)[number]

/** What comes with the product besides: a page with its tools, rewards, rules and a draft campaign. */
export const TEMPLATE_KINDS = [...SAVED_TEMPLATE_KINDS, 'play'] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

/** The occasion a template is made for. */
export const OCCASIONS = ['double-11', 'christmas', 'member-day', 'new-member', 'everyday'] as const
export type Occasion = (typeof OCCASIONS)[number]

/** A group holds at most this many blocks. */
export const MAX_GROUP_BLOCKS = 300

/** A group's blocks, as they lie in a page: `root` stand next to each other, in order. */
export interface GroupContent {
  root: BlockId[]
  blocks: Record<BlockId, Block>
}

/** What a saved template keeps: a page definition, or the blocks of a group. */
export type TemplateContent = { kind: 'page'; page: PageDefinition } | ({ kind: 'group' } & GroupContent)
