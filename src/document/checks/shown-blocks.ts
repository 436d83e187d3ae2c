import type { Block, BlockId, PageDefinition } from '../../../schemas/page'
import { groundOf } from '../../../schemas/theme'
import { walkPage } from '../walk'
import type { Looked } from './look-at-block'

/** A block that members may see, what was found of it, and what it stands in. */
export interface ShownBlock {
  block: Block
  looked: Looked
  /** The colour behind it. */
  ground: string
  /** When it is shown, ms: its own schedule within those of all that holds it. */
  from: number
  until: number
}

/** In document order, those that members may see. */
export function shownBlocks(page: PageDefinition, lookAt: (block: Block) => Looked): ShownBlock[] {
  const pageGround = page.settings.background ?? groundOf(page.theme, page.settings.tokens).page
  const around = new Map<BlockId, ShownBlock>()
  const hidden = new Set<BlockId>()
  for (const { block, parent } of walkPage(page)) {
    if (block.hidden || (parent !== null && hidden.has(parent))) {
      hidden.add(block.id)
      continue
    }
    const holder = parent === null ? undefined : around.get(parent)
    const { from, until } = block.schedule ?? {}
    around.set(block.id, {
      block,
      looked: lookAt(block),
      ground: block.style?.background ?? holder?.ground ?? pageGround,
      from: Math.max(
        holder?.from ?? Number.NEGATIVE_INFINITY,
        from ? Date.parse(from) : Number.NEGATIVE_INFINITY,
      ),
      until: Math.min(
        holder?.until ?? Number.POSITIVE_INFINITY,
        until ? Date.parse(until) : Number.POSITIVE_INFINITY,
      ),
    })
  }
  return [...around.values()]
}
