/** Near the canvas's upper and lower edge, within this many px, a drag scrolls it. */
const ZONE_PX = 56
/** A drag that strays this far to the side still scrolls, px. */
const ASIDE_PX = 96
/** How fast, px a second: at the zone's beginning and at the edge. */
const SLOW = 240
const FAST = 1_100

interface Bounds {
  left: number
  right: number
  top: number
  bottom: number
}

/** How fast the canvas scrolls under a pointer that drags, px a second; up is negative. */
export function scrollSpeed(
  bounds: Bounds,
  { clientX, clientY }: { clientX: number; clientY: number },
): number {
  if (clientX < bounds.left - ASIDE_PX || clientX > bounds.right + ASIDE_PX) return 0
  // A canvas too low for two zones keeps a place in its middle where a drag can rest.
  const zone = Math.min(ZONE_PX, (bounds.bottom - bounds.top) / 4)
  const above = (bounds.top + zone - clientY) / zone
  const below = (clientY - (bounds.bottom - zone)) / zone
  const depth = Math.min(1, Math.max(above, below))
  if (depth <= 0) return 0
  const speed = SLOW + (FAST - SLOW) * depth
  return above > below ? -speed : speed
}
