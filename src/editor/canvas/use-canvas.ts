'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { CanvasHandle, CanvasSource, CanvasWindow } from '@/schemas/canvas'
import type { EditorStore } from '../store/editor-store'

export type CanvasStatus = 'loading' | 'ready' | 'failed'

/** A canvas that has said nothing by then will say nothing any more. */
const PATIENCE_MS = 15_000

/**
 * Mounts the page in the canvas document once that has loaded, and keeps its rectangles in the
 * store. Everything is measured at once, and only when the canvas says that something moved.
 */
export function useCanvas(
  frame: RefObject<HTMLIFrameElement | null>,
  store: EditorStore,
  source: CanvasSource,
) {
  const [status, setStatus] = useState<CanvasStatus>('loading')
  const mounted = useRef<CanvasHandle>(undefined)

  const unmount = useCallback(() => {
    mounted.current?.unmount()
    mounted.current = undefined
    store.setState({ layout: undefined })
  }, [store])

  const onLoad = useCallback(() => {
    unmount()
    const view = frame.current?.contentWindow as (Window & CanvasWindow) | null | undefined
    if (!view?.zigguratCanvas) {
      setStatus('failed')
      return
    }
    // Through the object model, because the canvas may allow no style of others.
    view.document.documentElement.style.setProperty('scrollbar-width', 'none')
    const handle = view.zigguratCanvas.mount(source)
    mounted.current = handle
    const measure = () => store.setState({ layout: handle.measure() })
    handle.onLayout(measure)
    measure()
    setStatus('ready')
  }, [frame, store, source, unmount])

  useEffect(() => {
    const view = frame.current?.contentWindow as (Window & CanvasWindow) | null | undefined
    // It may have loaded before anybody listened.
    if (view?.zigguratCanvas && !mounted.current) onLoad()
    const timer = setTimeout(() => setStatus((now) => (now === 'loading' ? 'failed' : now)), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      unmount()
    }
  }, [frame, onLoad, unmount])

  const retry = useCallback(() => {
    setStatus('loading')
    frame.current?.contentWindow?.location.reload()
  }, [frame])

  return { status, onLoad, retry, handle: mounted }
}
