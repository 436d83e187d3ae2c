import type { PointerEvent as ReactPointerEvent } from 'react'

interface Gesture {
  /** At most once a frame. */
  onMove: (point: { clientX: number; clientY: number }) => void
  /** `isKept` is false when Esc, or the browser, ended it. */
  onEnd: (isKept: boolean) => void
}

/** Follows a pointer from its press until it is let go, wherever it goes. The call ends it. */
export function followGesture(
  { pointerId, currentTarget }: ReactPointerEvent<Element>,
  { onMove, onEnd }: Gesture,
): () => void {
  let last: PointerEvent | undefined
  let frame = 0
  let isOver = false
  currentTarget.setPointerCapture(pointerId)

  const move = () => {
    frame = 0
    if (last) onMove(last)
  }
  const end = (isKept: boolean) => {
    if (isOver) return
    isOver = true
    // Where it was let go counts, though the frame for it has not come.
    if (isKept && frame !== 0) move()
    cancelAnimationFrame(frame)
    listening.abort()
    onEnd(isKept)
  }
  const listening = new AbortController()
  const { signal } = listening
  const isOurs = (event: PointerEvent) => event.pointerId === pointerId
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!isOurs(event)) return
      last = event
      frame ||= requestAnimationFrame(move)
    },
    { signal },
  )
  window.addEventListener('pointerup', (event) => isOurs(event) && end(true), { signal })
  window.addEventListener('pointercancel', (event) => isOurs(event) && end(false), { signal })
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      end(false)
    },
    { signal, capture: true },
  )
  return () => end(false)
}
