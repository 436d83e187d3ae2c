/** The layer over the canvas: the only droppable, and the handle of every block on it. */
export const CANVAS_DRAG_ID = 'canvas'
