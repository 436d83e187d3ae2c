import type { EditorStore } from '../store/editor-store'
import { nextZoom } from './zoom'

/** Shows the phone one step larger or smaller than `scale`, which is how large it is shown now. */
export function stepZoom(store: EditorStore, by: 1 | -1, scale = shownScale(store)): void {
  store.setState({ zoom: nextZoom(scale, by) })
}

function shownScale(store: EditorStore): number {
  const { zoom } = store.getState()
  // What fits can be any size, which the canvas knows.
  return zoom === 'fit' ? (store.canvas.current?.scale() ?? 1) : zoom
}
