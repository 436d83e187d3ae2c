import type { PageAnchor } from '@/components/fields/types'
import type { Block, BlockId, PageDefinition } from '@/schemas/page'
import { type Definitions, walkPage } from '@/src/document'
import { blockSummary } from '../layers/block-summary'

/**
 * Every block a link of block `from` may lead to, in document order, called so that each can be
 * told from the others: by its own name, or by its kind and its first words.
 */
export function pageAnchors(
  page: PageDefinition,
  definitions: Definitions,
  blockName: (block: Block) => string,
  from: BlockId,
): PageAnchor[] {
  const counts = new Map<string, number>()
  const anchors: PageAnchor[] = []
  for (const { block } of walkPage(page)) {
    const summary = block.name ? '' : blockSummary(definitions, block)
    const name = summary ? `${blockName(block)} · ${summary}` : blockName(block)
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    if (block.id !== from) anchors.push({ id: block.id, name: count > 1 ? `${name} (${count})` : name })
  }
  return anchors
}

/** The same list as before when it says the same: a form is not drawn again for nothing. */
export function keepSame(before: readonly PageAnchor[], now: readonly PageAnchor[]): readonly PageAnchor[] {
  const isSame =
    before.length === now.length &&
    now.every(({ id, name }, i) => before[i]?.id === id && before[i]?.name === name)
  return isSame ? before : now
}
