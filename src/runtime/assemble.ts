import type { BlockId } from '@/schemas/page'
import type { PageDataBlock } from '@/schemas/phone'
import { isOn } from '@/src/document'
import type { BoundEvent } from '@/widgets/kit/bound-events'
import type { PageFragments } from './page-fragments'

export interface Assembled {
  /** The blocks that are on now, in their places. */
  html: string
  /** The interactive ones among them. */
  islands: Record<BlockId, PageDataBlock>
  /** What the events of those that are on do. */
  bound: Record<BlockId, readonly BoundEvent[]>
}

const NONE: ReadonlySet<BlockId> = new Set()

/**
 * Joins the fragments that are on at `at` (ms since the epoch), but for those of `unmet`, whose
 * conditions do not hold. Iterative, so depth cannot exhaust the stack, and a block is placed once
 * even where a document never checked would name it twice.
 */
export function assemble(
  { definition, fragments }: PageFragments,
  at: number,
  unmet: ReadonlySet<BlockId> = NONE,
): Assembled {
  const islands: Assembled['islands'] = {}
  const bound: Assembled['bound'] = {}
  const placed = new Set<BlockId>()
  let html = ''
  const todo: ({ id: BlockId } | { text: string })[] = definition.root.map((id) => ({ id })).reverse()
  for (let next = todo.pop(); next; next = todo.pop()) {
    if ('text' in next) {
      html += next.text
      continue
    }
    const block = Object.hasOwn(definition.blocks, next.id) ? definition.blocks[next.id] : undefined
    const fragment = fragments.get(next.id)
    if (!block || !fragment || placed.has(block.id) || !isOn(block, at)) continue
    if (unmet.has(block.id)) continue
    placed.add(block.id)
    if (fragment.bound) bound[block.id] = fragment.bound
    if (fragment.island) islands[block.id] = fragment.island

    const pieces: typeof todo = []
    fragment.html.forEach((text, i) => {
      pieces.push({ text })
      const slot = fragment.slots[i]
      for (const id of (slot && block.slots?.[slot]) || []) pieces.push({ id })
    })
    todo.push(...pieces.reverse())
  }
  return { html, islands, bound }
}
