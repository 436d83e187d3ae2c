import type { Block, BlockId, ThemeName } from './page'
import type { PageLook } from './page-look'
import type { PreviewPlay } from './preview-play'
import type { Viewpoint } from './viewpoint-parts'

/*
 * The contract between the editor and its canvas, the same-origin iframe that runs the phone's
 * own views. Both sides hold it in types only; nothing is serialised between them.
 */

/** What the canvas reads of the page besides its blocks. */
export interface CanvasPage {
  root: readonly BlockId[]
  theme: ThemeName
  locale: 'zh-CN' | 'en'
  /** What of its look is its own. */
  look: PageLook
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
  /** Whether the block's condition holds for whom the page is shown, and when. */
  isMet: (id: BlockId) => boolean
  /** Called when conditions may hold that did not, or the other way round. */
  onFactsChange: (changed: () => void) => () => void
  /** In which situation the page is shown: it decides how a tap in the preview ends. */
  situation: () => Viewpoint['situation']
  /** The clock by which the page is shown, ms since the epoch. */
  now: () => number
  /** Plays taps and events out while the page is shown as members see it; absent where it is only shown. */
  play?: PreviewPlay
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

/** What a phone's notch and home indicator cover, px. */
export interface SafeArea {
  top: number
  bottom: number
}

export interface TextWriting {
  text: string
  /** How many characters it may have. */
  max: number
  /** Whether Shift and Enter begin a new line; Enter alone ends the writing. */
  isMultiline: boolean
  /** What a screen reader calls it. */
  label: string
  /** The text as it is now; never in the middle of a word that an input method composes. */
  onText: (text: string) => void
  /** How it ended; `left` when something else took the focus. */
  onEnd: (how: 'kept' | 'takenBack' | 'left') => void
}

export interface CanvasHandle {
  /** Reads every rectangle at once; cache it until `onLayout` says it moved. */
  measure: () => CanvasLayout
  onLayout: (changed: () => void) => () => void
  /** Keeps the page clear of a notch and a home indicator, as a phone that has them does. */
  setSafeArea: (insets: SafeArea | null) => void
  /**
   * Lets somebody write a block's text where it stands; the call that is returned ends it.
   * Undefined when the block does not show that text as it is.
   */
  writeText: (id: BlockId, writing: TextWriting) => (() => void) | undefined
  unmount: () => void
}

/** What the canvas document puts on its window once its script has run. */
export interface CanvasWindow {
  zigguratCanvas?: { mount: (source: CanvasSource) => CanvasHandle }
}
