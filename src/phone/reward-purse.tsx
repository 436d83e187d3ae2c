/** @jsxImportSource preact */
import { instantParts } from '../../widgets/kit/instant-text'
import { useHost } from '../../widgets/kit/view'
import type { RewardsPage } from './member-api'
import { rewardWords } from './reward-words'
import { shownFen } from './withdraw-amount'
import { withdrawWords } from './withdraw-words'

/** `12,680`, written alike by every phone. */
function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
}

interface PurseProps {
  wallet?: RewardsPage['wallet']
  /** Opens the form for taking cash out. */
  onWithdraw?: () => void
}

/** What the member can spend, and what of it lapses soon. As high while nothing is known. */
export function RewardPurse({ wallet, onWithdraw }: PurseProps) {
  const { locale, timeZone } = useHost()
  const say = rewardWords[locale]
  const expiring = wallet?.expiring
  // What lapses at midnight is good until the day before.
  const lastDay = expiring && instantParts(new Date(Date.parse(expiring.at) - 1).toISOString(), timeZone)
  return (
    <section class="zr-purse" aria-label={say.balance}>
      <dl>
        <div>
          <dt>{say.points}</dt>
          <dd>{wallet ? grouped(wallet.points) : <i class="zr-unknown" />}</dd>
        </div>
        <div>
          <dt>{say.balance}</dt>
          <dd>{wallet ? `¥${shownFen(wallet.cashFen)}` : <i class="zr-unknown" />}</dd>
        </div>
      </dl>
      <p>
        {wallet &&
          (expiring && lastDay ? say.expiring(grouped(expiring.points), lastDay) : say.nothingExpires)}
      </p>
      {onWithdraw && (
        <button type="button" class="zr-withdraw-open" onClick={onWithdraw}>
          <span>{withdrawWords[locale].open}</span>
        </button>
      )}
      <svg viewBox="0 0 96 72" aria-hidden="true">
        <path d="M14 20h58a8 8 0 0 1 8 8v30a8 8 0 0 1-8 8H14a8 8 0 0 1-8-8V28a8 8 0 0 1 8-8z" />
        <path d="M12 20L58 6a6 6 0 0 1 8 4l3 10z" />
        <path class="zr-clasp" d="M62 36h22v14H62a7 7 0 0 1 0-14z" />
      </svg>
    </section>
  )
}
