import { expect, test } from 'vitest'
import type { Outcome } from '@/schemas/outcome'
import { counter, eq, grant, voucherCode } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aPublishedTool, type PublishedTool, type RewardInput } from '@/src/testing/builders/published-tool'
import { aCoupon, aPartnerVoucher, someCash, somePoints } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { importCodes } from '../rewards'
import { createCombiner } from './combine'

const MEMBERS = 100
const DRAWS_EACH = 10

const won = (key: string, weight: number, rewardId: string | undefined, more = {}) => ({
  key,
  name: key,
  gives: 'reward',
  rewardId,
  weight,
  isFallback: false,
  image: '',
  ...more,
})

/** A running lottery with five prizes: the last catches what the others ran out of. */
function aLottery(world: World, o: { budgetFen?: number; fallback?: Partial<RewardInput> } = {}) {
  return aPublishedTool(world, {
    type: 'lottery',
    budgetFen: o.budgetFen ?? 10_000_000,
    rewards: [
      aCoupon({ stock: 60 }),
      someCash({ stock: 1_000, stockPerDay: 25 }),
      aPartnerVoucher(),
      aCoupon({ stock: 1_000 }),
      somePoints({ points: 10, costFen: 1, stock: 10_000, ...o.fallback }),
    ],
    config: (ids) => ({
      prizes: [
        won('stock', 200_000, ids[0]),
        won('day', 200_000, ids[1]),
        won('codes', 200_000, ids[2]),
        won('quota', 200_000, ids[3], { total: 40, perDay: 15 }),
        won('fallback', 200_000, ids[4], { isFallback: true }),
      ],
      freePerDay: DRAWS_EACH,
      freePerCampaign: 0,
      pointsPerChance: 0,
      buysPerDay: 1,
      visits: [],
      showOdds: false,
      useLink: '',
    }),
  })
}

/** Twenty of the partner's codes, imported as staff would. */
function importTwentyCodes({ admin, rewardIds }: PublishedTool) {
  const codes = Array.from({ length: 20 }, (_, i) => `CODE-${1_000 + i}`)
  return importCodes({ ctx: admin, input: { id: rewardIds[2] ?? '' }, bytes: Buffer.from(codes.join('\n')) })
}

const prizeOf = (outcome: Outcome) =>
  'detail' in outcome ? (outcome.detail as { prize: string }).prize : outcome.status

function tally(outcomes: Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) counts[prizeOf(outcome)] = (counts[prizeOf(outcome)] ?? 0) + 1
  return counts
}

test('1,000 draws at once give exactly the stock, the day’s stock, the codes and the quotas; the fallback catches the rest', async () => {
  await using world = await aWorld()
  const { clock } = world
  const lottery = await aLottery(world)
  await importTwentyCodes(lottery)
  const members = await Promise.all(Array.from({ length: MEMBERS }, () => world.asMember()))
  // Two processes share the database: each has a combiner of its own.
  const { db, timeZone } = world.ctx
  const combiner = createCombiner({ db, clock, timeZone })
  const elsewhere = members.map((member) => ({ ...member, combiner }))
  const drawAll = () =>
    Promise.all(
      Array.from({ length: DRAWS_EACH }, (_, round) =>
        (round % 2 ? members : elsewhere).map((member) => lottery.act(member, 'draw', {})),
      ).flat(),
    )

  expect(tally(await drawAll())).toEqual({
    stock: 60,
    day: 25,
    codes: 20,
    quota: 15,
    fallback: 1_000 - 60 - 25 - 20 - 15,
  })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
  const codes = await world.ctx.db.read.select().from(voucherCode)
  expect(new Set(codes.map(({ grantId }) => grantId)).size).toBe(20)

  // The day's chances are gone until midnight in Shanghai, and so is the day's stock.
  expect(tally(await drawAll())).toEqual({ no_chance: 1_000 })
  clock.set('2026-11-11T15:59:59.999Z')
  expect(tally(await drawAll())).toEqual({ no_chance: 1_000 })
  clock.set('2026-11-11T16:00:00.000Z')
  expect(tally(await drawAll())).toEqual({ day: 25, quota: 15, fallback: 960 })
  clock.set('2026-11-12T16:00:00.000Z')
  expect(tally(await drawAll())).toEqual({ day: 25, quota: 10, fallback: 965 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
  const [quota] = await world.ctx.db.read
    .select()
    .from(counter)
    .where(eq(counter.scope, `tool:${lottery.toolId}:prize.total`))
  expect(quota).toMatchObject({ used: 40, cap: 40 })
}, 60_000)

test('a budget that runs dry under draws ends in no chance taken and no prize given', async () => {
  await using world = await aWorld()
  const lottery = await aLottery(world, { budgetFen: 4_000, fallback: { reservation: { kind: 'full' } } })
  await importTwentyCodes(lottery)
  const members = await Promise.all(Array.from({ length: 20 }, () => world.asMember()))
  const draws = () => Promise.all(members.map((member) => lottery.act(member, 'draw', {})))
  const outcomes = [...(await draws()), ...(await draws()), ...(await draws())]
  expect(outcomes.some(({ status }) => status === 'budget_exhausted')).toBe(true)
  const given = outcomes.filter(({ status }) => status === 'granted').length
  expect(await world.ctx.db.read.select().from(grant)).toHaveLength(given)
  const counters = await world.ctx.db.read.select().from(counter)
  const chances = counters.filter(({ scope }) => scope.endsWith(':chance.free'))
  expect(chances.reduce((sum, { used }) => sum + used, 0)).toBe(given)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a draw repeated under its key is the same draw, in the batch and after it', async () => {
  await using world = await aWorld()
  const lottery = await aLottery(world)
  await importTwentyCodes(lottery)
  const member = await world.asMember()
  const draw = () => lottery.act(member, 'draw', {}, 'the-same-key')
  const [first, second] = await Promise.all([draw(), draw()])
  expect(second).toEqual(first)
  expect(await draw()).toEqual(first)
  expect(await world.ctx.db.read.select().from(grant)).toHaveLength(1)
})
