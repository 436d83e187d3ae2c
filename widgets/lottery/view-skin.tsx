/** @jsxImportSource preact */
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { ShownPrize } from './state'
import type { Round } from './view-draw'
import type { Motion } from './view-motion'

/** What every skin is given. */
export interface SkinProps {
  blockId: string
  prizes: readonly ShownPrize[]
  round: Round
  landed: () => void
  button: ButtonProps
}

export interface ButtonProps {
  label: string
  /** In small print below it. */
  note: string
  isOff: boolean
  isBusy: boolean
  onTap: () => void
}

/**
 * The one button of a skin through all its life, never another element: whoever tapped it with a
 * keyboard or a screen reader keeps the focus. For the same reason it is never `disabled`.
 */
export function GoButton({ label, note, isOff, isBusy, onTap }: ButtonProps) {
  return (
    <button
      type="button"
      class="zg-lt-go"
      aria-busy={isBusy}
      aria-disabled={isOff || isBusy}
      onClick={() => {
        if (!isOff && !isBusy) onTap()
      }}
    >
      <b>{label}</b> {note && <small>{note}</small>}
    </button>
  )
}

/** Drives what moves by the stages of the round. */
export function useMotion(
  moving: RefObject<HTMLDivElement | null>,
  make: (element: HTMLDivElement) => Motion,
  { round, landed, prizes: { length } }: SkinProps,
): void {
  const motion = useRef<Motion>(undefined)
  const prize = round.stage === 'landing' ? round.prize : -1

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another number of prizes makes another motion.
  useEffect(() => {
    const made = moving.current && make(moving.current)
    motion.current = made ?? undefined
    return () => made?.stop()
  }, [length])

  useEffect(() => {
    const { current } = motion
    if (round.stage === 'turning') current?.turn()
    if (round.stage === 'landing') current?.land(prize, landed)
    if (round.stage === 'idle') current?.rest()
  }, [round.stage, prize, landed])
}
