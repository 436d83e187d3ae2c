import type { BlockId } from '@/schemas/page'
import { indexLayout } from '../canvas/layout-index'
import type { EditorStore } from './editor-store'

/** A block that the canvas has not drawn by then is not going to be. */
const PATIENCE_MS = 1_000

/** Scrolls the canvas to a block, as soon as it has been drawn and measured. */
export function revealBlock(store: EditorStore, id: BlockId): void {
  const isMeasured = () => {
    const { layout } = store.getState()
    return layout !== undefined && indexLayout(layout).block(id) !== undefined
  }
  const scroll = () => store.canvas.current?.scrollIntoView(id)
  if (isMeasured()) {
    scroll()
    return
  }
  const stop = store.subscribe(() => {
    if (!isMeasured()) return
    end()
    scroll()
  })
  const timer = setTimeout(() => end(), PATIENCE_MS)
  function end() {
    stop()
    clearTimeout(timer)
  }
}
