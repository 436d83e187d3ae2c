/** @jsxImportSource preact */
import { linkHref } from '../kit/link-href'
import { expiryText, isLastDay, validityText } from '../kit/play/validity-text'
import { useWhen } from '../kit/play/when-text'
import { Still } from '../kit/still'
import { isPhone } from '../kit/target'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages'
import type { CouponOffer } from './state'
import { Face as FaceNow } from './view-face'

interface TicketProps {
  /** Unique on the page: two walls may offer the same coupon. */
  id: string
  offer: CouponOffer
  now: number | undefined
  isClaiming: boolean
  mustSignIn: boolean
  showProgress: boolean
  onClaim: () => void
}

/** Whether it shows as something that can no longer be had. */
function isOff({ state }: CouponOffer): boolean {
  return state !== 'claimable' && state !== 'taken' && state !== 'not_started'
}

export function Ticket(props: TicketProps) {
  const { id, offer, now, showProgress } = props
  const text = useMessages(viewMessages)
  const when = useWhen(now)
  const { state, mine, limit, dayLimit } = offer
  // How much is gone urges only whoever can still have one, and only when some are gone.
  const isMine = mine >= limit
  const isUrging =
    showProgress && !isMine && state !== 'suspended' && state !== 'ended' && offer.takenPercent > 0
  return (
    <li>
      <article class={isOff(offer) ? 'zg-cw-ticket is-off' : 'zg-cw-ticket'}>
        <Still name={`${id} face`}>{isPhone ? undefined : <FaceNow face={offer.face} />}</Still>
        <div class="zg-cw-rest">
          <div class="zg-cw-body">
            <h4 id={id}>{offer.title}</h4>
            <Lasts offer={offer} now={now} />
            {(limit > 1 || dayLimit) && (
              <p>
                {text.limit(mine, limit)}
                {dayLimit && <br />}
                {dayLimit && text.dayLimit(dayLimit)}
              </p>
            )}
            {state === 'not_started' ? (
              <p class="zg-cw-soon">{text.soon(when(offer.opensAt))}</p>
            ) : (
              isUrging && <Progress percent={offer.takenPercent} />
            )}
            {isMine && (
              <i class="zg-cw-stamp" aria-hidden="true">
                {text.stamp}
              </i>
            )}
          </div>
          <div class="zg-cw-act">
            <TicketButton {...props} />
          </div>
        </div>
      </article>
    </li>
  )
}

/** How long the one that is held lasts, or else the one that can be had. */
function Lasts({ offer: { held, mine, face }, now }: Pick<TicketProps, 'offer' | 'now'>) {
  const { locale, timeZone } = useHost()
  if (mine > 0 && held) {
    const { expiresAt } = held
    const isLast = expiresAt !== null && isLastDay(expiresAt, timeZone, now)
    return <p class={isLast ? 'zg-cw-last' : ''}>{expiryText(locale, expiresAt, timeZone, now)}</p>
  }
  return 'validity' in face ? <p>{validityText(locale, face.validity, timeZone, now)}</p> : null
}

function Progress({ percent }: { percent: number }) {
  const text = useMessages(viewMessages)
  return (
    <p class="zg-cw-progress">
      <i aria-hidden="true">
        <b style={{ transform: `scaleX(${percent / 100})` }} />
      </i>
      {text.taken(percent)}
    </p>
  )
}

/**
 * One button through all of a coupon's life, never another element: whoever tapped it with a
 * keyboard or a screen reader keeps the focus. For the same reason it is never `disabled`.
 */
function TicketButton({ id, offer, now, isClaiming, mustSignIn, onClaim }: TicketProps) {
  const host = useHost()
  const text = useMessages(viewMessages)
  const when = useWhen(now)
  const { state, mine, held, nextAt } = offer
  const useLink = state === 'taken' && !held?.isExpired ? linkHref(offer.useLink) : undefined
  const canClaim = state === 'claimable'

  let label = text.claim
  if (canClaim && mustSignIn) label = text.signIn
  else if (canClaim && mine > 0) label = text.claimAgain
  else if (useLink) label = text.use
  else if (state === 'taken' && held?.isExpired) label = text.expired
  else if (state !== 'claimable') label = text.states[state]

  return (
    <button
      type="button"
      class={useLink ? 'is-use' : ''}
      aria-describedby={id}
      aria-busy={isClaiming}
      aria-disabled={isClaiming || !(canClaim || useLink)}
      onClick={() => {
        if (canClaim) onClaim()
        else if (useLink && !host.isEditing) host.navigate(useLink)
      }}
    >
      {isClaiming ? text.claiming : label}
      {state === 'sold_out' && nextAt && <small>{text.back(when(nextAt))}</small>}
    </button>
  )
}

/** Holds a ticket's place until there is something to show. */
export function EmptyTicket() {
  return (
    <li aria-hidden="true">
      <article class="zg-cw-ticket is-empty">
        <div class="zg-cw-face" />
        <div class="zg-cw-rest">
          <div class="zg-cw-body" />
          <div class="zg-cw-act" />
        </div>
      </article>
    </li>
  )
}
