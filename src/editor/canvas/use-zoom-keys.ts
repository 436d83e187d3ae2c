'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { useEditorStore } from '../store/context'
import { stepZoom } from './step-zoom'
import { useSteadyZoom } from './use-steady-zoom'
import { wheelZoom } from './zoom'

const KEYS: Readonly<Record<string, 1 | -1 | 'fit'>> = { 0: 'fit', '+': 1, '=': 1, '-': -1, _: -1 }

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
  const pointer = useSteadyZoom(pane, scale)

  useEffect(() => {
    const element = pane.current
    if (!element) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      const zoom = KEYS[event.key]
      if (zoom === undefined) return
      event.preventDefault()
      if (zoom === 'fit') store.setState({ zoom })
      else stepZoom(store, zoom, now.current)
    }
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      pointer.current = event
      store.setState({ zoom: wheelZoom(now.current, event.deltaY) })
    }
    window.addEventListener('keydown', onKeyDown)
    // Not passive: it keeps the browser from zooming.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      element.removeEventListener('wheel', onWheel)
    }
  }, [store, pane, pointer])
}
