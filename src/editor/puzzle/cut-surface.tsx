'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { fittedCuts, movedCut } from './cuts'

interface CutSurfaceProps {
  picture: { src: string; width: number; height: number }
  cuts: readonly number[]
  onChange: (cuts: readonly number[]) => void
}

/** An arrow key moves a cut by 1 px; with Shift by so many. */
const FAR_PX = 10

/** The long picture with the lines it will be cut at: double-click to add one, drag to move it. */
export function CutSurface({ picture, cuts, onChange }: CutSurfaceProps) {
  const t = useTranslations('editor.puzzle')
  const surface = useRef<HTMLDivElement>(null)
  const drag = useRef<{ pointerId: number; index: number }>(undefined)
  const [dragged, setDragged] = useState<readonly number[]>()
  const shown = dragged ?? cuts

  function pxAt(clientY: number): number {
    const box = surface.current?.getBoundingClientRect()
    return box ? ((clientY - box.top) / box.height) * picture.height : 0
  }
  function begin(event: PointerEvent<HTMLElement>, index: number) {
    if (!event.isPrimary || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { pointerId: event.pointerId, index }
  }
  function move(event: PointerEvent<HTMLElement>) {
    const now = drag.current
    if (now?.pointerId === event.pointerId)
      setDragged(movedCut(cuts, now.index, pxAt(event.clientY), picture.height))
  }
  function end(isKept: boolean) {
    if (isKept && dragged) onChange(dragged)
    drag.current = undefined
    setDragged(undefined)
  }
  function onKeyDown(event: KeyboardEvent, index: number) {
    const at = cuts[index] ?? 0
    const step = event.shiftKey ? FAR_PX : 1
    const by = { ArrowUp: -step, ArrowDown: step }[event.key]
    const isRemoving = event.key === 'Delete' || event.key === 'Backspace'
    if (by === undefined && !isRemoving) return
    event.preventDefault()
    onChange(by === undefined ? cuts.toSpliced(index, 1) : movedCut(cuts, index, at + by, picture.height))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend.
    <div
      ref={surface}
      role="group"
      aria-label={t('surface', { count: cuts.length })}
      data-testid="cut-surface"
      className="relative m-auto w-full max-w-[520px] shrink-0 select-none"
      onDoubleClick={({ clientY }) => onChange(fittedCuts([...cuts, pxAt(clientY)], picture.height))}
    >
      <img
        src={picture.src}
        alt={t('picture')}
        draggable={false}
        className="block h-auto w-full shadow-[0_1px_10px_rgb(0_0_0/0.18)]"
        style={{ aspectRatio: `auto ${picture.width} / ${picture.height}` }}
      />
      {shown.map((at, index) => (
        // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved.
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a cut has no other name, and keeps its order.
          key={index}
          role="separator"
          tabIndex={0}
          aria-orientation="horizontal"
          aria-label={t('cut', { number: index + 1 })}
          aria-valuemin={0}
          aria-valuemax={picture.height}
          aria-valuenow={at}
          className="group absolute inset-x-0 flex h-5 -translate-y-1/2 cursor-row-resize touch-none items-center outline-none"
          style={{ top: `${(at / picture.height) * 100}%` }}
          onPointerDown={(event) => begin(event, index)}
          onPointerMove={move}
          onPointerUp={() => end(true)}
          onPointerCancel={() => end(false)}
          onDoubleClick={(event) => event.stopPropagation()}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          <span className="h-0.5 w-full bg-[#ff2d6f] shadow-[0_0_0_1px_rgb(255_255_255/0.7)] group-focus-visible:h-1" />
          <span className="absolute right-2 rounded-[4px] bg-[#c2185b] px-1.5 text-xs leading-5 font-medium tabular-nums text-white group-focus-visible:ring-2 group-focus-visible:ring-white">
            {index + 1} · {at}px
          </span>
        </div>
      ))}
    </div>
  )
}
