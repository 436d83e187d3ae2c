/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { later } from '../kit/later'
import { MY_REWARDS } from '../kit/play/my-rewards'
import { Notice } from '../kit/play/notice'
import { phaseNow, phaseText } from '../kit/play/phase-text'
import { playWords } from '../kit/play/play-words'
import { Rules } from '../kit/play/rules'
import type { Answer } from '../kit/play/use-play'
import { leftText } from '../kit/play/when-text'
import { isPhone } from '../kit/target'
import { type ToolStatus, useHost, type ViewProps } from '../kit/view'
import { useMessages, useNow, useToolState } from '../kit/view-hooks'
import type { CouponWallProps } from './definition'
import { chooseTool, viewMessages } from './messages'
import {
  type CouponOffer,
  type CouponWallState,
  offerInSession,
  offerNow,
  type SessionState,
  sessionShown,
  sessionsNow,
} from './state'
import { useClaims } from './view-claim'
import { ClaimAllResult as ResultNow } from './view-result'
import { WallRules as RulesNow } from './view-rules'
import { SessionTabs } from './view-sessions'
import { EmptyTicket, Ticket } from './view-ticket'

const ClaimAllResult = later(
  isPhone ? { load: () => import('./view-result').then((m) => m.ClaimAllResult) } : { now: ResultNow },
)

export function View({ props, blockId }: ViewProps<CouponWallProps>) {
  const host = useHost()
  const text = useMessages(viewMessages)
  const words = playWords[host.locale]
  const { status, state } = useToolState<CouponWallState>(blockId)

  return (
    <section class={`zg-cw zg-cw-${props.layout}`} aria-label={props.title || text.title}>
      <header>
        <h2>{props.title}</h2>
        {state && <Rules id={blockId}>{isPhone ? undefined : <RulesNow state={state} />}</Rules>}
        <a class="zg-cw-mine" href={MY_REWARDS}>
          {words.mine}
        </a>
      </header>
      {state && state.coupons.length > 0 ? (
        <Wall {...{ props, blockId, status, state }} />
      ) : (
        <NoWall {...{ status, state }} />
      )}
    </section>
  )
}

/** What stands there without coupons: why there are none, or their places while they load. */
function NoWall({ status, state }: { status: ToolStatus; state: CouponWallState | undefined }) {
  const { isEditing, locale } = useHost()
  const text = useMessages(viewMessages)
  let message = ''
  if (state) message = text.noCoupons
  else if (status === 'offline') message = text.failedToLoad
  else if (!isPhone && isEditing) message = chooseTool[locale]
  if (message) return <p class="zg-cw-empty">{message}</p>
  return (
    <>
      <p class="zg-cw-strip" />
      <ul class="zg-cw-paper">
        {[0, 1].map((key) => (
          <EmptyTicket key={key} />
        ))}
      </ul>
    </>
  )
}

interface WallProps {
  props: CouponWallProps
  blockId: string
  status: ToolStatus
  state: CouponWallState
}

