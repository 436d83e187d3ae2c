import type { BlockId } from '@/schemas/page'

/** The handle by which all rows of the layers are dragged: one, however many rows there are. */
export const LAYERS_DRAG_ID = 'layers'

/** The block whose row was pressed; undefined when the press was elsewhere. */
export function layerPressed({ target }: Event): BlockId | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-layer]') : null
  return row?.dataset.layer
}
