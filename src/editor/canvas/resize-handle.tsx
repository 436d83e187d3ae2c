'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { CanvasRect } from '@/schemas/canvas'
import type { Block } from '@/schemas/page'
import { isLocked } from '@/src/document'
import type { ResizeDefinition } from '@/widgets/kit/definition'
import { useBlock, useEditor, useEditorStore } from '../store/context'
import { editProps } from '../store/edit-props'
import { useWords } from '../words'
import { followGesture } from './follow-gesture'
import { useBlockRect } from './outlines'
import { type Size, sizeAfter, sizeOf } from './size-of'

const KEYS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }
/** Thickness of what can be taken hold of, px of the screen. */
const GRIP_PX = 16

/** The handle of the selected block, when its widget has a size. */
export function ResizeHandle({ scale }: { scale: number }) {
  const store = useEditorStore()
  const id = useEditor(({ selectedIds, selectedId, drag, writingId }) =>
    selectedIds.length === 1 && !drag && writingId === null ? selectedId : null,
  )
  const block = useBlock(id)
  const locked = useEditor((state) => id !== null && isLocked(state.page, id))
  const size = block && !locked ? sizeOf(store.definitions, block) : undefined
  // Another block's handle is another one: a gesture under way must not go on with it.
  return block && size && <Handle key={block.id} block={block} size={size} scale={scale} />
}

function Handle({ block, size, scale }: { block: Block; size: Size; scale: number }) {
  const store = useEditorStore()
  const t = useTranslations('editor.canvas')
  const { blockName, propLabel } = useWords()
  const [isHeld, setHeld] = useState(false)
  const rect = useHandleRect(block, size.resize, scale)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  if (!rect) return null
  const { prop } = size.resize
  const isVertical = size.resize.edge === 'bottom'

  function set(value: number) {
    editProps(store, block.id, { patch: { [prop]: value }, path: [prop], isContinuous: true })
  }
  function onPointerDown(event: PointerEvent<HTMLElement>) {
    event.stopPropagation()
    if (event.button !== 0) return
    store.closeStep()
    setHeld(true)
    const from = isVertical ? event.clientY : event.clientX
    // What lies between two columns grows to both sides of its middle.
    const share = (isVertical ? 1 : 2) / scale
    stop.current = followGesture(event, {
      onMove: ({ clientX, clientY }) =>
        set(sizeAfter(size, ((isVertical ? clientY : clientX) - from) * share)),
      onEnd: (isKept) => {
        setHeld(false)
        if (isKept) store.closeStep()
        else store.abandonStep()
      },
    })
  }
  function onKeyDown(event: KeyboardEvent) {
    const by = KEYS[event.key]
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    set(sizeAfter(size, by * size.step * (event.shiftKey ? 5 : 1)))
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      data-testid="resize-handle"
      aria-label={t('resize', { name: blockName(block), prop: propLabel(block.type, prop) })}
      aria-orientation={isVertical ? 'vertical' : 'horizontal'}
      aria-valuenow={size.value}
      aria-valuemin={size.min}
      aria-valuemax={size.max}
      aria-valuetext={`${size.value} px`}
      className={`group absolute top-0 left-0 flex touch-none items-center justify-center outline-none ${
        isVertical ? 'cursor-ns-resize' : 'cursor-ew-resize'
      }`}
      style={{ transform: `translate(${rect.x}px, ${rect.y}px)`, width: rect.width, height: rect.height }}
      onPointerDown={onPointerDown}
      onMouseDown={(event) => event.stopPropagation()}
      onTouchStart={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
      onBlur={() => store.closeStep()}
    >
      <span
        className={`rounded-full border-2 border-solid border-white bg-brand shadow-[0_1px_4px_rgb(27_36_34/0.35)] transition-transform group-hover:scale-110 group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-brand group-focus-visible:outline-solid ${
          isVertical ? 'h-2.5 w-9' : 'h-9 w-2.5'
        }`}
      />
      {isHeld && (
        <span
          className={`absolute rounded-md bg-ink px-2 py-0.5 text-xs whitespace-nowrap text-white tabular-nums ${
            isVertical ? 'top-full mt-1' : 'bottom-full mb-1'
          }`}
        >
          {size.value} px
        </span>
      )}
    </div>
  )
}

/** Where the handle is: on the lower edge, or in the middle between the first two slots. */
function useHandleRect(block: Block, { edge }: ResizeDefinition, scale: number): CanvasRect | undefined {
  const rect = useBlockRect(block.id)
  const layout = useEditor((state) => state.layout)
  const grip = GRIP_PX / scale
  if (!rect || !layout) return undefined
  if (edge === 'bottom') {
    const width = Math.min(rect.width, 4 * grip)
    const x = rect.x + (rect.width - width) / 2
    return { x, y: rect.y + rect.height - grip / 2, width, height: grip }
  }
  const [first, second] = layout.slots.filter(({ blockId }) => blockId === block.id)
  if (!first || !second) return undefined
  const x = (first.x + first.width + second.x) / 2 - grip / 2
  const height = Math.min(rect.height, 4 * grip)
  return { x, y: rect.y + (rect.height - height) / 2, width: grip, height }
}
