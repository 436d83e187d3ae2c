/** @jsxImportSource preact */
import { render } from 'preact'
import type { Locale } from '../../widgets/kit/messages'
import { requestLogin } from './bridge'
import { isFailure, memberApi } from './member-api'
import { rewardWords } from './reward-words'
import { type RewardsState, RewardsView } from './rewards-view'
import { showToast } from './toast'

/* The script of /my/rewards. The server sends the same view, loading, as a start. */

const root = document.getElementById('zg-app') ?? document.body
const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
const timeZone = document.documentElement.dataset.timeZone ?? 'Asia/Shanghai'
let state: RewardsState = { kind: 'loading' }

function show(next: RewardsState): void {
  state = next
  render(
    <RewardsView
      state={state}
      locale={locale}
      timeZone={timeZone}
      onLogin={login}
      onRetry={load}
      onMore={loadMore}
    />,
    root,
  )
}

async function load(): Promise<void> {
  show({ kind: 'loading' })
  const answer = await memberApi.myRewards()
  if (isFailure(answer)) show({ kind: 'failed', offline: answer.offline, requestId: answer.requestId })
  else if (!answer.isSignedIn) show({ kind: 'logged_out' })
  else show({ kind: 'list', rewards: answer.rewards, nextCursor: answer.nextCursor, more: 'idle' })
}

async function loadMore(): Promise<void> {
  if (state.kind !== 'list' || state.nextCursor === null || state.more === 'loading') return
  const before = state
  show({ ...before, more: 'loading' })
  const answer = await memberApi.myRewards(state.nextCursor)
  if (isFailure(answer)) return show({ ...before, more: answer })
  // The session ended between two parts of the list.
  if (!answer.isSignedIn) return show({ kind: 'logged_out' })
  const rewards = [...before.rewards, ...answer.rewards]
  show({ kind: 'list', rewards, nextCursor: answer.nextCursor, more: 'idle' })
}

async function login(): Promise<void> {
  const answer = await requestLogin()
  if (answer === 'nobody') showToast(rewardWords[locale].openInApp)
  if (answer === 'answered') await load()
}

/** What was not shown may have come within reach: the network is back, or the member signed in elsewhere. */
function retryIfNeeded(): void {
  if (document.visibilityState !== 'visible') return
  if (state.kind === 'failed' || state.kind === 'logged_out') void load()
}

addEventListener('online', retryIfNeeded)
document.addEventListener('visibilitychange', retryIfNeeded)
void load()
