'use client'

import { type PointerEvent, useEffect, useRef } from 'react'
import { useEditorStore } from '../store/context'
import { findBlockAt } from './find-block-at'

/**
 * Keeps the store told of the block under the pointer, at most once a frame and only when it is
 * another one. A pen that hovers is told apart too: from then on it drags, instead of scrolling.
 */
export function useHover() {
  const store = useEditorStore()
  const frame = useRef(0)
  useEffect(() => () => cancelAnimationFrame(frame.current), [])

  const hover = (hoveredId: string | null) => {
    if (store.getState().hoveredId !== hoveredId) store.setState({ hoveredId })
  }

  function onPointerMove({ pointerType, clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) {
    currentTarget.style.touchAction = pointerType === 'pen' ? 'none' : ''
    if (pointerType === 'touch') return
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      const { layout, page, drag } = store.getState()
      const point = store.canvas.current?.toCanvas(clientX, clientY)
      if (!drag) hover(point && layout ? findBlockAt(layout, page, point) : null)
    })
  }

  function onPointerLeave({ currentTarget }: PointerEvent<HTMLElement>) {
    cancelAnimationFrame(frame.current)
    currentTarget.style.touchAction = ''
    hover(null)
  }
  return { onPointerMove, onPointerLeave }
}
