'use client'

import { useDraggable, useDroppable } from '@dnd-kit/core'
import { useTranslations } from 'next-intl'
import { type MouseEvent, type RefObject, useEffect, useId, useRef } from 'react'
import { CANVAS_DRAG_ID } from '../drag/drag-ids'
import { useEditor, useEditorStore } from '../store/context'
import { findBlockAt } from './find-block-at'
import { indexLayout, type Point } from './layout-index'
import { HoverOutline, InsertionLine, SelectionOutline } from './outlines'

interface CanvasLayerProps {
  frame: RefObject<HTMLIFrameElement | null>
  /** How much smaller than life the phone is shown. */
  scale: number
}

/** Keeps a block that is scrolled to this far from the edge, px. */
const SCROLL_MARGIN_PX = 24

/**
 * The transparent layer over the canvas. It scrolls as the page would, natively, by wheel, touch
 * and keyboard, and takes the canvas along; so a pointer never leaves the editor's document. It
 * is the one thing to drop on, and the one thing to drag blocks by.
 */
export function CanvasLayer({ frame, scale }: CanvasLayerProps) {
  const store = useEditorStore()
  const t = useTranslations('editor.canvas')
  const helpId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const height = useEditor((state) => state.layout?.height ?? 0)
  const droppable = useDroppable({ id: CANVAS_DRAG_ID })
  const draggable = useDraggable({ id: CANVAS_DRAG_ID })

  useEffect(() => {
    const { canvas } = store
    const view = () => frame.current?.contentWindow
    canvas.current = {
      width: () => scroller.current?.clientWidth ?? 0,
      toCanvas: (clientX, clientY) => {
        const element = scroller.current
        if (!element) return null
        const rect = element.getBoundingClientRect()
        const isOutside =
          clientX < rect.left || clientX >= rect.right || clientY < rect.top || clientY >= rect.bottom
        if (isOutside) return null
        return { x: (clientX - rect.left) / scale, y: (clientY - rect.top) / scale + element.scrollTop }
      },
      scrollIntoView: (id) => {
        const { layout } = store.getState()
        const rect = layout && indexLayout(layout).block(id)
        const element = scroller.current
        if (!rect || !element) return
        const { scrollTop, clientHeight } = element
        const isSeen =
          rect.y >= scrollTop && rect.y + Math.min(rect.height, clientHeight) <= scrollTop + clientHeight
        if (!isSeen) element.scrollTo(0, Math.max(0, rect.y - SCROLL_MARGIN_PX))
      },
    }
    // The canvas may have been scrolled while the page was tried out.
    scroller.current?.scrollTo({ top: view()?.scrollY ?? 0 })
    return () => {
      canvas.current = undefined
    }
  }, [store, frame, scale])

  const blockAt = (event: MouseEvent) => {
    const point: Point | null = store.canvas.current?.toCanvas(event.clientX, event.clientY) ?? null
    const { layout, page } = store.getState()
    return point && layout ? findBlockAt(layout, page, point) : null
  }
  const hover = (hoveredId: string | null) => {
    if (store.getState().hoveredId !== hoveredId) store.setState({ hoveredId })
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard selects with the arrow keys, see use-shortcuts.
    <div
      ref={scroller}
      data-testid="canvas-layer"
      role="application"
      aria-label={t('label')}
      aria-describedby={helpId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is where the arrow keys select blocks.
      tabIndex={0}
      className="absolute inset-0 overflow-x-hidden overflow-y-auto overscroll-contain outline-offset-[-2px] select-none [scrollbar-width:none] [-webkit-touch-callout:none]"
      onScroll={({ currentTarget: { scrollTop } }) => {
        frame.current?.contentWindow?.scrollTo(0, scrollTop)
        store.setState({ scrollTop })
      }}
      onPointerMove={(event) => event.pointerType !== 'touch' && hover(blockAt(event))}
      onPointerLeave={() => hover(null)}
      onClick={(event) => store.select(blockAt(event))}
      {...draggable.listeners}
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
        <SelectionOutline />
        <InsertionLine />
      </div>
      <p id={helpId} hidden>
        {t('help')}
      </p>
    </div>
  )
}
