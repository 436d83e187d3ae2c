import type { Block, BlockId, PageDefinition } from '../../schemas/page'
import { blockOf } from './definitions'

/** A block and where it stands. */
export interface Visit {
  block: Block
  /** The block that holds it; null at the top of the page. */
  parent: BlockId | null
  /** The parent's slot; null at the top of the page. */
  slot: string | null
  index: number
  /** 0 at the top of the page, or at the block the walk began from. */
  depth: number
}

/**
 * Every block in document order, parents before children, slots in the order they are written.
 * Iterative, so depth cannot exhaust the stack, and each block is visited once even in a
 * document whose structure was never checked.
 */
export function* walkPage(page: PageDefinition): Generator<Visit> {
  yield* walkFrom(page, visitsOf(page, page.root, null, null, 0))
}

/** The block and all that it holds, in document order; nothing when there is no such block. */
export function* walkSubtree(page: PageDefinition, id: BlockId): Generator<Visit> {
  const block = blockOf(page, id)
  if (block) yield* walkFrom(page, [{ block, parent: null, slot: null, index: 0, depth: 0 }])
}

function* walkFrom(page: PageDefinition, first: Visit[]): Generator<Visit> {
  const seen = new Set<BlockId>()
  const stack = first.reverse()
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    if (seen.has(visit.block.id)) continue
    seen.add(visit.block.id)
    yield visit
    const { block, depth } = visit
    if (!block.slots) continue
    for (const [slot, children] of Object.entries(block.slots).reverse()) {
      stack.push(...visitsOf(page, children, block.id, slot, depth + 1).reverse())
    }
  }
}

function visitsOf(
  page: PageDefinition,
  ids: readonly BlockId[],
  parent: BlockId | null,
  slot: string | null,
  depth: number,
): Visit[] {
  const visits: Visit[] = []
  ids.forEach((id, index) => {
    const block = blockOf(page, id)
    if (block) visits.push({ block, parent, slot, index, depth })
  })
  return visits
}
