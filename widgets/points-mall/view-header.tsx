/** @jsxImportSource preact */
import { instantParts } from '../kit/instant-text'
import { linkHref } from '../kit/link-href'
import { phaseText } from '../kit/play/phase-text'
import { Rules } from '../kit/play/rules'
import { Still } from '../kit/still'
import { isPhone } from '../kit/target'
import { type ToolSnapshot, useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages'
import type { PointsMallState } from './state'
import { Coins as CoinsNow } from './view-coins'
import { balanceText, grouped } from './view-price'
import { MallRules as RulesNow } from './view-rules'

interface HeaderProps {
  blockId: string
  title: string
  tool: ToolSnapshot<PointsMallState>
  now: number | undefined
  onRecords: () => void
}

/** What the member has, and what is about to lapse. As high in every state, so that nothing jumps. */
export function Header({ blockId, title, tool: { status, state }, now, onRecords }: HeaderProps) {
  const host = useHost()
  const text = useMessages(viewMessages)
  const wallet = state?.wallet
  const isSignedOut = status === 'ready' && state && !wallet
  const earn = state && linkHref(state.earnLink)
  return (
    <header>
      <div class="zg-pm-top">
        <h2>{title}</h2>
        {state && <Rules id={blockId}>{isPhone ? undefined : <RulesNow mall={state} />}</Rules>}
        <button type="button" onClick={() => !host.isEditing && onRecords()}>
          {text.records}
        </button>
      </div>
      <div class="zg-pm-purse">
        {isSignedOut ? (
          <button type="button" class="zg-pm-login" onClick={() => !host.isEditing && void host.login()}>
            {text.signInForPoints}
          </button>
        ) : (
          <>
            <p>
              <small>{text.myPoints}</small>
              {wallet ? <b>{grouped(wallet.points)}</b> : <b class="is-unknown" />}
            </p>
            <p>
              <small>{text.balance}</small>
              {wallet ? <b class="is-small">{balanceText(wallet.cashFen)}</b> : <b class="is-unknown" />}
            </p>
          </>
        )}
        <Still name="mall coins">{isPhone ? undefined : <CoinsNow />}</Still>
      </div>
      <p class="zg-pm-lapse">
        <Lapse wallet={wallet} isSignedOut={isSignedOut === true} />
        {earn && <a href={earn}>{text.earn}</a>}
      </p>
      <p class="zg-pm-strip">{state && phaseText(host.locale, state, status, host.timeZone, now)}</p>
    </header>
  )
}

function Lapse({
  wallet,
  isSignedOut,
}: {
  wallet: PointsMallState['wallet'] | undefined
  isSignedOut: boolean
}) {
  const { timeZone } = useHost()
  const text = useMessages(viewMessages)
  if (!wallet) return <span>{isSignedOut ? text.signedOutHint : ''}</span>
  if (!wallet.expiring) return <span>{text.nothingExpires}</span>
  const { points, at } = wallet.expiring
  // What lapses at midnight is good until the day before.
  const lastDay = instantParts(new Date(Date.parse(at) - 1).toISOString(), timeZone)
  return <span class="is-soon">{text.expiring(grouped(points), lastDay)}</span>
}
