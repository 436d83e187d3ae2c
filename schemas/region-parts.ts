/*
 * Regions of a picture are kept in parts per ten thousand of its width and height, so that they
 * fit every width it is shown at. Apart from region.ts because views must not load zod.
 */

/** The whole width, or the whole height. */
export const REGION_FULL = 10_000
/** The width of the phone that sizes are judged by, px. */
export const PHONE_WIDTH_PX = 375
/** What a thumb hits without aiming, px. */
export const COMFORTABLE_TAP_PX = 44

/** A rectangle in parts per ten thousand of its picture. */
export interface Parts {
  x: number
  y: number
  w: number
  h: number
}

/** How large a rectangle is on a common phone, px; `ratio` is the picture's height by its width. */
export function sizeOnPhone({ w, h }: Parts, ratio: number): { width: number; height: number } {
  const unit = PHONE_WIDTH_PX / REGION_FULL
  return { width: Math.round(w * unit), height: Math.round(h * unit * ratio) }
}

/** Whether a rectangle is too small to be tapped without aiming. */
export function isHardToTap(parts: Parts, ratio: number): boolean {
  const { width, height } = sizeOnPhone(parts, ratio)
  return width < COMFORTABLE_TAP_PX || height < COMFORTABLE_TAP_PX
}

/** Whether two rectangles share more than an edge. */
export function overlap(a: Parts, b: Parts): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
