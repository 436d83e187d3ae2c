import type { HeldReward, Outcome } from '../../schemas/outcome'
import type { StateSample, WidgetFixtures } from '../kit/fixtures'
import type { RewardFacts } from '../kit/tool'
import { defaults } from './config'
import { type Packet, packetKey } from './sharing'
import type { OpenState, PacketOpener, RedPacketState, ShareState, ShownPacket } from './state'
import type { RedPacketConfig } from './tool'

const STARTS_AT = '2026-11-10T16:00:00.000Z'
/** Eight in the evening in Shanghai. */
const OPENS_LATER = '2026-11-11T12:00:00.000Z'
const ENDS_AT = '2026-11-11T16:00:00.000Z'
const PACKET = '7k2m9x4c1v8b3n6q5w0z'
const USE_LINK = '/p/mall'

const reward: RewardFacts = {
  id: 'rwd_0000000001',
  title: '双11 现金红包',
  terms: { kind: 'cash', amountFen: 1_000, useLink: USE_LINK },
  isEnabled: true,
  stock: 10_000,
  taken: 834,
}

const config: RedPacketConfig = { ...defaults, rewardId: reward.id, maxFen: 1_000, parts: 3 }

const kept: Packet = {
  memberId: 'mbr_0000000009',
  name: '林*',
  rewardId: reward.id,
  totalFen: 1_000,
  parts: 3,
  mostFen: 1_000,
  sentAt: STARTS_AT,
  until: ENDS_AT,
  openers: [],
}

function held(amountFen: number): HeldReward {
  return {
    id: 'grt_0000000001',
    rewardId: reward.id,
    title: reward.title,
    given: { kind: 'cash', amountFen },
    state: 'granted',
    grantedAt: '2026-11-11T02:00:00.000Z',
    expiresAt: null,
    useLink: USE_LINK,
  }
}

const granted = (amountFen: number): Outcome => ({ status: 'granted', rewards: [held(amountFen)] })

const running: Omit<RedPacketState, 'play'> = {
  phase: 'running',
  startsAt: STARTS_AT,
  endsAt: ENDS_AT,
  isSignedIn: true,
  supply: 'plenty',
  nextDayAt: ENDS_AT,
  useLink: USE_LINK,
}

const opening: OpenState = {
  mode: 'open',
  minFen: 10,
  maxFen: 1_000,
  perDay: 3,
  total: 30,
  openedToday: 1,
  opened: 4,
  amountsToday: [66],
}

const sharing: ShareState = {
  mode: 'share',
  totalFen: 1_000,
  parts: 3,
  hours: 24,
  perDay: 3,
  openPerDay: 10,
  sentToday: 0,
  openedToday: 0,
  sent: [],
}

type Sample = StateSample<RedPacketState>

/** Opening as it runs, with something changed about it. */
function open(
  changed: Partial<RedPacketState> = {},
  play: Partial<OpenState> = {},
  more: Partial<Sample> = {},
): Sample {
  return { status: 'ready', state: { ...running, ...changed, play: { ...opening, ...play } }, ...more }
}

/** Sharing as it runs, with something changed about it. */
function share(
  play: Partial<ShareState> = {},
  more: Partial<Sample> = {},
  changed: Partial<RedPacketState> = {},
): Sample {
  return { status: 'ready', state: { ...running, ...changed, play: { ...sharing, ...play } }, ...more }
}

const openers: PacketOpener[] = [
  { name: '安*', at: '2026-11-11T01:58:00.000Z', amountFen: 388, isMe: false, isBest: false },
  { name: '小*', at: '2026-11-11T01:59:00.000Z', amountFen: 421, isMe: true, isBest: false },
  { name: '阿*', at: '2026-11-11T02:00:00.000Z', amountFen: 191, isMe: false, isBest: false },
]
const withoutAmounts = openers.map(({ amountFen: _, ...opener }) => ({ ...opener, isMe: false }))
const withBest = openers.map((opener) => ({ ...opener, isBest: opener.amountFen === 421 }))

