'use client'

import { useEditor } from '../store/context'
import { INDENT_PX } from './find-row-target'
import { ROW_PX } from './use-row-window'

/** Where a dragged block would go, in the tree: a line between rows, or a frame around the one that takes it. */
export function RowLine() {
  const target = useEditor((state) => state.drag?.target ?? null)
  if (!target?.row) return null
  const { row, depth, isInside } = target.row
  const left = 4 + depth * INDENT_PX
  if (isInside) {
    return (
      <div
        aria-hidden="true"
        data-testid="layers-frame"
        className="pointer-events-none absolute inset-x-0 top-0 h-8 rounded-md border-2 border-solid border-clay bg-clay/8"
        style={{ transform: `translateY(${row * ROW_PX}px)` }}
      />
    )
  }
  return (
    <div
      aria-hidden="true"
      data-testid="layers-line"
      className={`pointer-events-none absolute top-0 right-0 h-0.5 rounded-full bg-clay ${target.isSamePlace ? 'opacity-35' : ''}`}
      style={{ left, transform: `translateY(${row * ROW_PX - 1}px)` }}
    >
      <span className="absolute -top-[3px] -left-1 size-2 rounded-full border-2 border-solid border-clay bg-white" />
    </div>
  )
}
