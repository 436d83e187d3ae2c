'use client'

import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Region } from '@/schemas/region'
import { REGION_FULL } from '@/schemas/region-parts'
import { type Gesture, gestureEdit, type RegionsEdit } from './regions-edits'
import { HANDLES, type Handle, type Point } from './regions-geometry'

/** Less than this is a tap, not a drag, px. */
const SLOP_PX = 3
/** Edges nearer than this are drawn to each other, px. */
const SNAP_PX = 7

interface RegionGestureOptions {
  regions: readonly Region[]
  max: number
  isDisabled: boolean
  onSelect: (index: number | undefined) => void
  /** Told once, when the pointer is lifted after it changed something. */
  onFinish: (edit: RegionsEdit) => void
}

/**
 * Drawing, moving and resizing by mouse, finger or pen. While it goes on, the regions to show are
 * in `edit`; Esc, or the system taking the pointer away, returns to how they were.
 */
export function useRegionGesture(options: RegionGestureOptions) {
  const { regions, max, isDisabled, onSelect, onFinish } = options
  const running = useRef<{ gesture: Gesture; pointerId: number; startPx: Point }>(undefined)
  const [edit, setEdit] = useState<RegionsEdit>()
  const [isActive, setActive] = useState(false)

  function stop() {
    running.current = undefined
    setEdit(undefined)
    setActive(false)
  }

  useEffect(() => {
    if (!isActive) return
    // On the way down, so that the dialog around it does not close on the same key.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopImmediatePropagation()
      stop()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  })

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (isDisabled || running.current || !event.isPrimary || event.button !== 0) return
    const gesture = gestureAt(event)
    if (gesture.kind === 'draw') {
      onSelect(undefined)
      if (regions.length >= max) return
    } else {
      onSelect(gesture.index)
    }
    event.currentTarget.setPointerCapture(event.pointerId)
    running.current = { gesture, pointerId: event.pointerId, startPx: { x: event.clientX, y: event.clientY } }
    setActive(true)
  }

  /** The regions with the pointer here; undefined while it has hardly moved. */
  function editAt(event: PointerEvent<HTMLElement>): RegionsEdit | undefined {
    const now = running.current
    if (!now || now.pointerId !== event.pointerId) return undefined
    const { startPx, gesture } = now
    const hasMoved = Math.hypot(event.clientX - startPx.x, event.clientY - startPx.y) > SLOP_PX
    if (!hasMoved && !edit) return undefined
    const { width, height } = event.currentTarget.getBoundingClientRect()
    // With Ctrl or Cmd held, edges go exactly where the pointer is.
    const snapPx = event.ctrlKey || event.metaKey ? 0 : SNAP_PX
    const reach = { x: (snapPx / width) * REGION_FULL, y: (snapPx / height) * REGION_FULL }
    return gestureEdit(regions, gesture, pointOf(event), reach)
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const next = editAt(event)
    if (next) setEdit(next)
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    if (running.current?.pointerId !== event.pointerId) return
    const last = editAt(event)
    stop()
    if (last && last.regions !== regions) onFinish(last)
  }

  return {
    edit,
    isActive,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: stop },
  }
}

function pointOf(event: PointerEvent<HTMLElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  return {
    x: ((event.clientX - left) / width) * REGION_FULL,
    y: ((event.clientY - top) / height) * REGION_FULL,
  }
}

/** What a pointer begins, by what lies under it: a handle, a region, or the picture itself. */
function gestureAt(event: PointerEvent<HTMLElement>): Gesture {
  const target = event.target as Element
  const from = pointOf(event)
  const at = target.closest<HTMLElement>('[data-region]')?.dataset.region
  if (at === undefined) return { kind: 'draw', from }
  const handle = target.closest<HTMLElement>('[data-handle]')?.dataset.handle
  const index = Number(at)
  return isHandle(handle) ? { kind: 'resize', from, index, handle } : { kind: 'move', from, index }
}

function isHandle(name: string | undefined): name is Handle {
  return HANDLES.some((handle) => handle === name)
}
