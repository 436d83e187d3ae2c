import { overlap, type Parts, REGION_FULL } from './region-parts'

/*
 * A puzzle's cells are rectangles in parts per ten thousand of its width and height. Apart from zod
 * because its editor and its schema both ask here.
 */

/** Whether every cell lies within the puzzle and none lies on another. */
export function isArranged(cells: readonly Parts[]): boolean {
  const isInside = ({ x, y, w, h }: Parts) => x + w <= REGION_FULL && y + h <= REGION_FULL
  return (
    cells.every(isInside) &&
    cells.every((cell, i) => cells.slice(i + 1).every((other) => !overlap(cell, other)))
  )
}
