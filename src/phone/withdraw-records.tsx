/** @jsxImportSource preact */
import { instantParts } from '../../widgets/kit/instant-text'
import { useHost } from '../../widgets/kit/view'
import { type ApiFailure, isFailure } from './member-api'
import type { Payout, Payouts } from './payout-api'
import { rewardWords } from './reward-words'
import { shownFen } from './withdraw-amount'
import { withdrawWords } from './withdraw-words'

interface RecordsProps {
  /** Undefined while it is asked for. */
  known: Payouts | ApiFailure | undefined
  onRetry: () => void
}

/** What the member took out before, and where it stands. */
export function WithdrawRecords({ known, onRetry }: RecordsProps) {
  const { locale } = useHost()
  const say = withdrawWords[locale]
  return (
    <section class="zr-records" aria-busy={!known}>
      <h3>{say.records}</h3>
      {!known && <div class="zr-skeleton zr-waiting" />}
      {known &&
        (isFailure(known) ? (
          <p role="status">
            {known.offline ? rewardWords[locale].offlineSubmit : rewardWords[locale].failed}{' '}
            <button type="button" class="zr-change" onClick={onRetry}>
              {rewardWords[locale].retry}
            </button>
          </p>
        ) : known.payouts.length === 0 ? (
          <p>{say.noRecords}</p>
        ) : (
          <ul>
            {known.payouts.map((payout) => (
              <Record key={payout.id} payout={payout} />
            ))}
          </ul>
        ))}
    </section>
  )
}

function Record({ payout: { amountFen, state, reason, requestedAt } }: { payout: Payout }) {
  const { locale, timeZone } = useHost()
  const say = withdrawWords[locale]
  const { month, day, hour, minute } = instantParts(requestedAt, timeZone)
  const about = [reason, say.about[state]].filter(Boolean).join(locale === 'en' ? '. ' : '，')
  return (
    <li class={`is-${state}`}>
      <div class="zr-row">
        <b>¥{shownFen(amountFen)}</b>
        <em>{say.states[state]}</em>
      </div>
      <p>
        <time dateTime={requestedAt}>
          {month}.{day} {hour}:{minute}
        </time>
        {about && <span>{about}</span>}
      </p>
    </li>
  )
}
