/** @jsxImportSource preact */
import { isSafeLink } from '../../schemas/safe-values'
import { instantParts } from '../kit/instant-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { viewMessages } from './messages'
import type { CouponOffer } from './state'

interface TicketProps {
  /** Unique on the page: two walls may offer the same coupon. */
  id: string
  offer: CouponOffer
  isClaiming: boolean
  mustSignIn: boolean
  showProgress: boolean
  onClaim: () => void
}

export function Ticket({ id, offer, isClaiming, mustSignIn, showProgress, onClaim }: TicketProps) {
  const { timeZone } = useHost()
  const text = useMessages(viewMessages)
  const { state, validity } = offer
  const amount = yuanText(offer.amountFen)
  // How much is gone urges only whoever can still have one, and only when some are gone.
  const isUrging = state !== 'suspended' && state !== 'ended' && offer.takenPercent > 0
  const isOff = state !== 'claimable' && state !== 'taken' && state !== 'not_started'
  const until = validity.kind === 'until' ? instantParts(validity.until, timeZone) : undefined
  return (
    <li>
      <article class={isOff ? 'zg-cw-ticket is-off' : 'zg-cw-ticket'}>
        <div class="zg-cw-face">
          <p class={amount.length > 4 ? 'zg-cw-amount is-long' : 'zg-cw-amount'}>
            <small>¥</small>
            {amount}
          </p>
          <p>
            {offer.thresholdFen > 0
              ? // The space between them is where a narrow ticket breaks the line.
                text
                  .terms(yuanText(offer.thresholdFen), amount)
                  .map((piece) => [<b key={piece}>{piece}</b>, ' '])
              : text.anyOrder}
          </p>
        </div>
        <div class="zg-cw-body">
          <h3 id={id}>{offer.title}</h3>
          <p>{text.validity(validity, until)}</p>
          {offer.limit > 1 && <p>{text.limit(offer.mine, offer.limit)}</p>}
          {state === 'not_started' ? (
            <p class="zg-cw-soon">{text.soon(instantParts(offer.opensAt, timeZone))}</p>
          ) : (
            showProgress && isUrging && <Progress percent={offer.takenPercent} />
          )}
        </div>
        <div class="zg-cw-act">
          <TicketButton id={id} {...{ offer, isClaiming, mustSignIn, onClaim }} />
        </div>
        {offer.mine >= offer.limit && (
          <i class="zg-cw-stamp" aria-hidden="true">
            {text.stamp}
          </i>
        )}
      </article>
    </li>
  )
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
function TicketButton({ id, offer, isClaiming, mustSignIn, onClaim }: Omit<TicketProps, 'showProgress'>) {
  const host = useHost()
  const text = useMessages(viewMessages)
  const { state, useLink, mine } = offer
  const canUse = state === 'taken' && useLink !== '' && isSafeLink(useLink)
  const canClaim = state === 'claimable'

  let label = text.claim
  if (canClaim && mustSignIn) label = text.signIn
  else if (canClaim && mine > 0) label = text.claimAgain
  else if (canUse) label = text.use
  else if (state !== 'claimable') label = text.states[state]

  return (
    <button
      type="button"
      class={canUse ? 'is-use' : ''}
      aria-describedby={id}
      aria-busy={isClaiming}
      aria-disabled={isClaiming || !(canClaim || canUse)}
      onClick={() => {
        if (canClaim) onClaim()
        else if (canUse && !host.isEditing) host.navigate(useLink)
      }}
    >
      {isClaiming ? text.claiming : label}
    </button>
  )
}

/** Holds a ticket's place until there is something to show. */
export function EmptyTicket() {
  return (
    <li aria-hidden="true">
      <article class="zg-cw-ticket is-empty">
        <div class="zg-cw-face" />
        <div class="zg-cw-body" />
        <div class="zg-cw-act" />
      </article>
    </li>
  )
}
