'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { CORNERS, type Corner, type Frame, movedFrame, resizedFrame, type Size } from './crop-geometry'

interface CropFrameProps {
  url: string
  picture: Size
  frame: Frame
  ratio: number | undefined
  onChange: (frame: Frame) => void
}

interface Drag {
  pointerId: number
  startPx: { x: number; y: number }
  frame: Frame
  corner: Corner | undefined
}

const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
const FAR_PX = 10

/** The picture with what will be cut out of it; the rest is dimmed. */
export function CropFrame({ url, picture, frame, ratio, onChange }: CropFrameProps) {
  const t = useTranslations('assets.crop')
  const surface = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag>(undefined)

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (!event.isPrimary || event.button !== 0) return
    const corner = (event.target as HTMLElement).closest<HTMLElement>('[data-corner]')?.dataset.corner
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = {
      pointerId: event.pointerId,
      startPx: { x: event.clientX, y: event.clientY },
      frame,
      corner: CORNERS.find((each) => each === corner),
    }
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const now = drag.current
    if (now?.pointerId !== event.pointerId || !surface.current) return
    const scale = picture.width / surface.current.getBoundingClientRect().width
    const by = { x: (event.clientX - now.startPx.x) * scale, y: (event.clientY - now.startPx.y) * scale }
    onChange(
      now.corner
        ? resizedFrame(now.frame, now.corner, by, picture, ratio)
        : movedFrame(now.frame, by, picture),
    )
  }
  const end = () => {
    drag.current = undefined
  }
  function onKeyDown(event: KeyboardEvent) {
    const direction = Object.hasOwn(ARROWS, event.key) ? ARROWS[event.key] : undefined
    if (!direction) return
    event.preventDefault()
    const far = event.altKey ? FAR_PX : 1
    const by = { x: direction.x * far, y: direction.y * far }
    onChange(event.shiftKey ? resizedFrame(frame, 'se', by, picture, ratio) : movedFrame(frame, by, picture))
  }

  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`
  return (
    <div
      ref={surface}
      className="relative m-auto shrink-0 overflow-hidden select-none"
      style={{ width: `min(100%, calc((100vh - 330px) * ${picture.width / picture.height}))` }}
    >
      <img src={url} alt={t('picture')} draggable={false} className="block h-auto w-full" />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend. */}
      <div
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move and resize it.
        tabIndex={0}
        aria-label={t('frame')}
        data-testid="crop-frame"
        className="absolute cursor-move touch-none border border-solid border-white shadow-[0_0_0_9999px_rgb(20_24_23/0.55)] outline-none focus-visible:ring-2 focus-visible:ring-brand"
        style={{
          left: percent(frame.x, picture.width),
          top: percent(frame.y, picture.height),
          width: percent(frame.width, picture.width),
          height: percent(frame.height, picture.height),
        }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={end}
        onPointerCancel={end}
        onKeyDown={onKeyDown}
      >
        {CORNERS.map((corner) => (
          <span
            key={corner}
            data-corner={corner}
            className={`absolute flex size-6 items-center justify-center pointer-coarse:size-10 ${
              corner === 'nw' || corner === 'se' ? 'cursor-nwse-resize' : 'cursor-nesw-resize'
            }`}
            style={{
              left: corner.includes('w') ? 0 : '100%',
              top: corner.includes('n') ? 0 : '100%',
              transform: 'translate(-50%, -50%)',
            }}
          >
            <span className="size-3 rounded-full border-2 border-solid border-brand bg-white" />
          </span>
        ))}
      </div>
    </div>
  )
}
