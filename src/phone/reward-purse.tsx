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
  const { locale } = useHost()
  const say = rewardWords[locale]
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
      <p>{wallet && <Points wallet={wallet} />}</p>
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

/** What there is to know of the points: what is owed, what lapses next, what is pending. */
function Points({ wallet: { points, expiring, pending } }: { wallet: RewardsPage['wallet'] }) {
  const { locale, timeZone } = useHost()
  const say = rewardWords[locale]
  const more = pending ? say.pending(grouped(pending)) : ''
  // Whatever came in since has filled it, so nothing else is there beside.
  if (points < 0) return <>{say.owed(grouped(-points))}</>
  if (!expiring) return <>{more || say.nothingExpires}</>
  // What lapses at midnight is good until the day before.
  const lastDay = instantParts(new Date(Date.parse(expiring.at) - 1).toISOString(), timeZone)
  return (
    <>
      {say.expiring(grouped(expiring.points), lastDay)}
      {more && (
        <>
          <br />
          {more}
        </>
      )}
    </>
  )
}
