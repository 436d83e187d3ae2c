/** @jsxImportSource preact */
import type { HeldReward } from '../../schemas/outcome'
import { MY_REWARDS } from '../kit/play/my-rewards'
import { RewardFace } from '../kit/play/reward-face'
import { Sheet } from '../kit/play/sheet'
import { useMessages } from '../kit/view-hooks'
import { mineMessages } from './messages-mine'

/** 我的奖品: what this lottery gave the member, the latest first. */
export function Mine({ rewards, onClose }: { rewards: readonly HeldReward[]; onClose: () => void }) {
  const text = useMessages(mineMessages)
  return (
    <Sheet title={text.mine} onClose={onClose}>
      {rewards.length > 0 ? (
        rewards.map((reward) => <RewardFace key={reward.id} reward={reward} />)
      ) : (
        <p class="zg-lt-said">{text.noneYet}</p>
      )}
      <p class="zg-lt-next">
        <a href={MY_REWARDS}>{text.allMine}</a>
      </p>
    </Sheet>
  )
}
