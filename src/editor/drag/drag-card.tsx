'use client'

import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { Dragged } from '../canvas/find-drop-target'
import { WidgetIcon } from '../palette/widget-icon'
import { stepBlocks } from '../store/commands'
import { useEditor, useEditorStore } from '../store/context'
import { useWords } from '../words'
import { POINTER_MOVES, pointOf } from './point-of'

/** What hangs at the pointer during a drag: the widget's picture and name. */
export function DragCard() {
  const dragged = useEditor((state) => state.drag?.dragged)
  const label = useEditor((state) => state.drag?.source?.label)
  return dragged ? <Card dragged={dragged} label={label} /> : null
}

function Card({ dragged: { types, ids }, label }: { dragged: Dragged; label: string | undefined }) {
  const { page } = useEditorStore().getState()
  const { blocksName, blockName } = useWords()
  const card = useRef<HTMLDivElement>(null)
  const hasPlace = useEditor((state) => state.drag?.target != null)
  const type = types[0] ?? ''

  useEffect(() => {
    // Straight to the element: a drag must not wait for React.
    const move = (event: Event) => {
      const point = pointOf(event)
      if (!point || !card.current) return
      card.current.style.transform = `translate(${point.clientX + 14}px, ${point.clientY + 14}px)`
      card.current.style.visibility = 'visible'
    }
    for (const name of POINTER_MOVES) window.addEventListener(name, move, { capture: true, passive: true })
    return () => {
      for (const name of POINTER_MOVES) window.removeEventListener(name, move, { capture: true })
    }
  }, [])

  return createPortal(
    <div
      ref={card}
      aria-hidden="true"
      className="pointer-events-none invisible fixed top-0 left-0 z-[2000] will-change-transform"
    >
      <div
        className={`flex h-10 items-center gap-2 rounded-lg bg-white pr-4 pl-3 text-[13px] font-medium text-ink shadow-[0_0_0_1px_#d5d6d0,0_12px_28px_-8px_rgb(27_36_34/0.35)] ${
          hasPlace ? '' : 'opacity-70'
        }`}
      >
        <WidgetIcon type={type} className="text-brand" />
        {label ?? (ids.length > 0 ? blocksName(stepBlocks(page, ids)) : blockName({ type }))}
      </div>
    </div>,
    document.body,
  )
}
