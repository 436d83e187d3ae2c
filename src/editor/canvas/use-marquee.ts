'use client'

import { type PointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { BlockId } from '@/schemas/page'
import { scrollSpeed } from '../drag/scroll-speed'
import { useEditorStore } from '../store/context'
import type { EditorStore } from '../store/editor-store'
import type { Point } from './layout-index'
import { blocksTouching, rectBetween } from './marquee'

/** A press becomes a marquee when it moves this far, px. */
const DISTANCE_PX = 4
/** Between two steps of scrolling, s. */
const FRAME_S = 1 / 60

/**
 * Selects by drawing a rectangle. `begin` starts it from a press; `box` is what is drawn. The
 * rectangle is moved without React, and the selection changes only when another block is touched.
 * `hasDrawn` says whether the press that just ended was one, and so is no click.
 */
export function useMarquee(box: RefObject<HTMLElement | null>) {
  const store = useEditorStore()
  const end = useRef<() => void>(undefined)
  const drawn = useRef(false)
  useEffect(() => () => end.current?.(), [])

  const begin = useCallback(
    (event: PointerEvent) => {
      end.current?.()
      drawn.current = false
      const stop = draw(store, box, event.nativeEvent, () => {
        drawn.current = true
      })
      end.current = stop
    },
    [store, box],
  )
  const hasDrawn = useCallback(() => drawn.current, [])
  return { begin, hasDrawn }
}

function draw(
  store: EditorStore,
  box: RefObject<HTMLElement | null>,
  pressed: globalThis.PointerEvent,
  onBegun: () => void,
): () => void {
  const before = store.getState().selectedIds
  const kept = pressed.shiftKey || pressed.metaKey || pressed.ctrlKey ? before : []
  const from = store.canvas.current?.pointAt(pressed.clientX, pressed.clientY)
  let last = pressed
  let isDrawing = false
  let frame = 0

  function update() {
    frame = 0
    const { current: canvas } = store.canvas
    if (!canvas || !from) return
    const speed = scrollSpeed(canvas.bounds(), last)
    if (speed !== 0 && canvas.scrollBy(speed * FRAME_S)) request()
    show(store, box.current, { from, to: canvas.pointAt(last.clientX, last.clientY), kept })
  }
  function request() {
    frame ||= requestAnimationFrame(update)
  }
  function onMove(event: globalThis.PointerEvent) {
    if (event.pointerId !== pressed.pointerId) return
    last = event
    const moved = Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY)
    if (!isDrawing && moved < DISTANCE_PX) return
    if (!isDrawing) onBegun()
    isDrawing = true
    request()
  }
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    store.select(before)
    stop()
  }
  function onUp() {
    if (frame !== 0) update()
    stop()
  }
  function stop() {
    cancelAnimationFrame(frame)
    if (box.current) box.current.hidden = true
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', stop)
    window.removeEventListener('keydown', onKey, true)
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onUp)
  window.addEventListener('pointercancel', stop)
  window.addEventListener('keydown', onKey, true)
  return stop
}

interface Drawn {
  from: Point
  to: Point
  /** What stays selected besides what is touched. */
  kept: readonly BlockId[]
}

function show(store: EditorStore, box: HTMLElement | null, { from, to, kept }: Drawn): void {
  const { layout, page } = store.getState()
  const rect = rectBetween(from, to)
  if (box) {
    box.hidden = false
    box.style.transform = `translate(${rect.x}px, ${rect.y}px)`
    box.style.width = `${rect.width}px`
    box.style.height = `${rect.height}px`
  }
  if (layout) store.select([...kept, ...blocksTouching(layout, page, rect)])
}
