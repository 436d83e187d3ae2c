'use client'

import {
  DndContext,
  type DragStartEvent,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { blockOf, isLocked } from '@/src/document'
import { findBlockAt } from '../canvas/find-block-at'
import { type Dragged, findDropTarget } from '../canvas/find-drop-target'
import { insertWidget, moveBlocks } from '../store/commands'
import { useEditorStore } from '../store/context'
import type { EditorStore } from '../store/editor-store'
import { useSayResult } from '../use-say-result'
import { DragCard } from './drag-card'
import { CANVAS_DRAG_ID } from './drag-ids'
import { pointOf } from './point-of'

/** A press becomes a drag when it moves this far, px. */
const MOUSE_DISTANCE_PX = 4
/** A finger drags after resting this long; before that it scrolls. */
const TOUCH_DELAY_MS = 220

/** What the draggable of a palette item carries. */
export interface PaletteDragData {
  type: string
}

/** Steps are announced by the editor itself, when they are done. */
const silent = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: '' },
}

/**
 * Dragging within the editor. The place to drop is found from rectangles measured before, not
 * from registered droppables, so it costs the same however many blocks there are. The page is
 * changed once, at the drop; Esc before that leaves it as it was.
 */
export function DragArea({ children }: { children: ReactNode }) {
  const store = useEditorStore()
  const say = useSayResult()
  const id = useId()
  const endFollowing = useRef<() => void>(undefined)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: MOUSE_DISTANCE_PX } }),
    useSensor(TouchSensor, { activationConstraint: { delay: TOUCH_DELAY_MS, tolerance: 8 } }),
  )
  useEffect(() => () => endFollowing.current?.(), [])

  function start(event: DragStartEvent) {
    const dragged = draggedBy(store, event)
    if (!dragged) return
    if (dragged.id !== undefined) store.select(dragged.id)
    store.setState({ drag: { dragged, target: null }, hoveredId: null })
    endFollowing.current = follow(store, dragged, event.activatorEvent)
  }

  function end(isDropped: boolean) {
    endFollowing.current?.()
    endFollowing.current = undefined
    const { drag } = store.getState()
    if (!drag) return
    store.setState({ drag: undefined })
    const { dragged, target } = drag
    if (!isDropped || !target || target.isSamePlace) return
    say(
      dragged.id === undefined
        ? insertWidget(store, dragged.type, target.place)
        : moveBlocks(store, [dragged.id], target.place),
    )
  }

  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={silent}
      onDragStart={start}
      onDragEnd={() => end(true)}
      onDragCancel={() => end(false)}
    >
      {children}
      <DragCard />
    </DndContext>
  )
}

/** A new block from the palette, or the block that lay under the pointer when it was pressed. */
function draggedBy(store: EditorStore, { active, activatorEvent }: DragStartEvent): Dragged | undefined {
  const data = active.data.current as PaletteDragData | undefined
  if (active.id !== CANVAS_DRAG_ID) return data && { type: data.type }
  const { layout, page } = store.getState()
  const pressed = pointOf(activatorEvent)
  const point = pressed && store.canvas.current?.toCanvas(pressed.clientX, pressed.clientY)
  const id = point && layout ? findBlockAt(layout, page, point) : null
  const block = id === null ? undefined : blockOf(page, id)
  // A locked block stays; the press then is a click, which selects it.
  return block && !isLocked(page, block.id) ? { type: block.type, id: block.id } : undefined
}

/** Keeps the drop target under the pointer until it is ended, also while the canvas scrolls. */
function follow(store: EditorStore, dragged: Dragged, first: Event): () => void {
  let last = pointOf(first)
  const update = (event?: Event) => {
    last = (event && pointOf(event)) ?? last
    const { drag, layout, page } = store.getState()
    const { current: canvas } = store.canvas
    if (!drag || !last) return
    const point = canvas?.toCanvas(last.clientX, last.clientY) ?? null
    const target =
      point && canvas && layout
        ? findDropTarget({ layout, width: canvas.width() }, page, store.definitions, point, dragged)
        : null
    store.setState({ drag: { dragged, target } })
  }
  const onScroll = () => update()
  const moves = ['mousemove', 'touchmove'] as const
  for (const move of moves) window.addEventListener(move, update, { capture: true, passive: true })
  window.addEventListener('scroll', onScroll, { capture: true, passive: true })
  // The page may still be settling: an image arrives, or the block dropped before is drawn.
  const stopLayout = store.subscribe((now, before) => now.layout !== before.layout && update())
  update()
  return () => {
    for (const move of moves) window.removeEventListener(move, update, { capture: true })
    window.removeEventListener('scroll', onScroll, { capture: true })
    stopLayout()
  }
}
