'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useEditor, useEditorStore } from '../store/context'
import { MAX_WIDTH, MIN_WIDTH } from '../store/view'
import { followGesture } from './follow-gesture'

const KEYS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: 1, ArrowDown: -1, ArrowRight: -1, ArrowUp: 1 }
/** With Shift an arrow key goes this far, px. */
const FAR_PX = 10

/** At the phone's left side: makes it wider and narrower. */
export function WidthHandle({ scale }: { scale: number }) {
  const store = useEditorStore()
  const t = useTranslations('editor.canvas')
  const width = useEditor((state) => state.deviceWidth)
  const [isHeld, setHeld] = useState(false)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const set = (wanted: number) =>
    store.setState({ deviceWidth: Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.round(wanted))) })

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    setHeld(true)
    const { clientX: from } = event
    stop.current = followGesture(event, {
      // The phone stands in the middle, so it grows to both sides.
      onMove: ({ clientX }) => set(width + (2 * (from - clientX)) / scale),
      onEnd: (isKept) => {
        setHeld(false)
        if (!isKept) set(width)
      },
    })
  }
  function onKeyDown(event: KeyboardEvent) {
    const by = KEYS[event.key]
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    set(width + by * (event.shiftKey ? FAR_PX : 1))
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      data-testid="width-handle"
      aria-label={t('deviceLabel')}
      aria-valuenow={width}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      aria-valuetext={t('device', { width })}
      title={t('dragWidth')}
      className="group absolute top-1/2 -left-5 flex h-16 w-4 -translate-y-1/2 cursor-ew-resize touch-none items-center justify-center rounded-full outline-offset-0"
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    >
      <span
        className={`h-10 w-1.5 rounded-full transition-colors group-hover:bg-brand ${isHeld ? 'bg-brand' : 'bg-[#c3c8c1]'}`}
      />
      {isHeld && (
        <span className="absolute right-full mr-1 rounded-md bg-ink px-2 py-0.5 text-xs whitespace-nowrap text-white tabular-nums">
          {width} px
        </span>
      )}
    </div>
  )
}
