/** @jsxImportSource preact */
import { linkHref } from '../kit/link-href'
import { RewardFace } from '../kit/play/reward-face'
import { Sheet } from '../kit/play/sheet'
import { useMessages } from '../kit/view-hooks'
import { resultMessages } from './messages-result'
import type { ShownPrize } from './state'
import type { Round } from './view-draw'
import { PrizePicture } from './view-prize-picture'

interface ResultProps {
  round: Extract<Round, { stage: 'shown' }>
  prize: ShownPrize
  chances: number
  useLink: string
  /** How the member goes on: another draw, or a way to earn one. Undefined when there is neither. */
  again: (() => void) | undefined
  onClose: () => void
}

const CONFETTI = Array.from({ length: 14 }, (_, i) => i)

/** What the draw came to, and what to do next. */
export function Result({ round: { outcome }, prize, chances, useLink, again, onClose }: ResultProps) {
  const text = useMessages(resultMessages)
  const isWon = outcome.status === 'granted'
  const onward = linkHref(useLink)
  return (
    <Sheet class="zg-lt-result" title={isWon ? text.won : text.lost} onClose={onClose}>
      <div class="zg-lt-prize">
        {isWon && (
          <>
            <i class="zg-lt-rays" />
            <div class="zg-lt-confetti" aria-hidden="true">
              {CONFETTI.map((i) => (
                <i key={i} />
              ))}
            </div>
          </>
        )}
        <PrizePicture prize={prize} />
        {isWon ? <b>{prize.name}</b> : text.lostHint}
      </div>
      {isWon && outcome.rewards.map((reward) => <RewardFace key={reward.id} reward={reward} />)}
      <p class="zg-lt-next">
        {again && (
          <button type="button" class="zg-lt-strong" onClick={again}>
            {chances > 0 ? text.again(chances) : text.earn}
          </button>
        )}
        {isWon || !onward ? (
          <button type="button" class={again ? '' : 'zg-lt-strong'} onClick={onClose}>
            {text.keep}
          </button>
        ) : (
          <a class={again ? '' : 'zg-lt-strong'} href={onward}>
            {text.onward}
          </a>
        )}
      </p>
    </Sheet>
  )
}
