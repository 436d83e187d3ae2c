'use client'

import type { ReactNode } from 'react'
import type { CanvasRect } from '@/schemas/canvas'
import type { BlockId } from '@/schemas/page'
import { blockOf } from '@/src/document'
import { useBlock, useEditor } from '../store/context'
import { useWords } from '../words'
import { indexLayout } from './layout-index'

const NONE: readonly BlockId[] = []

/** Where the block stands in the canvas; redraws when it moves. */
export function useBlockRect(id: BlockId | null): CanvasRect | undefined {
  return useEditor((state) => (id !== null && state.layout ? indexLayout(state.layout).block(id) : undefined))
}

function at({ x, y, width, height }: CanvasRect) {
  return { transform: `translate(${x}px, ${y}px)`, width, height }
}

/** What the pointer is over, faintly, with its name. */
export function HoverOutline() {
  const id = useEditor(({ drag, hoveredId, selectedIds, writingId }) =>
    drag || writingId !== null || (hoveredId !== null && selectedIds.includes(hoveredId)) ? null : hoveredId,
  )
  const rect = useBlockRect(id)
  const selected = useBlockRect(useEditor((state) => state.selectedId))
  const block = useBlock(id)
  const { blockName } = useWords()
  if (!rect || !block) return null
  // Two names over each other could not be read, and the selected block's matters more.
  const isNameCovered =
    selected && Math.abs(selected.y - rect.y) < TAG_HEIGHT && Math.abs(selected.x - rect.x) < 80
  return (
    <div
      aria-hidden="true"
      data-testid="hover-outline"
      className="pointer-events-none absolute top-0 left-0"
      style={at(rect)}
    >
      <div className="absolute inset-0 border border-dashed border-brand bg-brand/4" />
      {!isNameCovered && <Tag rect={rect}>{blockName(block)}</Tag>}
    </div>
  )
}

/** The blocks that are selected besides the last one: an outline each, no names. */
export function OtherOutlines() {
  const ids = useEditor((state) => (state.selectedIds.length > 1 ? state.selectedIds : NONE))
  const layout = useEditor((state) => (state.selectedIds.length > 1 ? state.layout : undefined))
  const isDragging = useEditor((state) => state.drag !== undefined)
  if (!layout) return null
  const index = indexLayout(layout)
  return ids.slice(0, -1).map((id) => {
    const rect = index.block(id)
    return (
      rect && (
        <div
          key={id}
          aria-hidden="true"
          className={`pointer-events-none absolute top-0 left-0 border-2 border-solid border-brand bg-brand/6 ${
            isDragging ? 'opacity-40' : ''
          }`}
          style={at(rect)}
        />
      )
    )
  })
}

/** The selected block, or the last of several: a firm outline and its name. */
export function SelectionOutline() {
  // What is written has an outline of its own.
  const id = useEditor((state) => (state.writingId === null ? state.selectedId : null))
  const isOne = useEditor((state) => state.selectedIds.length === 1)
  const isDragging = useEditor((state) => state.drag !== undefined)
  const rect = useBlockRect(id)
  const block = useBlock(id)
  const { blockName } = useWords()
  if (!rect || !block) return null
  return (
    <div
      aria-hidden="true"
      className={`pointer-events-none absolute top-0 left-0 ${isDragging ? 'opacity-40' : ''}`}
      style={at(rect)}
    >
      <div className="absolute inset-0 border-2 border-solid border-brand" />
      {!isDragging && isOne && (
        <Tag rect={rect} isFirm>
          {blockName(block)}
        </Tag>
      )}
    </div>
  )
}

/** Room a tag needs above its block, px. */
const TAG_HEIGHT = 22

function Tag({ rect, isFirm, children }: { rect: CanvasRect; isFirm?: boolean; children: ReactNode }) {
  const isAtTop = rect.y < TAG_HEIGHT
  // A low block would vanish behind its own name.
  const place = !isAtTop
    ? 'bottom-full rounded-t-md'
    : rect.height < 3 * TAG_HEIGHT
      ? 'top-full rounded-b-md'
      : 'top-0 rounded-br-md'
  return (
    <span
      aria-hidden="true"
      className={`absolute left-0 flex h-[22px] max-w-40 items-center px-2 text-xs text-white ${
        isFirm ? 'bg-brand' : 'bg-brand/80'
      } ${place}`}
    >
      <span className="truncate">{children}</span>
    </span>
  )
}

/** Where a dragged block would go: a line between its neighbours, and the name of what takes it. */
export function InsertionLine() {
  const target = useEditor((state) => state.drag?.target ?? null)
  const parent = useEditor((state) => {
    const id = state.drag?.target?.place.parent
    return id ? blockOf(state.page, id) : undefined
  })
  const { placeName } = useWords()
  if (!target) return null
  const { line, container, place, isSamePlace } = target
  const name =
    parent && place.parent !== null ? placeName({ ...parent, slot: place.slot }) : placeName('page')
  const isLabelBelow = line.y < TAG_HEIGHT
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute top-0 left-0"
      data-testid="insertion-line"
    >
      {place.parent !== null && (
        <div
          className="absolute rounded-sm border border-dashed border-clay bg-clay/8"
          style={at(container)}
        />
      )}
      <div
        className={`absolute top-0 left-0 ${isSamePlace ? 'opacity-35' : ''}`}
        style={{ transform: `translate(${line.x}px, ${line.y}px)`, width: line.width }}
      >
        <div className="absolute inset-x-0 -top-[1.5px] h-[3px] rounded-full bg-clay shadow-[0_0_0_1px_#fff]" />
        <div className="absolute -top-[5px] left-0 size-[10px] rounded-full border-2 border-solid border-clay bg-white" />
        <div className="absolute -top-[5px] right-0 size-[10px] rounded-full border-2 border-solid border-clay bg-white" />
        <span
          className={`absolute left-4 flex h-[22px] items-center rounded-md bg-clay px-2 text-xs whitespace-nowrap text-white ${
            isLabelBelow ? 'top-2' : 'bottom-2'
          }`}
        >
          {name}
        </span>
      </div>
    </div>
  )
}
