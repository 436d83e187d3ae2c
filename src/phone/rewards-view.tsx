/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { HeldReward } from '../../schemas/outcome'
import type { Locale } from '../../widgets/kit/messages'
import { RewardTicket } from './reward-ticket'
import { rewardWords } from './reward-words'

/** What is known of the member's rewards. `more` is the state of the list's next part. */
export type RewardsState =
  | { kind: 'loading' }
  | { kind: 'logged_out' }
  | { kind: 'failed'; offline: boolean; requestId?: string }
  | {
      kind: 'list'
      rewards: HeldReward[]
      nextCursor: string | null
      more: 'idle' | 'loading' | { offline: boolean; requestId?: string }
    }

interface Props {
  state: RewardsState
  locale: Locale
  timeZone: string
  onLogin: () => void
  onRetry: () => void
  onMore: () => void
}

/** 我的奖励, in every state. Drawn by the server while loading, and by the phone from then on. */
export function RewardsView(props: Props) {
  const say = rewardWords[props.locale]
  return (
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
  )
}

function Body({ state, locale, timeZone, onLogin, onRetry, onMore }: Props) {
  const say = rewardWords[locale]
  switch (state.kind) {
    case 'loading':
      return (
        <div class="zr-list" role="status" aria-label={say.loading}>
          {[1, 2, 3].map((n) => (
            <div key={n} class="zr-ticket zr-skeleton" />
          ))}
        </div>
      )
    case 'logged_out':
      return (
        <Notice title={say.loggedOut} hint={say.loggedOutHint}>
          <button type="button" class="zr-button" onClick={onLogin}>
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
      if (state.rewards.length === 0) return <Notice title={say.empty} hint={say.emptyHint} />
      return (
        <>
          <ul class="zr-list">
            {state.rewards.map((reward) => (
              <RewardTicket key={reward.id} reward={reward} locale={locale} timeZone={timeZone} />
            ))}
          </ul>
          <More state={state} locale={locale} onMore={onMore} />
        </>
      )
  }
}

function More({ state, locale, onMore }: Pick<Props, 'state' | 'locale' | 'onMore'>) {
  const say = rewardWords[locale]
  if (state.kind !== 'list') return null
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
