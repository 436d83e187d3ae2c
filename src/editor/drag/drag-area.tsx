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
import { blockOf, isLocked, topmostOf } from '@/src/document'
import { findBlockAt } from '../canvas/find-block-at'
import type { Dragged } from '../canvas/find-drop-target'
import { layerPressed } from '../layers/layer-pressed'
import { moveBlocks } from '../store/commands'
import { useEditorStore } from '../store/context'
import type { EditorStore } from '../store/editor-store'
import { useSayResult } from '../use-say-result'
import { DragCard } from './drag-card'
import type { DragSource } from './drag-source'
import { type Following, followPointer } from './follow-pointer'
import { PenSensor } from './pen-sensor'
import { POINTER_MOVES, pointOf } from './point-of'

/** A press becomes a drag when it moves this far, px. */
const MOUSE_DISTANCE_PX = 4
/** A finger drags after resting this long; before that it scrolls. */
const TOUCH_DELAY_MS = 220

const scrolledLists = { canScroll: (element: Element) => element.closest('[role="tree"]') !== null }

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
  const following = useRef<Following>(undefined)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: MOUSE_DISTANCE_PX } }),
    useSensor(PenSensor, { activationConstraint: { distance: MOUSE_DISTANCE_PX } }),
    useSensor(TouchSensor, { activationConstraint: { delay: TOUCH_DELAY_MS, tolerance: 8 } }),
  )
  useEffect(() => () => following.current?.end(), [])

  function start(event: DragStartEvent) {
    const source = event.active.data.current as DragSource | undefined
    const dragged = source ? { types: source.types, ids: [] } : blocksPressed(store, event)
    if (!dragged) return
    if (dragged.ids.length > 0) store.select(dragged.ids)
    store.setState({ drag: { dragged, source, target: null }, hoveredId: null })
    following.current = followEvents(store, dragged, event.activatorEvent)
  }

  function end(isDropped: boolean) {
    if (isDropped) following.current?.settle()
    following.current?.end()
    following.current = undefined
    const { drag } = store.getState()
    if (!drag) return
    store.setState({ drag: undefined })
    const { dragged, source, target } = drag
    if (!isDropped || !target || target.isSamePlace) return
    say(source ? source.drop(target.place) : moveBlocks(store, dragged.ids, target.place))
  }

  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={pointerWithin}
      // The canvas scrolls by itself, see follow-pointer; lists beside it are scrolled for it.
      autoScroll={scrolledLists}
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

/** The block that lay under the pointer when it was pressed; all that are selected, if it is one of them. */
function blocksPressed(store: EditorStore, { activatorEvent }: DragStartEvent): Dragged | undefined {
  const { layout, page, selectedIds } = store.getState()
  const pressed = pointOf(activatorEvent)
  const point = pressed && store.canvas.current?.toCanvas(pressed.clientX, pressed.clientY)
  const id = layerPressed(activatorEvent) ?? (point && layout ? findBlockAt(layout, page, point) : null)
  if (id === null) return undefined
  const ids = topmostOf(page, selectedIds.includes(id) ? selectedIds : [id])
  // A locked block stays; the press then is a click, which selects it.
  if (ids.some((each) => isLocked(page, each))) return undefined
  return { types: [...new Set(ids.map((each) => blockOf(page, each)?.type ?? ''))], ids }
}

/** Follows the mouse, finger or pen until it is ended. */
function followEvents(store: EditorStore, dragged: Dragged, first: Event): Following {
  const following = followPointer(store, dragged)
  const onMove = (event: Event) => {
    const point = pointOf(event)
    if (point) following.moveTo(point)
  }
  for (const move of POINTER_MOVES) window.addEventListener(move, onMove, { capture: true, passive: true })
  onMove(first)
  return {
    ...following,
    end: () => {
      following.end()
      for (const move of POINTER_MOVES) window.removeEventListener(move, onMove, { capture: true })
    },
  }
}
