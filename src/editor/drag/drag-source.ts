import type { Place } from '@/src/document'
import type { ChangeResult } from '../store/change'

/** What a draggable outside the canvas carries as its data: something new to put on the page. */
export interface DragSource {
  /** The widgets of the outermost blocks, without repetitions: a place must take all of them. */
  types: readonly string[]
  /** What it is called on the card at the pointer; its widget's name when left out. */
  label?: string
  /** Puts it there, as one step. */
  drop: (at: Place) => ChangeResult | undefined
}
