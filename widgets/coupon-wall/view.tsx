/** @jsxImportSource preact */
import { instantParts } from '../kit/instant-text'
import { timeLeft } from '../kit/time-left'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages, useNow, useToolState } from '../kit/view-hooks'
import type { CouponWallProps } from './definition'
import { type CouponWallMessages, viewMessages } from './messages'
import { type CouponWallState, offerNow } from './state'
import { useClaim } from './view-claim'
import { NoticeBar } from './view-notice'
import { EmptyTicket, Ticket } from './view-ticket'

export function View({ props, blockId }: ViewProps<CouponWallProps>) {
  const host = useHost()
  const text = useMessages(viewMessages)
  const { status, state } = useToolState<CouponWallState>(blockId)
  const now = useNow()
  const claims = useClaim(blockId, status)
  const when = (iso: string) => text.instant(instantParts(iso, host.timeZone))

  let message = ''
  if (!state) {
    if (status === 'offline') message = text.failedToLoad
    else if (host.isEditing) message = text.chooseTool
  } else if (state.coupons.length === 0) message = text.noCoupons

  return (
    <section class={`zg-cw zg-cw-${props.layout}`} aria-label={props.title || text.title}>
      <header>
        <h2>{props.title}</h2>
        <a class="zg-cw-mine" href="/my/rewards">
          {text.mine}
        </a>
      </header>
      <p class="zg-cw-strip">
        {state && <span>{status === 'offline' ? text.offline : stripText(state, text, when, now)}</span>}
      </p>
      {message ? (
        <p class="zg-cw-empty">{message}</p>
      ) : (
        <ul>
          {state
            ? state.coupons.map((offer) => (
                <Ticket
                  key={offer.rewardId}
                  id={`${blockId}-${offer.rewardId}`}
                  offer={offerNow(offer, claims.lessonOf(offer), now)}
                  isClaiming={claims.isClaiming(offer)}
                  mustSignIn={status === 'ready' && !state.isSignedIn}
                  showProgress={props.showProgress}
                  onClaim={() => claims.claim(offer)}
                />
              ))
            : [0, 1].map((key) => <EmptyTicket key={key} />)}
        </ul>
      )}
      <NoticeBar claims={claims} when={when} />
    </section>
  )
}

/** What stands above the tickets: always one line, so that nothing moves when it changes. */
function stripText(
  { phase, startsAt, endsAt }: CouponWallState,
  text: CouponWallMessages,
  when: (iso: string) => string,
  now: number | undefined,
): string {
  const left = (target: string) => {
    const { days, clock } = timeLeft(Date.parse(target), now ?? 0)
    return (days > 0 ? text.days(days) : '') + clock.join(':')
  }
  if (phase === 'suspended') return text.suspended
  if (phase === 'ended' || (now && now >= Date.parse(endsAt))) return text.ended
  if (phase === 'not_started' && !(now && now >= Date.parse(startsAt))) {
    return now ? text.opensIn(left(startsAt)) : text.opensAt(when(startsAt))
  }
  return now ? text.closesIn(left(endsAt)) : text.closesAt(when(endsAt))
}
