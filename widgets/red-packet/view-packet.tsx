/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Answer } from '../kit/play/use-play'
import { Still } from '../kit/still'
import { isPhone } from '../kit/target'
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages-view'
import { moneyText } from './money-text'
import { Ornament as OrnamentNow } from './view-ornament'

/** When the amount begins to run, and how long it runs, in ms: in step with view-motion.css. */
const COUNT_AFTER_MS = 1_000
const COUNT_MS = 900
const COINS = 16

interface PacketProps {
  /** What stands above the seal while the packet is closed. */
  lid: ComponentChildren
  /** What stands on the pocket, below the seal or below what came out. */
  children: ComponentChildren
  seal?: SealProps
  /** What came out of it; the packet is closed without. */
  gift?: GiftProps
}

interface SealProps {
  words: string
  /** What a tap does, for who hears it. Absent: a tap does nothing. */
  label?: string
  isSpinning?: boolean
  describedBy?: string
  onTap?: () => void
}

interface GiftProps {
  amountFen: number
  /** It was opened just now, before the member's eyes. */
  isFresh: boolean
}

/** The cash that an answer brought, and where it can be spent. */
export function giftIn(answer: Answer | undefined): { amountFen: number; useLink: string } | undefined {
  if (answer?.status !== 'granted') return undefined
  const [reward] = answer.rewards
  return reward?.given.kind === 'cash'
    ? { amountFen: reward.given.amountFen, useLink: reward.useLink }
    : undefined
}

/** The packet itself. Opening moves its parts by transform and opacity alone; see view-motion.css. */
export function Packet({ lid, children, seal, gift }: PacketProps) {
  let look = gift ? 'is-open' : 'is-closed'
  if (gift?.isFresh) look += ' is-fresh'
  if (seal && !seal.onTap) look += ' is-off'
  return (
    <div class={`zg-rp-stage ${look}`}>
      <i class="zg-rp-rays" aria-hidden="true" />
      <div class="zg-rp-envelope">
        <i class="zg-rp-inside" aria-hidden="true" />
        {gift && <Gift amountFen={gift.amountFen} isFresh={gift.isFresh} />}
        <div class="zg-rp-pocket">{children}</div>
        <div class="zg-rp-lid" aria-hidden={gift !== undefined}>
          <Still name="packet">{isPhone ? undefined : <OrnamentNow />}</Still>
          {lid}
        </div>
        {gift
          ? gift.isFresh && (
              <i class="zg-rp-seal" aria-hidden="true">
                <b class="zg-rp-disc">開</b>
              </i>
            )
          : seal && <Seal {...seal} />}
      </div>
      {gift?.isFresh && <Coins />}
    </div>
  )
}

/** A packet that is not there, or not yet. */
export function NoPacket({ seal, line }: { seal: string; line: string }) {
  return (
    <Packet lid={null} seal={{ words: seal }}>
      <p>{line}</p>
    </Packet>
  )
}

/** Never `disabled`: whoever tapped it with a keyboard keeps the focus. */
function Seal({ words, label, isSpinning = false, describedBy, onTap }: SealProps) {
  return (
    <button
      type="button"
      class="zg-rp-seal"
      aria-label={label}
      aria-describedby={describedBy}
      aria-busy={isSpinning}
      aria-disabled={isSpinning || !onTap}
      onClick={onTap}
    >
      <b class={words.length > 1 ? 'zg-rp-disc is-words' : 'zg-rp-disc'}>{words}</b>
    </button>
  )
}

/** The card that rises from the packet. Whoever hears the page is led to it. */
function Gift({ amountFen, isFresh }: GiftProps) {
  const text = useMessages(viewMessages)
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isFresh) card.current?.focus({ preventScroll: true })
  }, [isFresh])
  return (
    <div class="zg-rp-card" tabIndex={-1} ref={card}>
      <p>{text.youGot}</p>
      <p class="zg-rp-amount">
        <small>¥</small>
        <Amount fen={amountFen} isFresh={isFresh} />
      </p>
      <p>{text.inBalance}</p>
    </div>
  )
}

/** Runs up to the amount when it was won just now; with reduced motion it is just there. */
function Amount({ fen, isFresh }: { fen: number; isFresh: boolean }) {
  const place = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const digits = place.current?.firstChild as Text | null
    if (!isFresh || !digits || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const startsAt = performance.now() + COUNT_AFTER_MS
    let frame = 0
    const draw = () => {
      const part = Math.min(1, Math.max(0, (performance.now() - startsAt) / COUNT_MS))
      digits.data = moneyText(Math.round(fen * (1 - (1 - part) ** 3)))
      if (part < 1) frame = requestAnimationFrame(draw)
    }
    draw()
    return () => {
      cancelAnimationFrame(frame)
      digits.data = moneyText(fen)
    }
  }, [fen, isFresh])
  return (
    <>
      <b ref={place} aria-hidden="true">
        {moneyText(fen)}
      </b>
      <span class="zg-rp-heard">{moneyText(fen)}</span>
    </>
  )
}

/** Coins and paper that fly from where the lid was, each on a way of its own. */
function Coins() {
  return (
    <div class="zg-rp-coins" aria-hidden="true">
      {Array.from({ length: COINS }, (_, i) => {
        const angle = (i / COINS) * 2 * Math.PI + (i % 3) * 0.2
        const far = 96 + ((i * 37) % 64)
        return (
          <i
            key={angle}
            style={{
              '--x': `${Math.round(Math.cos(angle) * far * 1.1)}px`,
              '--y': `${Math.round(Math.sin(angle) * far - 60)}px`,
              '--turn': `${(i % 2 ? 1 : -1) * (200 + i * 30)}deg`,
            }}
          />
        )
      })}
    </div>
  )
}
