import { getTableName, is, Table } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import type { Outcome } from '@/schemas/outcome'
import { PLAIN_VIEWPOINT, type Viewpoint } from '@/schemas/viewpoint-parts'
import * as db from '@/src/db'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aCoupon, aPartnerVoucher, someCash } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { importCodes } from '../rewards'
import { tryTools } from './index'

const tables = Object.values(db).filter((each) => is(each, Table)) as unknown as PgTable[]

/** Every row of every table. */
async function wholeDatabase({ ctx }: World) {
  const names: Record<string, string[]> = {}
  for (const of of tables) {
    const rows = await ctx.db.read.select().from(of)
    names[getTableName(of)] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return names
}

/** One in a million wins. */
const lottery = ([rewardId]: string[]) => ({
  prizes: [
    { key: 'a', name: '券', gives: 'reward', rewardId, weight: 1, isFallback: false, image: '' },
    { key: 'b', name: '谢谢', gives: 'nothing', weight: 999_999, isFallback: false, image: '' },
  ],
  freePerDay: 2,
  freePerCampaign: 0,
  pointsPerChance: 0,
  buysPerDay: 1,
  visits: [],
  showOdds: false,
  useLink: '',
})
const wall = (rewardIds: string[]) => ({
  coupons: rewardIds.map((rewardId) => ({ rewardId, perMember: 1 })),
})
const mall = ([rewardId]: string[]) => ({
  items: [{ rewardId, pointsPrice: 500, cashFen: 0, perMember: 1, tag: '' }],
  earnLink: '',
  topUpLink: '',
})
const packet =
  (mode: 'open' | 'share') =>
  ([rewardId]: string[]) => ({
    mode,
    rewardId,
    perDay: 2,
    minFen: 10,
    maxFen: 200,
    total: 2,
    totalFen: 1_000,
    parts: 3,
    hours: 24,
    openPerDay: 10,
  })
const expanding =
  (mode: 'self' | 'friends') =>
  ([rewardId]: string[]) => ({
    mode,
    rewardId,
    baseFen: 200,
    targetFen: 1_000,
    helpers: 2,
    leastFen: 100,
    mostFen: 700,
    helpsPerDay: 3,
    hours: 24,
    collectHours: 24,
    perDay: 1,
  })

type Taps = Parameters<typeof tryTools>[0]['input']['taps']
type Kind = Parameters<typeof aPublishedTool>[1]

/** The preview of one tool: it remembers what came to something, as the phone's does. */
async function aPreview(world: World, o: Kind) {
  const { toolId, admin, rewardIds, act } = await aPublishedTool(world, o)
  for (const [i, { terms }] of o.rewards.entries()) {
    const id = rewardIds[i] ?? ''
    const bytes = Buffer.from(`REAL-${id}-1\nREAL-${id}-2`)
    if (terms.kind === 'partner_voucher') await importCodes({ ctx: admin, input: { id }, bytes })
  }
  const taps: Taps = []
  let params: Record<string, string> = {}
  const as = (over: Partial<Viewpoint> = {}): Viewpoint => ({
    ...PLAIN_VIEWPOINT,
    moment: 'during',
    viewer: 'old',
    ...over,
  })
  const look = async <State>(over: Partial<Viewpoint> = {}, who = 0) => {
    const { states } = await tryTools({
      ctx: admin,
      input: { ids: [toolId], as: as(over), taps, who, params },
    })
    return states[toolId] as State
  }
  const tap = async (action: string, input: object = {}, over: Partial<Viewpoint> = {}, who = 0) => {
    const asked = { on: toolId, action, input: input as Taps[number]['input'], who, luck: as(over).luck }
    const all = [...taps, asked]
    const { last } = await tryTools({
      ctx: admin,
      input: { ids: [toolId], as: as(over), taps: all, who, params },
    })
    if (!last) throw new Error('the tap did not come out')
    const { status } = last.outcome
    if (status === 'granted' || status === 'done' || status === 'no_prize')
      taps.push({ ...asked, seed: last.seed })
    return last.outcome
  }
  return {
    tap,
    look,
    taps,
    rewardIds,
    admin,
    toolId,
    act,
    openLink: (next: typeof params) => (params = next),
  }
}

const KINDS: Record<string, { o: Kind; action: string; input: (ids: string[]) => object }> = {
  lottery: {
    o: { type: 'lottery', rewards: [aCoupon()], config: lottery },
    action: 'draw',
    input: () => ({}),
  },
  'coupon wall': {
    o: { type: 'coupon-wall', rewards: [aCoupon()], config: wall },
    action: 'claim',
    input: ([rewardId]) => ({ rewardId }),
  },
  'points mall': {
    o: { type: 'points-mall', rewards: [aPartnerVoucher()], config: mall },
    action: 'redeem',
    input: ([rewardId]) => ({ rewardId }),
  },
  'red packet': {
    o: { type: 'red-packet', rewards: [someCash()], config: packet('open') },
    action: 'open',
    input: () => ({}),
  },
}

test.each(Object.keys(KINDS))(
  'a %s ends as it would from each viewpoint, and nothing is written',
  async (kind) => {
    const known = KINDS[kind]
    if (!known) throw new Error(kind)
    await using world = await aWorld()
    const { tap, rewardIds, act } = await aPreview(world, known.o)
    const input = known.input(rewardIds)
    const play = (over: Partial<Viewpoint>) => tap(known.action, input, { luck: 'win', ...over })
    const before = await wholeDatabase(world)
    expect(await play({ viewer: 'anonymous' })).toEqual({ status: 'login_required' })
    expect(await play({ moment: 'before' })).toMatchObject({ status: 'not_started' })
    expect(await play({ moment: 'after' })).toMatchObject({ status: 'ended' })
    expect(await play({ situation: 'soldOut' })).toMatchObject({ status: 'sold_out' })
    expect(await play({ situation: 'notEligible' })).toMatchObject({ status: 'not_eligible' })
    const played = kind === 'lottery' ? 'no_chance' : 'limit_reached'
    expect(await play({ situation: 'played' })).toMatchObject({ status: played })
    expect(await play({})).toMatchObject({ status: 'granted', rewards: [{ rewardId: rewardIds[0] }] })
    expect(await wholeDatabase(world)).toEqual(before)
    // A member's own tap is seen there, whatever it comes to.
    await act(await world.asMember(), known.action, input)
    expect(await wholeDatabase(world)).not.toEqual(before)
  },
)

test('a lottery wins and loses as is wished, by odds as it is drawn, until no chance is left', async () => {
  await using world = await aWorld()
  const { tap, look } = await aPreview(world, KINDS.lottery?.o as Kind)
  expect(await look<object>()).toMatchObject({ chances: 2 })
  expect(await tap('draw', {}, { luck: 'miss' })).toMatchObject({
    status: 'no_prize',
    detail: { prize: 'b' },
  })
  expect(await look<object>()).toMatchObject({ chances: 1 })
  expect(await tap('draw', {}, { luck: 'win' })).toMatchObject({ status: 'granted', detail: { prize: 'a' } })
  expect(await look<object>()).toMatchObject({ chances: 0 })
  expect(await tap('draw')).toEqual({ status: 'no_chance' })
  const ends: Outcome[] = []
  const again = await aPreview(world, KINDS.lottery?.o as Kind)
  for (let i = 0; i < 2; i++) ends.push(await again.tap('draw'))
  expect(ends.map(({ status }) => status)).toEqual(['no_prize', 'no_prize'])
})

test('what was claimed shows as claimed, and its code is no partner’s', async () => {
  await using world = await aWorld()
  const rewards = [aCoupon(), aPartnerVoucher()]
  const { tap, look, rewardIds } = await aPreview(world, { type: 'coupon-wall', rewards, config: wall })
  const [, voucher] = rewardIds
  expect(await tap('claim', { rewardId: voucher })).toMatchObject({
    rewards: [{ given: { code: 'PREVIEW-0000' } }],
  })
  const { coupons } = await look<{ coupons: { mine: number }[] }>()
  expect(coupons.map(({ mine }) => mine)).toEqual([0, 1])
  expect(await tap('claim', { rewardId: voucher })).toMatchObject({ status: 'limit_reached' })
})

test('a packet that is shared is opened by friends, each part what is left for it', async () => {
  await using world = await aWorld()
  const { tap, look, openLink } = await aPreview(world, {
    type: 'red-packet',
    rewards: [someCash()],
    config: packet('share'),
  })
  const sent = await tap('send')
  const id = (sent.status === 'done' && (sent.detail as { packet: string }).packet) || ''
  openLink({ packet: id })
  for (const who of [0, 1, 2]) {
    expect(await tap('openShared', { packet: id }, {}, who)).toMatchObject({ status: 'granted' })
  }
  expect(await tap('openShared', { packet: id }, {}, 3)).toMatchObject({ status: 'sold_out' })
  const { play } = await look<{ play: { packet: { state: string; openers: { amountFen: number }[] } } }>(
    {},
    1,
  )
  expect(play.packet.state).toBe('opened')
  expect(play.packet.openers.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(1_000)
})

test('a packet expands by itself, or by friends who open its invitation, and is collected', async () => {
  await using world = await aWorld()
  const rewards = [someCash()]
  const own = await aPreview(world, { type: 'expanding-packet', rewards, config: expanding('self') })
  expect(await own.tap('open')).toMatchObject({ status: 'done' })
  expect(await own.tap('expand', { n: 1 })).toMatchObject({ status: 'done' })
  expect(await own.tap('collect', { n: 1 })).toMatchObject({ status: 'granted' })

  const { tap, look, openLink, taps } = await aPreview(world, {
    type: 'expanding-packet',
    rewards,
    config: expanding('friends'),
  })
  await tap('open')
  const { mine } = await look<{ mine: { invite: string } }>()
  openLink({ invite: mine.invite })
  for (const who of [1, 2]) {
    const { friend } = await look<{ friend: { proof: string } }>({}, who)
    const input = { invite: mine.invite, proof: friend.proof }
    expect(await tap('help', input, {}, who)).toMatchObject({ status: 'done' })
  }
  // A forged proof is none, and what is played again needs none.
  world.clock.advance(60 * 60 * 1_000)
  expect(await tap('help', { invite: mine.invite, proof: `zzzzzz.${'x'.repeat(22)}` }, {}, 3)).toMatchObject({
    status: 'not_eligible',
  })
  expect(taps).toHaveLength(3)
  openLink({})
  expect(await look<object>()).toMatchObject({ mine: { amountFen: 1_000 } })
})

test('taps on other tools, of no action, with no input, or with garbage for a seed are refused', async () => {
  await using world = await aWorld()
  const { admin, toolId, tap } = await aPreview(world, KINDS.lottery?.o as Kind)
  const other = await aPublishedTool(world, KINDS['coupon wall']?.o as Kind)
  const ask = (over: object) => {
    const asked = { on: toolId, action: 'draw', input: {}, who: 0, luck: 'odds', ...over }
    const as = { ...PLAIN_VIEWPOINT, viewer: 'old', moment: 'during' } as const
    const input = { ids: [toolId], as, taps: [asked], who: 0, params: {} }
    return tryTools({ ctx: admin, input: input as Parameters<typeof tryTools>[0]['input'] })
  }
  await expect(ask({ on: other.toolId })).rejects.toMatchObject({ code: 'not_found' })
  await expect(ask({ action: 'toString' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(ask({ input: { more: 1 } })).rejects.toThrow()
  await expect(ask({ seed: '0'.repeat(32) })).rejects.toThrow()
  await expect(ask({ who: 99 })).rejects.toThrow()
  await expect(tap('draw')).resolves.toMatchObject({ status: 'no_prize' })
})
