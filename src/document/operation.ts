import type { Block, BlockId, PageDefinition } from '../../schemas/page'
import type { Definitions } from './definitions'

/**
 * Where blocks go: before the block that now stands at `index` there. An index past the end
 * means the end.
 */
export type Place =
  | { parent: null; slot?: undefined; index: number }
  | { parent: BlockId; slot: string; index: number }

/** One or several subtrees cut loose from a page: `roots` stand next to each other, in order. */
export interface Fragment {
  roots: BlockId[]
  blocks: Record<BlockId, Block>
}

/** What may be changed of a block besides its props; undefined takes the property away. */
export type BlockPatch = Partial<
  Pick<Block, 'name' | 'style' | 'tool' | 'hidden' | 'locked' | 'schedule' | 'visibleWhen' | 'on'>
>

export type PagePatch = Partial<Pick<PageDefinition, 'title' | 'theme' | 'share' | 'settings'>>

/** Everything that can be done to a page. A closed set: each has one pure function. */
export type Operation =
  | { kind: 'insert'; fragment: Fragment; at: Place }
  | { kind: 'remove'; ids: readonly BlockId[] }
  /** `to.index` counts the places as they are now, before the blocks are taken away. */
  | { kind: 'move'; ids: readonly BlockId[]; to: Place }
  /** A copy of the block and all it holds, with new ids, right after it. */
  | { kind: 'duplicate'; id: BlockId }
  /** Sets the named props and leaves the others; undefined takes a prop away. */
  | { kind: 'setProps'; id: BlockId; props: Record<string, unknown> }
  | { kind: 'setBlock'; id: BlockId; patch: BlockPatch }
  | { kind: 'setPage'; patch: PagePatch }
  /** Another document in place of this one, as one operation: a template, a version, a merge. */
  | { kind: 'replace'; page: PageDefinition }

/** An operation, or one that depends on what those before it made of the page. */
export type NextOperation = Operation | ((page: PageDefinition) => Operation)

export interface OperationContext {
  definitions: Definitions
  /** Makes ids that no block of any page has. */
  newId: () => BlockId
}
