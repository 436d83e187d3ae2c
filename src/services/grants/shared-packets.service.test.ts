import { expect, test } from 'vitest'
import type { Outcome } from '@/schemas/outcome'
import { account, counter, entry, eq, grant, hold } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { someCash } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { tools } from '@/widgets/registry.tools.gen'
import { createCombiner } from './combine'
import { releaseHolds } from './release-holds'

const PARTS = 5
const TOTAL_FEN = 1_000

/** Shared packets of ¥10 in five parts, good for two hours. */
async function aSharedPacket(world: World, o: { budgetFen?: number; stock?: number } = {}) {
  const packets = await aPublishedTool(world, {
    type: 'red-packet',
    budgetFen: o.budgetFen ?? 100_000,
    rewards: [someCash({ amountFen: TOTAL_FEN, stock: o.stock ?? 100 })],
    config: ([rewardId]) => ({
      ...tools['red-packet'].defaults,
      mode: 'share',
      rewardId,
      perDay: 2,
      totalFen: TOTAL_FEN,
      parts: PARTS,
      hours: 2,
    }),
  })
  const sender = await world.asMember()
  const send = async () => {
    const sent = await packets.act(sender, 'send', {})
    return { sent, packet: sent.status === 'done' ? (sent.detail as { packet: string }).packet : '' }
  }
  return { ...packets, sender, send }
}

const amountOf = (outcome: Outcome) =>
  outcome.status === 'granted' && outcome.rewards[0]?.given.kind === 'cash'
    ? outcome.rewards[0].given.amountFen
    : 0

async function balances(world: World, campaignId: string) {
  const rows = await world.ctx.db.read.select().from(account).where(eq(account.ownerId, campaignId))
  return Object.fromEntries(rows.map(({ kind, balanceFen }) => [kind, balanceFen]))
}

test('twenty friends tap at once through two processes: five open, exactly the whole is given', async () => {
  await using world = await aWorld()
  const { act, send, campaignId } = await aSharedPacket(world)
  const { packet } = await send()
  expect(await balances(world, campaignId)).toMatchObject({
    allocated: 99_000,
    reserved: 1_000,
    committed: 0,
  })

  const { db, clock, timeZone } = world.ctx
  const combiner = createCombiner({ db, clock, timeZone })
  const friends = await Promise.all(Array.from({ length: 20 }, () => world.asMember()))
  const taps = friends.flatMap((friend, i) => {
    const ctx = i % 2 ? { ...friend, combiner } : friend
    return [act(ctx, 'openShared', { packet }), act(friend, 'openShared', { packet })]
  })
  const outcomes = await Promise.all(taps)
  const granted = outcomes.filter(({ status }) => status === 'granted')
  expect(granted).toHaveLength(PARTS)
  expect(granted.reduce((sum, outcome) => sum + amountOf(outcome), 0)).toBe(TOTAL_FEN)
  const others = outcomes.filter(({ status }) => status !== 'granted').map(({ status }) => status)
  expect(new Set(others)).toEqual(new Set(['sold_out', 'limit_reached']))

  const grants = await db.read.select().from(grant)
  expect(new Set(grants.map(({ memberId }) => memberId)).size).toBe(PARTS)
  // The hold is the one reservation; what each friend gets is spent out of it at once.
  const causes = (await db.read.select().from(entry)).map(({ cause }) => cause)
  expect(causes.sort()).toEqual(['allocation', 'hold', ...Array(PARTS).fill('redemption')])
  expect(await bookErrors(db.read)).toEqual([])
  expect(await balances(world, campaignId)).toMatchObject({
    allocated: 99_000,
    reserved: 0,
    committed: 1_000,
  })
})

test('what nobody opened in time goes back, stock and money, and nobody gets any of it', async () => {
  await using world = await aWorld()
  const { act, send, campaignId, rewardIds } = await aSharedPacket(world)
  const { packet } = await send()
  const friend = await world.asMember()
  const opened = await act(friend, 'openShared', { packet })

  await releaseHolds(world.ctx)
  expect((await world.ctx.db.read.select().from(hold))[0]).toMatchObject({ countLeft: PARTS - 1 })

  world.clock.advance(2 * 3_600_000)
  const late = await world.asMember()
  expect((await act(late, 'openShared', { packet })).status).toBe('ended')
  await releaseHolds(world.ctx)
  await releaseHolds(world.ctx)
  expect((await act(late, 'openShared', { packet })).status).toBe('ended')

  const given = amountOf(opened)
  expect(await balances(world, campaignId)).toMatchObject({
    allocated: 100_000 - given,
    reserved: 0,
    committed: given,
  })
  const [stock] = await world.ctx.db.read
    .select()
    .from(counter)
    .where(eq(counter.key, rewardIds[0] ?? ''))
  expect(stock?.used).toBe(1)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a packet that the budget or the stock does not cover is not sent', async () => {
  await using world = await aWorld()
  const poor = await aSharedPacket(world, { budgetFen: TOTAL_FEN - 1 })
  expect((await poor.send()).sent).toEqual({ status: 'budget_exhausted' })
  const short = await aSharedPacket(world, { stock: PARTS - 1 })
  expect((await short.send()).sent).toEqual({ status: 'sold_out' })
  expect(await world.ctx.db.read.select().from(hold)).toEqual([])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('packets already sent are honoured after the budget ran dry', async () => {
  await using world = await aWorld()
  const { act, send } = await aSharedPacket(world, { budgetFen: TOTAL_FEN })
  const { packet } = await send()
  expect((await send()).sent.status).toBe('budget_exhausted')
  const outcomes = []
  for (let i = 0; i < PARTS; i++) outcomes.push(await act(await world.asMember(), 'openShared', { packet }))
  expect(outcomes.reduce((sum, outcome) => sum + amountOf(outcome), 0)).toBe(TOTAL_FEN)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})
