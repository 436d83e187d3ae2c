/** @jsxImportSource preact */
import type { HeldReward } from '../../schemas/outcome'
import { MY_REWARDS } from '../kit/play/my-rewards'
import { RewardFace } from '../kit/play/reward-face'
import { Sheet } from '../kit/play/sheet'
import { useWhen } from '../kit/play/when-text'
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages'
import { sheetMessages } from './messages-sheets'

/** What the member redeemed here, from the latest, with codes to copy. */
export function RecordsSheet({ records, onClose }: { records: readonly HeldReward[]; onClose: () => void }) {
  const text = useMessages(viewMessages)
  const say = useMessages(sheetMessages)
  const when = useWhen()
  return (
    <Sheet title={text.records} onClose={onClose} class="zg-pm-sheet">
      {records.length === 0 ? (
        <p class="zg-pm-none">{say.noRecords}</p>
      ) : (
        <ul>
          {records.map((reward) => (
            <li key={reward.id} class="zg-pm-record">
              <small>{say.redeemedAt(when(reward.grantedAt))}</small>
              <RewardFace reward={reward} />
            </li>
          ))}
        </ul>
      )}
      <a class="zg-pm-all" href={MY_REWARDS}>
        {say.mine}
      </a>
    </Sheet>
  )
}
