import type { Block, BlockId, ThemeName } from './page'

/*
 * The contract between the editor and its canvas, the same-origin iframe that runs the phone's
 * own views. Both sides hold it in types only; nothing is serialised between them.
 */

/** What the canvas reads of the page besides its blocks. */
export interface CanvasPage {
  root: readonly BlockId[]
  theme: ThemeName
  locale: 'zh-CN' | 'en'
  background: string | undefined
  /** Shows the page as members see it: no hints, nothing that is hidden. */
  isPreview?: boolean
}

/** What the editor offers the canvas: records to read, and a call when one has changed. */
export interface CanvasSource {
  readPage: () => CanvasPage
  onPageChange: (changed: () => void) => () => void
  readBlock: (id: BlockId) => Block | undefined
  onBlockChange: (id: BlockId, changed: () => void) => () => void
  /** The tool's state as anybody may see it now; undefined while it loads or none is bound. */
  readTool: (id: BlockId) => unknown
  onToolChange: (id: BlockId, changed: () => void) => () => void
  /** The server's clock, ms since the epoch. */
  now: () => number
}

/** A rectangle in the canvas document's CSS px, from the top of the document, not the window. */
export interface CanvasRect {
  x: number
  y: number
  width: number
  height: number
}

export interface CanvasBlockRect extends CanvasRect {
  id: BlockId
}

export interface CanvasSlotRect extends CanvasRect {
  blockId: BlockId
  slot: string
}

export interface CanvasLayout {
  height: number
  /** In document order. Blocks are the elements with `data-block`, slots those with `data-slot`. */
  blocks: CanvasBlockRect[]
  slots: CanvasSlotRect[]
}

export interface CanvasHandle {
  /** Reads every rectangle at once; cache it until `onLayout` says it moved. */
  measure: () => CanvasLayout
  onLayout: (changed: () => void) => () => void
  unmount: () => void
}

/** What the canvas document puts on its window once its script has run. */
export interface CanvasWindow {
  zigguratCanvas?: { mount: (source: CanvasSource) => CanvasHandle }
}
