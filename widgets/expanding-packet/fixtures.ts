import type { HeldReward, Outcome } from '../../schemas/outcome'
import type { StateSample, WidgetFixtures } from '../kit/fixtures'
import type { RewardFacts } from '../kit/tool'
import { defaults } from './config'
import { type Packet, packetKey } from './packet'
import type { ExpandingState, ExpandingTerms, ShownPacket } from './state'
import type { ExpandingConfig } from './tool'

const STARTS_AT = '2026-11-10T16:00:00.000Z'
/** Eight in the evening in Shanghai. */
const OPENS_LATER = '2026-11-11T12:00:00.000Z'
const ENDS_AT = '2026-11-11T16:00:00.000Z'
/** The gallery's clock stands at ten in the morning. */
const PAST = '2026-11-11T01:30:00.000Z'
const USE_LINK = '/p/mall'
const MEMBER = 'mbr_0000000001'
const OWNER = 'mbr_0000000009'
const INVITE = `${OWNER}-1.tofxhc.AAAAAAAAAAAAAAAAAAAAAA`
const PROOF = 'tofxhc.BBBBBBBBBBBBBBBBBBBBBB'

const reward: RewardFacts = {
  id: 'rwd_0000000001',
  title: '双11 现金红包',
  terms: { kind: 'cash', amountFen: 2_000, useLink: USE_LINK },
  isEnabled: true,
  stock: 10_000,
  taken: 834,
}

const config: ExpandingConfig = { ...defaults, rewardId: reward.id }
const { rewardId: _, ...friends } = config
const self: ExpandingTerms = { ...friends, mode: 'self', targetFen: 888 }

/** A packet that nobody helped yet. */
const kept: Packet = {
  n: 1,
  mode: 'friends',
  name: '林*',
  rewardId: reward.id,
  baseFen: 200,
  targetFen: 2_000,
  helpers: 6,
  leastFen: 50,
  mostFen: 800,
  openedAt: STARTS_AT,
  until: ENDS_AT,
  collectUntil: ENDS_AT,
  helps: [],
}

const running: ExpandingState = {
  phase: 'running',
  startsAt: STARTS_AT,
  endsAt: ENDS_AT,
  isSignedIn: true,
  supply: 'plenty',
  nextDayAt: ENDS_AT,
  useLink: USE_LINK,
  terms: friends,
  openedToday: 0,
}

const helps: ShownPacket['helps'] = [
  { name: '青*', fen: 240, at: '2026-11-11T01:58:00.000Z', isMe: false },
  { name: '小*', fen: 366, at: '2026-11-11T01:52:00.000Z', isMe: false },
  { name: '阿*', fen: 318, at: '2026-11-11T01:50:00.000Z', isMe: false },
  { name: '安*', fen: 402, at: '2026-11-11T01:48:00.000Z', isMe: false },
  { name: 'M*', fen: 150, at: '2026-11-11T01:47:00.000Z', isMe: false },
  { name: '老*', fen: 324, at: '2026-11-11T01:45:00.000Z', isMe: false },
]

/** A packet that the last `count` of its six friends helped. */
function packet(count: number, changed: Partial<ShownPacket> = {}): ShownPacket {
  const helped = helps.slice(6 - count)
  return {
    n: 1,
    growth: count < 6 ? 'growing' : 'full',
    mode: 'friends',
    from: '林*',
    baseFen: 200,
    targetFen: 2_000,
    amountFen: helped.reduce((sum, { fen }) => sum + fen, 200),
    helpers: 6,
    until: ENDS_AT,
    collectUntil: ENDS_AT,
    helps: helped,
    ...changed,
  }
}

const alone = (amountFen: number, isExpanded: boolean) =>
  packet(0, {
    mode: 'self',
    growth: isExpanded ? 'full' : 'growing',
    amountFen,
    targetFen: 888,
    helpers: 1,
    helps: isExpanded ? [{ name: '小*', fen: amountFen - 200, at: STARTS_AT, isMe: true }] : [],
  })

type Sample = StateSample<ExpandingState>

const sample = (changed: Partial<ExpandingState> = {}, more: Partial<Sample> = {}): Sample => ({
  status: 'ready',
  state: { ...running, ...changed },
  ...more,
})

const own = (shown: ShownPacket, more: Partial<Sample> = {}, changed: Partial<ExpandingState> = {}) =>
  sample({ openedToday: 1, mine: { ...shown, invite: INVITE }, ...changed }, more)

