'use client'

import { type RefObject, useCallback, useEffect, useState } from 'react'

/** Every row is this high. */
export const ROW_PX = 32
/** Rows drawn above and below those in sight, so that scrolling meets no gap. */
const SPARE_ROWS = 8

/** Which of `count` rows to draw: `first` up to, and without, `last`. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number) {
  const [view, setView] = useState({ top: 0, height: 640 })

  const onScroll = useCallback(() => {
    const element = scroller.current
    if (!element) return
    // By whole rows: nothing is to be drawn anew within one.
    const top = Math.floor(element.scrollTop / ROW_PX) * ROW_PX
    const height = element.clientHeight
    setView((now) => (now.top === top && now.height === height ? now : { top, height }))
  }, [scroller])

  // Also when the first row appears, or the window changes its size.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scroller is there only while there are rows.
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(onScroll)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, onScroll, count === 0])

  /** Scrolls as little as brings a row in sight. */
  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current
      if (!element) return
      const top = index * ROW_PX
      if (top < element.scrollTop) element.scrollTop = top
      else if (top + ROW_PX > element.scrollTop + element.clientHeight) {
        element.scrollTop = top + ROW_PX - element.clientHeight
      }
    },
    [scroller],
  )

  return {
    first: Math.max(0, Math.floor(view.top / ROW_PX) - SPARE_ROWS),
    last: Math.min(count, Math.ceil((view.top + view.height) / ROW_PX) + SPARE_ROWS),
    onScroll,
    reveal,
  }
}