/** A friend's packet that one of three has opened, with something changed about it. */
function packet(changed: Partial<ShownPacket> = {}, more: Partial<Sample> = {}, state = {}): Sample {
  const shown: ShownPacket = {
    id: PACKET,
    state: 'open',
    from: '林*',
    isMine: false,
    until: ENDS_AT,
    totalFen: 1_000,
    parts: 3,
    openers: withoutAmounts.slice(0, 1),
    ...changed,
  }
  return share({ packet: shown }, { params: { packet: PACKET }, ...more }, state)
}

const sent = [
  { id: PACKET, sentAt: '2026-11-11T01:50:00.000Z', until: ENDS_AT },
  { id: '0k2m9x4c1v8b3n6q5w0z', sentAt: '2026-11-10T16:20:00.000Z', until: '2026-11-11T01:00:00.000Z' },
]

export const fixtures: WidgetFixtures<RedPacketState, RedPacketConfig> = {
  versions: [{ version: 1, props: { title: '双11 天天拆红包', blessing: '恭喜发财 大吉大利' } }],
  states: {
    running: open({}, {}, { answers: { open: granted(188) } }),
    notStarted: open(
      { phase: 'not_started', startsAt: OPENS_LATER },
      { openedToday: 0, opened: 0, amountsToday: [] },
    ),
    opening: open({}, {}, { answers: { open: 'pending' }, taps: ['拆红包'] }),
    opened: open({}, {}, { answers: { open: granted(188) }, taps: ['拆红包'] }),
    openedAll: open({}, { openedToday: 3, opened: 6, amountsToday: [188, 66, 320] }),
    allOpened: open({}, { openedToday: 0, opened: 30, amountsToday: [] }),
    soldOut: open({ supply: 'sold_out', moreAt: ENDS_AT }, { openedToday: 0, amountsToday: [] }),
    budgetExhausted: open(
      {},
      { openedToday: 0, amountsToday: [] },
      { answers: { open: { status: 'budget_exhausted' } }, taps: ['拆红包'] },
    ),
    suspended: open({ phase: 'suspended' }),
    ended: open({ phase: 'ended' }, { amountsToday: [] }),
    notEligible: open(
      {},
      { openedToday: 0, amountsToday: [] },
      { answers: { open: { status: 'not_eligible', rule: 'audience' } }, taps: ['拆红包'] },
    ),
    notOffered: open({ supply: 'not_offered' }, { openedToday: 0, amountsToday: [] }),
    offline: open({}, {}, { status: 'offline' }),
    failed: open({}, {}, { answers: { open: 'offline' }, taps: ['拆红包'] }),
    loggedOut: open({ isSignedIn: false }, { openedToday: 0, opened: 0, amountsToday: [] }),
    loading: open(
      { isSignedIn: false },
      { openedToday: 0, opened: 0, amountsToday: [] },
      { status: 'loading' },
    ),
    shareReady: share({ sent }, { answers: { send: { status: 'done', detail: { packet: PACKET } } } }),
    shareSent: packet({ isMine: true, openers: [] }, { answers: { openShared: granted(421) } }),
    shareSentAll: share({ sent, sentToday: 3 }),
    shareFriend: packet({}, { answers: { openShared: granted(421) } }, { isSignedIn: false }),
    shareOpened: packet(
      { state: 'open', openers: withoutAmounts.slice(0, 1) },
      { answers: { openShared: granted(421) }, taps: ['拆红包'] },
    ),
    shareReloaded: packet({ state: 'opened', openers: openers.slice(0, 2), mineFen: 421 }),
    shareBest: packet({ state: 'opened', openers: withBest, mineFen: 421 }),
    shareEmpty: packet({ state: 'empty', openers: withBest.map((opener) => ({ ...opener, isMe: false })) }),
    shareExpired: packet({
      state: 'expired',
      until: '2026-11-11T01:59:59.000Z',
      openers: withoutAmounts.slice(0, 2),
    }),
    shareUnknown: share({ packet: { state: 'unknown' } }, { params: { packet: 'nobody' } }),
    shareEnded: packet({}, {}, { phase: 'ended' }),
  },
  tool: {
    config,
    rewards: [reward],
    inputs: { open: {}, send: {}, openShared: { packet: PACKET } },
    configs: { send: { ...config, mode: 'share' }, openShared: { ...config, mode: 'share' } },
    rows: { [packetKey(PACKET)]: kept },
  },
}
