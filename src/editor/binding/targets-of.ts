import type { Block, BlockId, PageDefinition } from '@/schemas/page'
import { type Definitions, definitionOf, walkPage } from '@/src/document'

/** The blocks an action may lead to, in document order. */
export function targetsOf(
  page: PageDefinition,
  definitions: Definitions,
  target: 'popup' | 'block' | 'tool',
  from: BlockId,
): Block[] {
  const found: Block[] = []
  for (const { block } of walkPage(page)) {
    if (block.id !== from && fits(block, definitions, target)) found.push(block)
  }
  return found
}

function fits(block: Block, definitions: Definitions, target: 'popup' | 'block' | 'tool'): boolean {
  if (target === 'popup') return block.type === 'popup'
  // A popup is opened, not scrolled to.
  if (target === 'block') return block.type !== 'popup'
  return Object.keys(definitionOf(definitions, block.type)?.actions ?? {}).length > 0
}
