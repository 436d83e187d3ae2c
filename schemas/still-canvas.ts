import type { CanvasSource } from './canvas'
import type { Block, BlockId } from './page'
import type { PagePreview } from './page-preview'

type StillPage = Pick<PagePreview, 'root' | 'theme' | 'locale' | 'look'> & {
  blocks: Readonly<Record<BlockId, Block>>
}

interface StillWorld {
  /** By the block; left out, no tool has answered. */
  readTool?: (id: BlockId) => unknown
  /** Blocks whose conditions do not hold; left out, all of them do. */
  unmet?: readonly BlockId[]
  aheadMs?: number
}

/** Nothing changes: there is nothing to listen for. */
const never = () => () => {}

/** A page as members see it that nobody edits, for the canvas to draw. */
export function stillCanvas(page: StillPage, world: StillWorld = {}): CanvasSource {
  const { root, theme, locale, look, blocks } = page
  const { readTool = () => undefined, unmet = [], aheadMs = 0 } = world
  return {
    readPage: () => ({ root, theme, locale, look, isPreview: true }),
    onPageChange: never,
    readBlock: (id) => (Object.hasOwn(blocks, id) ? blocks[id] : undefined),
    onBlockChange: never,
    readTool,
    onToolChange: never,
    isMet: (id) => !unmet.includes(id),
    onFactsChange: never,
    now: () => Date.now() + aheadMs,
    situation: () => 'usual',
  }
}
