/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useMessages } from '../kit/view-hooks'
import { scratchMessages } from './messages-scratch'
import { PrizePicture } from './view-prize-picture'
import { GoButton, type SkinProps } from './view-skin'

/** How wide a finger scratches, CSS px. */
const BRUSH = 34
/** Once this much is scratched off, the rest goes by itself. */
const ENOUGH = 0.42
/** The card is looked at in so many columns and rows to tell how much is scratched off. */
const GRID = { columns: 16, rows: 8 }

/**
 * 刮刮卡: the first scratch asks for the answer, and beneath the coating stands what came of it as
 * soon as that is known. The button takes the coating off at once, for whoever does not scratch.
 */
export function Scratch(props: SkinProps & { canDraw: boolean; draw: () => void }) {
  const { prizes, round, landed, button, canDraw, draw } = props
  const text = useMessages(scratchMessages)
  /** Nothing of the coating is left, by scratching or by the button. */
  const [isBare, setBare] = useState(false)
  const { stage } = round
  const isDrawn = stage === 'landing' || stage === 'shown'
  const prize = isDrawn ? prizes[round.prize] : undefined

  useEffect(() => {
    if (stage === 'idle') setBare(false)
  }, [stage])

  // What was scratched bare before the answer came is looked at for a moment once it is there.
  useEffect(() => {
    if (stage !== 'landing' || !isBare) return
    const timer = setTimeout(landed, 900)
    return () => clearTimeout(timer)
  }, [stage, isBare, landed])

  return (
    <div class={`zg-lt-scratch is-${stage}`}>
      <div class="zg-lt-card">
        <div class="zg-lt-under">
          {prize ? (
            <p class="is-drawn">
              <PrizePicture prize={prize} />
              <b>{prize.name}</b>
            </p>
          ) : (
            <p>{stage === 'turning' ? text.revealing : ''}</p>
          )}
        </div>
        <Coating
          isBare={isBare}
          isFresh={stage === 'idle'}
          onScratch={canDraw ? draw : undefined}
          onBare={() => setBare(true)}
        >
          {text.scratchHere}
        </Coating>
      </div>
      <GoButton
        {...button}
        label={stage === 'landing' ? text.reveal : button.label}
        isOff={button.isOff && stage !== 'landing'}
        isBusy={button.isBusy && stage !== 'landing'}
        onTap={() => {
          if (canDraw || stage === 'landing') setBare(true)
          if (stage !== 'landing') button.onTap()
        }}
      />
      <ol class="zg-lt-prizes">
        {prizes.slice(0, 12).map((each) => (
          <li key={each.key} class={each.isGone ? 'is-gone' : ''}>
            <PrizePicture prize={each} />
            <span class="zg-lt-name">{each.name}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

interface CoatingProps {
  isBare: boolean
  /** A new card: the coating is whole. */
  isFresh: boolean
  /** Called with each stroke; undefined while the card cannot be scratched. */
  onScratch: (() => void) | undefined
  onBare: () => void
  children: string
}

/** The coating: a canvas that fingers take away from. Without a script it is a plain cover. */
function Coating({ isBare, isFresh, onScratch, onBare, children }: CoatingProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scratched = useRef(new Set<number>())
  const last = useRef<Point>(undefined)

  useEffect(() => {
    if (!isFresh || !canvas.current) return
    scratched.current.clear()
    paint(canvas.current)
  }, [isFresh])

  const scratch = (event: PointerEvent) => {
    const { current } = canvas
    // A mouse scratches only with its button down.
    if (!current || isBare || (!onScratch && isFresh) || event.buttons === 0) return
    onScratch?.()
    const { left, top } = current.getBoundingClientRect()
    const to = { x: event.clientX - left, y: event.clientY - top }
    rub(current, event.type === 'pointermove' ? (last.current ?? to) : to, to, scratched.current)
    last.current = to
    const enough = ENOUGH * GRID.columns * GRID.rows
    if (scratched.current.size > enough) onBare()
  }
  return (
    <div class={isBare ? 'zg-lt-coat is-bare' : 'zg-lt-coat'}>
      <canvas ref={canvas} onPointerDown={scratch} onPointerMove={scratch} />
      <span>{children}</span>
    </div>
  )
}

/** Covers the whole canvas in the colour its style names, with a sheen over it. */
function paint(canvas: HTMLCanvasElement): void {
  const { clientWidth: width, clientHeight: height } = canvas
  const context = canvas.getContext('2d')
  if (!context || width === 0) return
  const scale = Math.min(2, devicePixelRatio)
  canvas.width = width * scale
  canvas.height = height * scale
  context.scale(scale, scale)
  context.fillStyle = getComputedStyle(canvas).color
  context.fillRect(0, 0, width, height)
  const sheen = context.createLinearGradient(0, 0, width, height)
  for (const [at, light] of [
    [0, 0.5],
    [0.35, 0],
    [0.55, 0.45],
    [1, 0],
  ] as const)
    sheen.addColorStop(at, `rgba(255,255,255,${light})`)
  context.fillStyle = sheen
  context.fillRect(0, 0, width, height)
  context.strokeStyle = 'rgba(255,255,255,.22)'
  context.lineWidth = 5
  for (let x = -height; x < width; x += 16) {
    context.beginPath()
    context.moveTo(x, height)
    context.lineTo(x + height, 0)
    context.stroke()
  }
}

interface Point {
  x: number
  y: number
}

/** Takes the coating away from one point to the next, and notes which parts of the card are bare. */
function rub(canvas: HTMLCanvasElement, from: Point, to: Point, scratched: Set<number>): void {
  const context = canvas.getContext('2d')
  if (!context) return
  context.globalCompositeOperation = 'destination-out'
  context.lineWidth = BRUSH
  context.lineCap = 'round'
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(to.x, to.y + 0.1)
  context.stroke()
  context.globalCompositeOperation = 'source-over'
  const { columns, rows } = GRID
  for (let cell = 0; cell < columns * rows; cell++) {
    const dx = ((cell % columns) + 0.5) * (canvas.clientWidth / columns) - to.x
    const dy = (Math.floor(cell / columns) + 0.5) * (canvas.clientHeight / rows) - to.y
    if (dx * dx + dy * dy < BRUSH * BRUSH) scratched.add(cell)
  }
}
