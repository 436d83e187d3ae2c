/** @jsxImportSource preact */
import { render } from 'preact'
import type { DeliveryAddress } from '../../schemas/delivery-address'
import type { Locale } from '../../widgets/kit/messages'
import type { ViewHost } from '../../widgets/kit/view'
import { requestLogin } from './bridge'
import { copyText, shareLink } from './bridge-share'
import { type AddressAnswer, type ApiFailure, isFailure, memberApi } from './member-api'
import { rewardWords } from './reward-words'
import { type RewardsState, RewardsView } from './rewards-view'
import { showToast } from './toast'

/* The script of /my/rewards. The server sends an outline of the same view, loading, as a start. */

const root = document.getElementById('zg-app') ?? document.body
const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
let state: RewardsState = { kind: 'loading' }

/** What the parts that widgets share need of a page. There are no tools on this one. */
const host: ViewHost = {
  locale,
  timeZone: document.documentElement.dataset.timeZone ?? 'Asia/Shanghai',
  now: Date.now,
  onTick: () => () => {},
  readTool: () => ({ status: 'ready', state: undefined }),
  onToolChange: () => () => {},
  perform: () => Promise.reject(new Error('there are no tools on this page')),
  navigate: (link) => location.assign(link),
  params: {},
  setParam: () => {},
  share: ({ title }) => shareLink(title, location.href),
  copy: copyText,
  refresh: () => void load(),
  login,
  isEditing: false,
}

function show(next: RewardsState): void {
  state = next
  render(
    <RewardsView
      state={state}
      host={host}
      onRetry={load}
      onMore={loadMore}
      onAddress={giveAddress}
      onBalance={setBalance}
      onIdentity={haveIdentity}
    />,
    root,
  )
}

async function load(): Promise<void> {
  show({ kind: 'loading' })
  const answer = await memberApi.myRewards()
  if (isFailure(answer)) show({ kind: 'failed', offline: answer.offline, requestId: answer.requestId })
  else if (!answer.isSignedIn) show({ kind: 'logged_out' })
  else {
    const { wallet, rewards, parcels, identity, nextCursor } = answer
    show({ kind: 'list', wallet, rewards, parcels, identity, nextCursor, more: 'idle' })
  }
}

async function loadMore(): Promise<void> {
  if (state.kind !== 'list' || state.nextCursor === null || state.more === 'loading') return
  show({ ...state, more: 'loading' })
  const answer = await memberApi.myRewards(state.nextCursor)
  // What happened meanwhile, such as an address that was given, stays.
  const before = state as RewardsState
  if (before.kind !== 'list') return
  if (isFailure(answer)) return show({ ...before, more: answer })
  // The session ended between two parts of the list.
  if (!answer.isSignedIn) return show({ kind: 'logged_out' })
  const rewards = [...before.rewards, ...answer.rewards]
  show({ ...before, rewards, nextCursor: answer.nextCursor, more: 'idle' })
}

async function giveAddress(grantId: string, address: DeliveryAddress): Promise<AddressAnswer | ApiFailure> {
  const answer = await memberApi.giveAddress({ grantId, ...address, consent: true })
  if (isFailure(answer) || !answer.ok || state.kind !== 'list') return answer
  const rewards = state.rewards.map((reward) =>
    reward.id === grantId && reward.given.kind === 'physical'
      ? { ...reward, expiresAt: null, given: { ...reward.given, hasAddress: true } }
      : reward,
  )
  // A parcel that came back is made up anew.
  const parcels = state.parcels.filter((parcel) => parcel.grantId !== grantId)
  show({ ...state, rewards, parcels })
  showToast(rewardWords[locale].saved)
  return answer
}

function setBalance(cashFen: number): void {
  if (state.kind === 'list') show({ ...state, wallet: { ...state.wallet, cashFen } })
}

function haveIdentity(): void {
  if (state.kind === 'list') show({ ...state, identity: 'given' })
}

async function login(): Promise<boolean> {
  const answer = await requestLogin()
  if (answer === 'nobody') showToast(rewardWords[locale].openInApp)
  if (answer === 'answered') await load()
  return state.kind === 'list'
}

/** What was not shown may have come within reach: the network is back, or the member signed in elsewhere. */
function retryIfNeeded(): void {
  if (document.visibilityState !== 'visible') return
  if (state.kind === 'failed' || state.kind === 'logged_out') void load()
}

addEventListener('online', retryIfNeeded)
document.addEventListener('visibilitychange', retryIfNeeded)
void load()
