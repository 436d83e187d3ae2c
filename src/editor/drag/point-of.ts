/** What tells where a mouse, pen or finger is; a finger's pointer events end when it scrolls. */
export const POINTER_MOVES = ['pointermove', 'touchmove'] as const

/** Where a mouse, pointer or touch event happened in the window; undefined for other events. */
export function pointOf(event: Event): { clientX: number; clientY: number } | undefined {
  if (event instanceof MouseEvent) return { clientX: event.clientX, clientY: event.clientY }
  if (typeof TouchEvent !== 'undefined' && event instanceof TouchEvent) {
    const touch = event.touches[0] ?? event.changedTouches[0]
    return touch && { clientX: touch.clientX, clientY: touch.clientY }
  }
  return undefined
}
