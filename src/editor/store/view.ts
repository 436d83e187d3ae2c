import type { CanvasLayout } from '@/schemas/canvas'
import type { BlockId } from '@/schemas/page'
import { PLAIN_VIEWPOINT, type Viewpoint } from '@/schemas/viewpoint-parts'
import type { Dragged, DropTarget } from '../canvas/find-drop-target'
import type { DragSource } from '../drag/drag-source'

/** Widths of phones and a tablet a page is looked at, in CSS px. */
export const DEVICE_WIDTHS = [320, 375, 390, 430, 768] as const
/** The narrowest and widest a page can be looked at, CSS px. */
export const MIN_WIDTH = 280
export const MAX_WIDTH = 1024

/** How the page is looked at: nothing of it is part of the document. */
export interface ViewSlice {
  /** Where everything stands in the canvas; undefined until it has drawn the page. */
  layout: CanvasLayout | undefined
  /** How far the canvas is scrolled, in its own CSS px. */
  scrollTop: number
  /** How wide the phone is, CSS px: one of `DEVICE_WIDTHS`, or any between the bounds. */
  deviceWidth: number
  /** How large it is shown, 1 being life-size; `fit` as large as there is room, and no larger. */
  zoom: number | 'fit'
  /** Shows what a notch and a home indicator cover, and keeps the page clear of them as a phone does. */
  hasSafeAreas: boolean
  /** The block whose text is being written on the canvas. */
  writingId: BlockId | null
  drag: Drag | undefined
  mode: 'edit' | 'preview'
  /** As whom, when and in what situation the page is shown. */
  viewpoint: Viewpoint
  /** What lies over the editor, opened by a key, a button or the command palette. */
  dialog: EditorDialog | null
}

/** `add` is the command palette, asked for something to add. */
export type EditorDialog = 'commands' | 'add' | 'shortcuts' | 'moveTo' | 'history'

/** A drag under way, and where it would end if it ended now. */
export interface Drag {
  dragged: Dragged
  /** Undefined while blocks of the page are moved. */
  source: DragSource | undefined
  target: DropTarget | null
}

export const firstView: ViewSlice = {
  layout: undefined,
  scrollTop: 0,
  deviceWidth: 390,
  zoom: 'fit',
  hasSafeAreas: false,
  writingId: null,
  drag: undefined,
  mode: 'edit',
  viewpoint: PLAIN_VIEWPOINT,
  dialog: null,
}
