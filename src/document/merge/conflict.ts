import type { BlockId } from '../../../schemas/page'
import type { Parent } from '../parents'
import type { Side } from './lives'

/** What two people changed differently. The merged page has mine, unless it says otherwise. */
export type MergeConflict =
  /** One thing of a block, or of the page itself when `id` is null; `path` leads to it. */
  | { kind: 'value'; id: BlockId | null; path: string[]; mine: unknown; theirs: unknown }
  /** Where a block stands; null where that page does not have it. */
  | { kind: 'place'; id: BlockId; mine: Parent | null; theirs: Parent | null }
  /** The order of the blocks of a list. */
  | { kind: 'order'; at: Parent; mine: readonly BlockId[]; theirs: readonly BlockId[] }
  /** One took a block away, the other changed it or something in it. It is still there. */
  | { kind: 'removal'; id: BlockId; removedBy: Side }
  /** Together they would be no page, too long for one: it is mine alone. */
  | { kind: 'page' }
