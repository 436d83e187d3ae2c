/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { Still } from '../kit/still'
import { isPhone } from '../kit/target'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { viewMessages } from './messages-view'
import type { ExpandingState } from './state'
import { Balloon as BalloonNow } from './view-balloon'

const COINS = 12

/** What every part of the view is given. */
export interface PartProps {
  blockId: string
  state: ExpandingState
  now: number | undefined
  /** False where friends may not be invited: in WeChat, unless the shop decided otherwise. */
  canInvite: boolean
}

interface StageProps {
  /** What the packet holds; undefined while there is none. */
  amountFen?: number
  baseFen: number
  targetFen: number
  /** What was added just now, before the member's eyes. */
  addedFen?: number
  /** The money flies out of it. */
  isPaid?: boolean
  /** Nothing can be done with it any more. */
  isOff?: boolean
}

/** The packet, as large as it has grown, and the way to the most it may come to. */
export function Stage({ amountFen, baseFen, targetFen, addedFen, isPaid, isOff }: StageProps) {
  const text = useMessages(viewMessages)
  const grown = amountFen === undefined ? 0 : (amountFen - baseFen) / (targetFen - baseFen || 1)
  let look = 'zg-ep-stage'
  if (isOff) look += ' is-off'
  if (isPaid) look += ' is-paid'
  return (
    <>
      <div class={look} style={{ '--grown': grown.toFixed(3) }}>
        <i class="zg-ep-rays" aria-hidden="true" />
        <div class="zg-ep-balloon">
          <Still name="balloon">{isPhone ? undefined : <BalloonNow />}</Still>
        </div>
        <p class="zg-ep-amount">
          <small>¥</small>
          <b>{amountFen === undefined ? '?' : (amountFen / 100).toFixed(2)}</b>
        </p>
        {addedFen !== undefined && <p class="zg-ep-added">+¥{yuanText(addedFen)}</p>}
        {isPaid && (
          <div class="zg-ep-coins" aria-hidden="true">
            {Array.from({ length: COINS }, (_, i) => {
              const turn = `${i * 30}deg`
              return <i key={turn} style={{ '--turn': turn }} />
            })}
          </div>
        )}
      </div>
      <div class="zg-ep-way" style={{ '--grown': grown.toFixed(3) }}>
        <span>¥{yuanText(baseFen)}</span>
        <i aria-hidden="true" />
        <b>{text.upTo(yuanText(targetFen))}</b>
      </div>
    </>
  )
}

/** A line below the packet, and what can be done about it. */
export function Below({ line, children }: { line: ComponentChildren; children?: ComponentChildren }) {
  return (
    <>
      <p class="zg-ep-line">{line}</p>
      <div class="zg-ep-do">{children}</div>
    </>
  )
}
