/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { DeliveryAddress } from '../../schemas/delivery-address'
import type { HeldReward } from '../../schemas/outcome'
import { useHost, type ViewHost, ViewHostContext } from '../../widgets/kit/view'
import type { AddressAnswer, ApiFailure, RewardsPage } from './member-api'
import { AddressSheet } from './reward-address'
import { RewardIdentity } from './reward-identity'
import { RewardPurse } from './reward-purse'
import { RewardTicket } from './reward-ticket'
import { type RewardTab, rewardWords } from './reward-words'
import { WithdrawSheet } from './withdraw-sheet'

/** What is known of the member's rewards. `more` is the state of the list's next part. */
export type RewardsState =
  | { kind: 'loading' }
  | { kind: 'logged_out' }
  | { kind: 'failed'; offline: boolean; requestId?: string }
  | {
      kind: 'list'
      wallet: RewardsPage['wallet']
      rewards: HeldReward[]
      parcels: RewardsPage['parcels']
      identity: RewardsPage['identity']
      nextCursor: string | null
      more: 'idle' | 'loading' | { offline: boolean; requestId?: string }
    }

type ListState = Extract<RewardsState, { kind: 'list' }>

interface RewardsProps {
  state: RewardsState
  host: ViewHost
  onRetry: () => void
  onMore: () => void
  onAddress: (grantId: string, address: DeliveryAddress) => Promise<AddressAnswer | ApiFailure>
  /** What is left of the balance after cash was taken out. */
  onBalance: (cashFen: number) => void
  /** The member said who they are. */
  onIdentity: () => void
}

/** 我的奖励, in every state. */
export function RewardsView({ host, ...props }: RewardsProps) {
  const say = rewardWords[host.locale]
  return (
    <ViewHostContext.Provider value={host}>
      <main class="zg-page zr-page">
        <header class="zr-header">
          <button type="button" class="zr-back" aria-label={say.back} onClick={() => history.back()}>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
              <path
                d="M15 5l-7 7 7 7"
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                stroke-linecap="round"
              />
            </svg>
          </button>
          <h1>{say.title}</h1>
        </header>
        <Body {...props} />
      </main>
    </ViewHostContext.Provider>
  )
}

function Body({ state, onRetry, ...list }: Omit<RewardsProps, 'host'>) {
  const host = useHost()
  const say = rewardWords[host.locale]
  switch (state.kind) {
    case 'loading':
      return (
        <div role="status" aria-label={say.loading}>
          <RewardPurse />
          <div class="zr-tabs" />
          <div class="zr-list">
            {[1, 2, 3].map((n) => (
              <div key={n} class="zr-ticket zr-skeleton" />
            ))}
          </div>
        </div>
      )
    case 'logged_out':
      return (
        <Notice title={say.loggedOut} hint={say.loggedOutHint}>
          <button type="button" class="zr-button" onClick={() => void host.login()}>
            {say.login}
          </button>
        </Notice>
      )
    case 'failed':
      return (
        <Notice
          title={state.offline ? say.offline : say.failed}
          hint={state.requestId && say.requestId(state.requestId)}
        >
          <button type="button" class="zr-button" onClick={onRetry}>
            {say.retry}
          </button>
        </Notice>
      )
    case 'list':
      return <List state={state} {...list} />
  }
}

const TABS: RewardTab[] = ['all', 'coupon', 'cash', 'subsidy', 'points', 'partner_voucher', 'physical']

function List({
  state,
  onMore,
  onAddress,
  onBalance,
  onIdentity,
}: Pick<RewardsProps, 'onMore' | 'onAddress' | 'onBalance' | 'onIdentity'> & { state: ListState }) {
  const say = rewardWords[useHost().locale]
  const [tab, setTab] = useState<RewardTab>('all')
  const [addressed, address] = useState<HeldReward>()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { rewards, parcels, wallet, nextCursor } = state
  const shown = tab === 'all' ? rewards : rewards.filter(({ given }) => given.kind === tab)
  const close = () => address(undefined)
  const submit = async (to: DeliveryAddress) => {
    const answer = await onAddress(addressed?.id ?? '', to)
    if ('ok' in answer && answer.ok) close()
    return answer
  }
  return (
    <>
      <RewardPurse wallet={wallet} onWithdraw={() => setWithdrawing(true)} />
      <RewardIdentity status={state.identity} onGiven={onIdentity} />
      {rewards.length === 0 ? (
        <Notice title={say.empty} hint={say.emptyHint} />
      ) : (
        <>
          <fieldset class="zr-tabs" aria-label={say.title}>
            {TABS.map((name) => (
              <button key={name} type="button" aria-pressed={tab === name} onClick={() => setTab(name)}>
                <span class="zr-tab">{say.tabs[name]}</span>
              </button>
            ))}
          </fieldset>
          <ul class="zr-list">
            {shown.map((reward) => (
              <RewardTicket
                key={reward.id}
                reward={reward}
                parcel={parcels.find(({ grantId }) => grantId === reward.id)}
                onAddress={address}
              />
            ))}
          </ul>
          {/* Of a kind that has not come yet, the next part of the list may hold some. */}
          {shown.length === 0 && nextCursor === null ? (
            <p class="zr-end">{say.noneOfKind}</p>
          ) : (
            <More state={state} onMore={onMore} />
          )}
        </>
      )}
      {addressed && <AddressSheet title={addressed.title} onSubmit={submit} onClose={close} />}
      {isWithdrawing && (
        <WithdrawSheet
          balanceFen={wallet.cashFen}
          onBalance={onBalance}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </>
  )
}

function More({ state, onMore }: Pick<RewardsProps, 'onMore'> & { state: ListState }) {
  const say = rewardWords[useHost().locale]
  if (state.nextCursor === null) return <p class="zr-end">{say.end}</p>
  const failure = typeof state.more === 'object' ? state.more : undefined
  return (
    <div class="zr-end">
      {failure && (
        <p role="status">
          {failure.offline ? say.offline : say.failed}
          {failure.requestId && <small> {say.requestId(failure.requestId)}</small>}
        </p>
      )}
      <button type="button" class="zr-button zr-quiet" disabled={state.more === 'loading'} onClick={onMore}>
        {state.more === 'loading' ? say.loading : say.more}
      </button>
    </div>
  )
}

function Notice(props: { title: string; hint?: string | undefined; children?: ComponentChildren }) {
  return (
    <div class="zr-notice" role="status">
      <svg viewBox="0 0 160 110" width="160" height="110" aria-hidden="true">
        <ellipse cx="80" cy="100" rx="60" ry="7" class="zr-shade" />
        <g transform="rotate(-7 80 55)">
          <path class="zr-back-ticket" d="M28 26h104v18a9 9 0 0 0 0 18v18H28V62a9 9 0 0 0 0-18z" />
        </g>
        <path class="zr-front-ticket" d="M24 34h112v17a9 9 0 0 0 0 18v17H24V69a9 9 0 0 0 0-18z" />
        <path class="zr-tear" d="M62 40v40" />
        <path class="zr-line" d="M76 54h44M76 66h28" />
        <circle class="zr-coin" cx="43" cy="60" r="10" />
      </svg>
      <p class="zr-notice-title">{props.title}</p>
      {props.hint && <p class="zr-notice-hint">{props.hint}</p>}
      {props.children}
    </div>
  )
}
