'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { useEditorStore } from '../store/context'
import { nextZoom, wheelZoom } from './zoom'

/**
 * Ctrl or ⌘ with +, − and 0, and with the wheel over the canvas, zoom the phone instead of the
 * whole browser; two fingers on a touch pad are told as such a wheel.
 */
export function useZoomKeys(pane: RefObject<HTMLElement | null>, scale: number): void {
  const store = useEditorStore()
  const now = useRef(scale)
  useEffect(() => {
    now.current = scale
  }, [scale])

  useEffect(() => {
    const element = pane.current
    if (!element) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      const zoom = zoomOf(event.key, now.current)
      if (zoom === undefined) return
      event.preventDefault()
      store.setState({ zoom })
    }
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      store.setState({ zoom: wheelZoom(now.current, event.deltaY) })
    }
    window.addEventListener('keydown', onKeyDown)
    // Not passive: it keeps the browser from zooming.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      element.removeEventListener('wheel', onWheel)
    }
  }, [store, pane])
}

function zoomOf(key: string, scale: number): number | 'fit' | undefined {
  if (key === '0') return 'fit'
  if (key === '+' || key === '=') return nextZoom(scale, 1)
  return key === '-' || key === '_' ? nextZoom(scale, -1) : undefined
}
