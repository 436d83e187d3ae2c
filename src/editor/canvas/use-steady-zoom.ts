'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useEditorStore } from '../store/context'
import type { CanvasPort } from '../store/editor-store'
import type { Point } from './layout-index'

/** On the screen, px of the window. */
interface Spot {
  clientX: number
  clientY: number
}

/**
 * Keeps what is looked at where it is while the zoom changes: the point of the page under the
 * pointer that is put into the answer beforehand, or else the middle of what is seen of the phone.
 * `pane` is what scrolls a phone that is wider than there is room.
 */
export function useSteadyZoom(
  pane: RefObject<HTMLElement | null>,
  scale: number,
): RefObject<Spot | undefined> {
  const store = useEditorStore()
  const pointer = useRef<Spot>(undefined)
  const held = useRef<{ spot: Spot; on: Point }>(undefined)

  // The store tells before anything is drawn at the new size.
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.zoom === before.zoom) return
        const { current: canvas } = store.canvas
        const spot = pointer.current ?? (canvas && pane.current && middleOfSeen(canvas, pane.current))
        pointer.current = undefined
        held.current = canvas && spot ? { spot, on: canvas.pointAt(spot.clientX, spot.clientY) } : undefined
      }),
    [store, pane],
  )

  useLayoutEffect(() => {
    const { current: canvas } = store.canvas
    const { current: was } = held
    held.current = undefined
    if (!canvas || !was || !pane.current) return
    const now = canvas.pointAt(was.spot.clientX, was.spot.clientY)
    canvas.scrollBy((was.on.y - now.y) * scale)
    pane.current.scrollLeft += (was.on.x - now.x) * scale
  }, [store, pane, scale])

  return pointer
}

/** The middle of what is seen of the phone, which the pane may cut off at its sides. */
function middleOfSeen(canvas: CanvasPort, pane: HTMLElement): Spot {
  const phone = canvas.bounds()
  const room = pane.getBoundingClientRect()
  const left = Math.max(phone.left, room.left)
  const right = Math.min(phone.right, room.right)
  return { clientX: (left + right) / 2, clientY: (phone.top + Math.min(phone.bottom, room.bottom)) / 2 }
}
