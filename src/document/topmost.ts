import type { BlockId, PageDefinition } from '../../schemas/page'
import { ancestorsOf } from './parents'
import { walkPage } from './walk'

/** Of these blocks those that no other of them holds, in document order. Unknown ones are left out. */
export function topmostOf(page: PageDefinition, ids: readonly BlockId[]): BlockId[] {
  const wanted = new Set(ids)
  const topmost = new Set(
    [...wanted].filter((id) => !ancestorsOf(page, id).some((holder) => wanted.has(holder))),
  )
  const found: BlockId[] = []
  // One block needs no order, and a walk costs the whole page.
  if (topmost.size === 1) return [...topmost].filter((id) => Object.hasOwn(page.blocks, id))
  for (const { block } of walkPage(page)) if (topmost.has(block.id)) found.push(block.id)
  return found
}