const invited = (
  friend: ExpandingState['friend'],
  more: Partial<Sample> = {},
  changed: Partial<ExpandingState> = {},
) => sample({ friend, ...changed }, { params: { invite: INVITE }, ...more })

const collected: Outcome = {
  status: 'granted',
  rewards: [
    {
      id: 'grt_0000000001',
      rewardId: reward.id,
      title: reward.title,
      given: { kind: 'cash', amountFen: 2_000 },
      state: 'granted',
      grantedAt: '2026-11-11T02:00:00.000Z',
      expiresAt: null,
      useLink: USE_LINK,
    } satisfies HeldReward,
  ],
}

const helped = helps.map((each, i) => ({ ...each, isMe: i === 0 }))

export const fixtures: WidgetFixtures<ExpandingState, ExpandingConfig> = {
  versions: [
    { version: 1, props: { title: '双11 膨胀红包', slogan: '好友帮一下，红包大一圈', isInWechat: true } },
  ],
  states: {
    ready: sample({}, { answers: { open: { status: 'done', detail: { n: 1 } } } }),
    notStarted: sample({ phase: 'not_started', startsAt: OPENS_LATER }),
    opening: sample({}, { answers: { open: 'pending' }, taps: ['开红包'] }),
    grown0: own(packet(0)),
    growing: own(packet(3)),
    invited: own(packet(3), { taps: ['喊好友帮我膨胀'] }),
    leaving: own(packet(3), { taps: ['不等了，先领 ¥10.76'] }),
    full: own(packet(6), { answers: { collect: collected } }),
    over: own(packet(4, { growth: 'over', until: PAST }), { answers: { collect: collected } }),
    collected: own(packet(6), { answers: { collect: collected }, taps: ['领取 ¥20'] }),
    collectedBefore: own(packet(6, { growth: 'collected', collectedFen: 2_000 })),
    lapsed: own(packet(2, { growth: 'lapsed', until: PAST, collectUntil: PAST })),
    soldOut: sample({ supply: 'sold_out', moreAt: ENDS_AT }),
    budgetExhausted: sample({}, { answers: { open: { status: 'budget_exhausted' } }, taps: ['开红包'] }),
    doneToday: sample({ openedToday: 1 }),
    suspended: sample({ phase: 'suspended' }),
    ended: sample({ phase: 'ended' }),
    notOffered: sample({ supply: 'not_offered' }),
    offline: own(packet(3), { status: 'offline' }),
    failed: sample({}, { answers: { open: 'offline' }, taps: ['开红包'] }),
    loggedOut: sample({ isSignedIn: false }),
    loading: sample({ isSignedIn: false }, { status: 'loading' }),
    friend: invited(packet(3, { proof: PROOF }), {
      answers: { help: { status: 'done', detail: { fen: 240 } } },
    }),
    friendLoggedOut: invited(packet(3), {}, { isSignedIn: false }),
    friendHelped: invited(
      packet(4, { proof: PROOF, helps: helped.slice(0, 1).concat(helps.slice(3)), amountFen: 1_316 }),
    ),
    friendHelpedBefore: invited(packet(6, { helps: helped, proof: PROOF })),
    friendFull: invited(packet(6, { proof: PROOF })),
    friendOver: invited(packet(4, { growth: 'over', until: PAST })),
    friendCollected: invited(packet(4, { growth: 'collected', collectedFen: 1_394 })),
    friendUnknown: invited({ refused: 'unknown' }),
    friendExpired: invited({ refused: 'expired' }),
    self: sample({ terms: self, openedToday: 1, mine: alone(200, false) }),
    selfExpanded: sample({ terms: self, openedToday: 1, mine: alone(666, true) }),
    selfReady: sample({ terms: self }),
  },
  tool: {
    config,
    rewards: [reward],
    inputs: { open: {}, help: { invite: INVITE, proof: PROOF }, expand: { n: 1 }, collect: { n: 1 } },
    configs: { expand: { ...config, mode: 'self' } },
    rows: { [packetKey(OWNER)]: kept },
    rowsFor: {
      expand: { [packetKey(MEMBER)]: { ...kept, mode: 'self', helpers: 1 } },
      collect: { [packetKey(MEMBER)]: kept },
    },
  },
}
