'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { REGION_FULL } from '@/schemas/region-parts'
import { type Divider, dividersOf, movedDivider } from './puzzle-geometry'
import { partsStyle } from './regions-picture'

/** A cell as it is arranged: where it lies, and the picture in it if there is one. */
export interface BoardCell {
  x: number
  y: number
  w: number
  h: number
  src: string
  alt: string
}

interface PuzzleBoardProps {
  cells: readonly BoardCell[]
  /** Width by height. */
  ratio: number
  selected: number
  isDisabled: boolean
  onSelect: (index: number) => void
  /** `key` names the line while arrow keys move it, so that they are one step to undo. */
  onMove: (cells: readonly BoardCell[], key: string | undefined) => void
}

const HEIGHT_MAX_PX = 300
/** An arrow key moves a line by one percent; with Shift by five. */
const STEP = 100

/** The puzzle in small: a cell is chosen by a click, a line between cells is dragged. */
export function PuzzleBoard(props: PuzzleBoardProps) {
  const { cells, ratio, selected, isDisabled, onSelect, onMove } = props
  const t = useTranslations('fields.puzzle')
  const board = useRef<HTMLDivElement>(null)
  const drag = useRef<{ pointerId: number; divider: Divider }>(undefined)
  const [dragged, setDragged] = useState<readonly BoardCell[]>()
  const shown = dragged ?? cells

  function placeOf(event: PointerEvent, axis: Divider['axis']): number {
    const box = board.current?.getBoundingClientRect()
    if (!box) return 0
    const part =
      axis === 'x' ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height
    // Whole percents: they can be told and repeated.
    return Math.round(part * 100) * (REGION_FULL / 100)
  }
  function begin(event: PointerEvent<HTMLElement>, divider: Divider) {
    if (isDisabled || !event.isPrimary || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { pointerId: event.pointerId, divider }
  }
  function move(event: PointerEvent<HTMLElement>) {
    const now = drag.current
    if (now?.pointerId !== event.pointerId) return
    setDragged(movedDivider(cells, now.divider, placeOf(event, now.divider.axis)))
  }
  function end(isKept: boolean) {
    if (isKept && dragged && dragged !== cells) onMove(dragged, undefined)
    drag.current = undefined
    setDragged(undefined)
  }
  function onKeyDown(event: KeyboardEvent, divider: Divider, index: number) {
    const [less, more] = divider.axis === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    if (event.key === 'Escape' && drag.current) end(false)
    if (event.key !== less && event.key !== more) return
    event.preventDefault()
    const by = (event.key === more ? STEP : -STEP) * (event.shiftKey ? 5 : 1)
    onMove(movedDivider(cells, divider, divider.at + by), `divider${index}`)
  }

  return (
    <div className="flex justify-center rounded-md border border-solid border-line bg-[#faf9f6] p-1.5">
      <div
        ref={board}
        className="relative touch-none select-none"
        style={{ width: `min(100%, ${HEIGHT_MAX_PX * ratio}px)`, aspectRatio: `${ratio}` }}
      >
        {shown.map((cell, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no other name.
            key={index}
            type="button"
            disabled={isDisabled}
            aria-pressed={index === selected}
            aria-label={t('cell', {
              number: index + 1,
              label: cell.alt || t(cell.src ? 'unnamed' : 'empty'),
            })}
            onClick={() => onSelect(index)}
            className={`absolute cursor-pointer overflow-hidden border border-solid border-white bg-[#e9e8e2] p-0 ${
              index === selected ? 'z-10 outline-2 -outline-offset-2 outline-brand' : 'hover:brightness-95'
            }`}
            style={partsStyle(cell)}
          >
            {cell.src && (
              <img
                src={cell.src}
                alt=""
                draggable={false}
                className="absolute inset-0 size-full object-cover"
              />
            )}
            <span
              className={`absolute top-1 left-1 rounded-[3px] px-1.5 text-[11px] leading-[18px] text-white ${
                index === selected ? 'bg-brand' : 'bg-black/45'
              }`}
            >
              {index + 1}
            </span>
          </button>
        ))}
        {!isDisabled &&
          dividersOf(shown).map((divider, index) => (
            <Line
              // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their order while one is moved.
              key={index}
              divider={divider}
              onPointerDown={(event) => begin(event, divider)}
              onPointerMove={move}
              onPointerUp={() => end(true)}
              onPointerCancel={() => end(false)}
              onKeyDown={(event) => onKeyDown(event, divider, index)}
            />
          ))}
      </div>
    </div>
  )
}

interface LineProps {
  divider: Divider
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onPointerMove: (event: PointerEvent<HTMLElement>) => void
  onPointerUp: () => void
  onPointerCancel: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** Wider to the pointer than it looks. */
function Line({ divider, ...handlers }: LineProps) {
  const t = useTranslations('fields.puzzle')
  const { axis, at, from, to, min, max } = divider
  const percent = (parts: number) => `${(parts / REGION_FULL) * 100}%`
  const isUpright = axis === 'x'
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved.
    <div
      role="separator"
      tabIndex={0}
      aria-label={t(isUpright ? 'lineX' : 'lineY')}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      aria-valuemin={Math.round(min / 100)}
      aria-valuemax={Math.round(max / 100)}
      aria-valuenow={Math.round(at / 100)}
      className={`group absolute z-20 flex items-center justify-center outline-none ${
        isUpright ? 'w-3 -translate-x-1/2 cursor-col-resize' : 'h-3 -translate-y-1/2 cursor-row-resize'
      }`}
      style={
        isUpright
          ? { left: percent(at), top: percent(from), height: percent(to - from) }
          : { top: percent(at), left: percent(from), width: percent(to - from) }
      }
      {...handlers}
    >
      <span
        className={`rounded-full bg-white shadow-[0_0_0_1px_rgb(27_36_34/0.35)] group-hover:bg-brand group-focus-visible:bg-brand ${
          isUpright ? 'h-5 max-h-[60%] w-1.5' : 'h-1.5 w-5 max-w-[60%]'
        }`}
      />
    </div>
  )
}
