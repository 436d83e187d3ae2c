'use client'

import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { useEditorStore } from '../store/context'
import { indexLayout } from './layout-index'

/** Keeps a block that is scrolled to this far from the edge, px. */
const SCROLL_MARGIN_PX = 24

/**
 * Lets the rest of the editor ask where a pointer is on the page, and scroll it. `scroller` lies
 * over the phone and is scrolled in its place; `scale` is how large the phone is shown.
 */
export function useCanvasPort(
  scroller: RefObject<HTMLElement | null>,
  frame: RefObject<HTMLIFrameElement | null>,
  scale: number,
): void {
  const store = useEditorStore()

  // Before anything is painted: the zoom is held steady by what the canvas answers at its new size.
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const pointAt = (clientX: number, clientY: number) => {
      const { left, top } = element.getBoundingClientRect()
      return { x: (clientX - left) / scale, y: (clientY - top) / scale + element.scrollTop }
    }
    store.canvas.current = {
      pointAt,
      bounds: () => element.getBoundingClientRect(),
      width: () => element.clientWidth,
      scale: () => scale,
      toCanvas: (clientX, clientY) => {
        const { left, right, top, bottom } = element.getBoundingClientRect()
        const isInside = clientX >= left && clientX < right && clientY >= top && clientY < bottom
        return isInside ? pointAt(clientX, clientY) : null
      },
      scrollIntoView: (id) => {
        const { layout } = store.getState()
        const rect = layout && indexLayout(layout).block(id)
        if (!rect) return
        const { scrollTop, clientHeight } = element
        const isSeen =
          rect.y >= scrollTop && rect.y + Math.min(rect.height, clientHeight) <= scrollTop + clientHeight
        if (!isSeen) element.scrollTo(0, Math.max(0, rect.y - SCROLL_MARGIN_PX))
      },
      scrollBy: (px) => {
        const before = element.scrollTop
        element.scrollTop = before + px / scale
        return element.scrollTop !== before
      },
    }
    return () => {
      store.canvas.current = undefined
    }
  }, [store, scroller, scale])

  useEffect(() => {
    // The canvas may have been scrolled while the page was tried out.
    scroller.current?.scrollTo({ top: frame.current?.contentWindow?.scrollY ?? 0 })
  }, [scroller, frame])
}
