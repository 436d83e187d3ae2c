'use client'

import { useDraggable, useDroppable } from '@dnd-kit/core'
import { useTranslations } from 'next-intl'
import { type MouseEvent, type PointerEvent, type RefObject, useId, useRef } from 'react'
import type { CanvasHandle } from '@/schemas/canvas'
import { CANVAS_DRAG_ID } from '../drag/drag-ids'
import { useEditor, useEditorStore } from '../store/context'
import { findBlockAt } from './find-block-at'
import { HoverOutline, InsertionLine, OtherOutlines, SelectionOutline } from './outlines'
import { ResizeHandle } from './resize-handle'
import { useCanvasPort } from './use-canvas-port'
import { useHover } from './use-hover'
import { useMarquee } from './use-marquee'
import { useWriting } from './use-writing'

interface CanvasLayerProps {
  handle: RefObject<CanvasHandle | undefined>
  frame: RefObject<HTMLIFrameElement | null>
  /** How large the phone is shown; 1 is life-size. */
  scale: number
}

/**
 * The transparent layer over the canvas. It scrolls as the page would, natively, by wheel, touch
 * and keyboard, and takes the canvas along; so a pointer never leaves the editor's document. It
 * is the one thing to drop on, and the one thing to drag blocks by.
 */
export function CanvasLayer({ handle, frame, scale }: CanvasLayerProps) {
  const store = useEditorStore()
  const t = useTranslations('editor.canvas')
  const helpId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const height = useEditor((state) => state.layout?.height ?? 0)
  const isWriting = useEditor((state) => state.writingId !== null)
  const droppable = useDroppable({ id: CANVAS_DRAG_ID })
  const draggable = useDraggable({ id: CANVAS_DRAG_ID })
  const marquee = useMarquee(box)
  const press = useRef<{ isMarquee: boolean }>({ isMarquee: false })
  useCanvasPort(scroller, frame, scale)
  const write = useWriting({ handle, frame, layer: scroller })
  const { onPointerMove, onPointerLeave } = useHover()

  const blockAt = ({ clientX, clientY }: MouseEvent) => {
    const point = store.canvas.current?.toCanvas(clientX, clientY) ?? null
    const { layout, page } = store.getState()
    return point && layout ? findBlockAt(layout, page, point) : null
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const { pointerType, button, shiftKey } = event
    const isMarquee = pointerType !== 'touch' && button === 0 && (shiftKey || blockAt(event) === null)
    press.current = { isMarquee }
    if (isMarquee) marquee.begin(event)
    else draggable.listeners?.onPointerDown?.(event)
  }

  function onClick(event: MouseEvent) {
    if (press.current.isMarquee && marquee.hasDrawn()) return
    const id = blockAt(event)
    const isMore = event.shiftKey || event.metaKey || event.ctrlKey
    if (!isMore) return store.select(id)
    if (id === null) return
    const { selectedIds } = store.getState()
    store.select(selectedIds.includes(id) ? selectedIds.filter((each) => each !== id) : [...selectedIds, id])
  }

  return (
    <div
      ref={scroller}
      data-testid="canvas-layer"
      role="application"
      aria-label={t('label')}
      aria-describedby={helpId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is where the arrow keys select blocks.
      tabIndex={0}
      className={`absolute inset-0 overflow-x-hidden overflow-y-auto overscroll-contain outline-offset-[-2px] select-none [scrollbar-width:none] [-webkit-touch-callout:none] ${
        isWriting ? 'pointer-events-none' : ''
      }`}
      {...draggable.listeners}
      onScroll={({ currentTarget: { scrollTop } }) => {
        frame.current?.contentWindow?.scrollTo(0, scrollTop)
        store.setState({ scrollTop })
      }}
      onPointerMove={onPointerMove}
      onPointerLeave={onPointerLeave}
      onPointerDown={onPointerDown}
      onMouseDown={(event) => {
        if (!press.current.isMarquee) draggable.listeners?.onMouseDown?.(event)
      }}
      onClick={onClick}
      onDoubleClick={(event) => {
        const id = blockAt(event)
        if (id !== null) write(id)
      }}
      onKeyDown={(event) => {
        const { selectedId } = store.getState()
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || selectedId === null) return
        // With a modifier it is somebody else's: Ctrl and Enter publish.
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
        if (event.target === event.currentTarget && write(selectedId)) event.preventDefault()
      }}
    >
      <div
        ref={(element) => {
          droppable.setNodeRef(element)
          draggable.setNodeRef(element)
        }}
        className="relative min-h-full"
        style={{ height }}
      >
        <HoverOutline />
        <OtherOutlines />
        <SelectionOutline />
        <ResizeHandle scale={scale} />
        <InsertionLine />
        <div
          ref={box}
          hidden
          aria-hidden="true"
          data-testid="marquee"
          className="pointer-events-none absolute top-0 left-0 border border-solid border-brand bg-brand/10"
        />
      </div>
      <p id={helpId} hidden>
        {t('help')}
      </p>
    </div>
  )
}
