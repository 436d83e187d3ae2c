/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { HeldReward } from '../../schemas/outcome'
import { later } from '../kit/later'
import { MY_REWARDS } from '../kit/play/my-rewards'
import { RewardFace as RewardFaceNow } from '../kit/play/reward-face'
import { isPhone } from '../kit/target'
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages'

// Few forms give something, and none before it was sent in.
const RewardFace = later(
  isPhone
    ? { load: () => import('../kit/play/reward-face').then((m) => m.RewardFace) }
    : { now: RewardFaceNow },
)

interface DoneProps {
  title: string
  /** What follows now, in the shop's own words. */
  more: string
  note?: string
  rewards: readonly HeldReward[]
  /** A way to fill in another one, where there is one. */
  children?: ComponentChildren
}

/** It was sent in. */
export function Done({ title, more, note, rewards, children }: DoneProps) {
  const text = useMessages(viewMessages)
  return (
    <div class="zg-lf-panel is-done" role="status">
      <svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
        <circle cx="32" cy="32" r="32" />
        <path d="M19 33l9 9 17-19" />
      </svg>
      <h3>{title}</h3>
      {more && <p>{more}</p>}
      {note && <p>{note}</p>}
      {rewards.map((reward) => (
        <RewardFace key={reward.id} reward={reward} />
      ))}
      {rewards.length > 0 && <a href={MY_REWARDS}>{text.mine}</a>}
      {children}
    </div>
  )
}
