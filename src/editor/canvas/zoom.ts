/** How large the phone may be shown: 1 is life-size. */
export const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const
const MIN_ZOOM = ZOOMS[0]
const MAX_ZOOM = ZOOMS[ZOOMS.length - 1] ?? 2
/** What `fit` may come to in a very narrow window. */
const MIN_FIT = 0.2
/** One notch of a mouse wheel, as browsers report it with Ctrl held, px. */
const WHEEL_NOTCH_PX = 100
const ZOOM_PER_NOTCH = 1.1

/** How large the phone is shown; `roomWidth` and `deviceWidth` in px of the screen and of the phone. */
export function scaleOf(zoom: number | 'fit', roomWidth: number, deviceWidth: number): number {
  if (zoom !== 'fit') return zoom
  return Math.min(1, Math.max(MIN_FIT, roomWidth / deviceWidth))
}

/** The next larger or smaller of `ZOOMS`. */
export function nextZoom(scale: number, by: 1 | -1): number {
  // A hair more, so that what was rounded is not taken for a step of its own.
  const next =
    by > 0 ? ZOOMS.find((zoom) => zoom > scale * 1.01) : ZOOMS.findLast((zoom) => zoom < scale * 0.99)
  return next ?? (by > 0 ? MAX_ZOOM : MIN_ZOOM)
}

/** The zoom after the wheel, or two fingers, moved by `deltaY`. */
export function wheelZoom(scale: number, deltaY: number): number {
  const zoomed = scale * ZOOM_PER_NOTCH ** (-deltaY / WHEEL_NOTCH_PX)
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, Math.round(zoomed * 100) / 100))
}
