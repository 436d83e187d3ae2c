/** @jsxImportSource preact */
import type { HeldReward } from '../../schemas/outcome'
import { MY_REWARDS } from '../kit/play/my-rewards'
import { RewardFace } from '../kit/play/reward-face'
import { Sheet } from '../kit/play/sheet'
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages'
import { sheetMessages } from './messages-sheets'
import type { MallItem, PointsMallState } from './state'
import { grouped, priceText } from './view-price'

/** What the points became. */
export function DoneSheet(props: {
  item: MallItem
  rewards: readonly HeldReward[]
  wallet: PointsMallState['wallet']
  onClose: () => void
}) {
  const { item, rewards, wallet, onClose } = props
  const text = useMessages(viewMessages)
  const say = useMessages(sheetMessages)
  return (
    <Sheet title={say.doneTitle} onClose={onClose} class="zg-pm-sheet">
      <div class="zg-pm-fly" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
        <i />
        <svg viewBox="0 0 48 48" aria-hidden="true">
          <circle cx="24" cy="24" r="22" />
          <path d="M14 25l7 7 14-15" />
        </svg>
      </div>
      <p class="zg-pm-spent">
        {say.spent(priceText(text, item))}
        {wallet && <small>{say.pointsNow(grouped(wallet.points))}</small>}
      </p>
      <div class="zg-pm-won">
        {rewards.map((reward) => (
          <RewardFace key={reward.id} reward={reward} />
        ))}
      </div>
      <button type="button" class="zg-pm-go" onClick={onClose}>
        {say.goOn}
      </button>
      <a class="zg-pm-all" href={MY_REWARDS}>
        {say.mine}
      </a>
    </Sheet>
  )
}