function Wall({ props, blockId, status, state }: WallProps) {
  const { locale, timeZone } = useHost()
  const text = useMessages(viewMessages)
  const now = useNow()
  const claims = useClaims(blockId, state)
  const [picked, pick] = useState<number>()
  const sessions = sessionsNow(state.sessions, now)
  const shown = picked !== undefined && sessions[picked] ? picked : sessionShown(sessions)
  useFreshState(now === undefined ? undefined : `${phaseNow(state, now)} ${sessionShown(sessions)}`)

  const offers = state.coupons.map((offer) => offerNow(offer, claims.lessonOf(offer), now))
  const isRunning = phaseNow(state, now) === 'running'
  const mustSignIn = status === 'ready' && !state.isSignedIn
  const ticketOf = (offer: CouponOffer) => (
    <Ticket
      key={offer.rewardId}
      id={`${blockId}-${offer.rewardId}`}
      offer={offerInSession(offer, sessions[shown])}
      isClaiming={claims.isClaiming(offer) || (claims.all.isPending({}) && offer.state === 'claimable')}
      showProgress={props.showProgress}
      onClaim={() => claims.claim(offer.rewardId)}
      {...{ now, mustSignIn }}
    />
  )
  const [inSession, allDay] = [offers.filter((o) => o.isInSession), offers.filter((o) => !o.isInSession)]

  return (
    <>
      {sessions.length > 0 && <SessionTabs {...{ sessions, shown }} onShow={pick} />}
      <p class="zg-cw-strip">
        <span>
          {(status !== 'offline' && isRunning && sessionText(sessions[shown], locale, now, text)) ||
            phaseText(locale, state, status, timeZone, now)}
        </span>
      </p>
      <div class="zg-cw-paper">
        {inSession.length > 0 && <ul>{inSession.map(ticketOf)}</ul>}
        {inSession.length > 0 && allDay.length > 0 && <h3>{text.allDay}</h3>}
        {allDay.length > 0 && <ul>{allDay.map(ticketOf)}</ul>}
        {offers.length > 1 && <ClaimAll {...{ offers, claims }} />}
      </div>
      <Notice of={claims.one} say={(answer) => saying(answer, claims.asked, text)}>
        <a href={MY_REWARDS}>{playWords[locale].mine}</a>
      </Notice>
      <Notice of={claims.all} say={(answer) => saying(answer, undefined, text)} />
      {claims.parts && (
        <ClaimAllResult parts={claims.parts} coupons={state.coupons} onClose={claims.forgetParts} />
      )}
    </>
  )
}

/** The way to all of them at once; it keeps its place when there is nothing left. */
function ClaimAll({ offers, claims }: { offers: CouponOffer[]; claims: ReturnType<typeof useClaims> }) {
  const text = useMessages(viewMessages)
  const isPending = claims.all.isPending({})
  const canClaim = offers.some(({ state }) => state === 'claimable')
  return (
    <button
      type="button"
      class="zg-cw-all"
      aria-busy={isPending}
      aria-disabled={isPending || !canClaim}
      onClick={() => {
        if (!canClaim) return
        ClaimAllResult.fetch().catch(() => {})
        void claims.claimAll()
      }}
    >
      {isPending ? text.claiming : canClaim ? text.claimAll : text.nothingLeft}
    </button>
  )
}

/** Of the session shown, while the campaign runs: always one line, so that nothing moves. */
function sessionText(
  session: SessionState | undefined,
  locale: 'zh-CN' | 'en',
  now: number | undefined,
  text: (typeof viewMessages)['en'],
): string | undefined {
  if (!session || !now) return undefined
  if (session.state === 'ended') return text.sessionOver
  if (session.state === 'running') return text.sessionEndsIn(leftText(locale, session.endsAt, now))
  return text.soon(leftText(locale, session.startsAt, now))
}

/** Words of the wall's own for an answer; undefined where everybody's will do. */
function saying(answer: Answer, asked: CouponOffer | undefined, text: (typeof viewMessages)['en']) {
  if (answer.status === 'granted') return asked && text.claimed(asked.title)
  if (answer.status === 'limit_reached' && answer.rule === 'per_member') return text.claimedUp(answer.limit)
  return answer.status === 'not_eligible' && answer.rule === 'not_offered' ? text.withdrawn : undefined
}

/** How long phones spread their questions over when a session begins for all at once, ms. */
const SPREAD_MS = 4_000

/** Asks for the state again when the clock opened or closed something; the tickets already show it. */
function useFreshState(edge: string | undefined): void {
  const { refresh } = useHost()
  const last = useRef<string | undefined>(undefined)
  useEffect(() => {
    const before = last.current
    last.current = edge
    if (before === undefined || edge === before) return
    const timer = setTimeout(refresh, 500 + Math.random() * SPREAD_MS)
    return () => clearTimeout(timer)
  }, [edge, refresh])
}
