import { expect, test } from 'vitest'
import { counter, eq, grant, hold } from '@/src/db'
import { databaseDialect } from '@/src/lib/env'
import { bookErrors } from '@/src/testing/books'
import { aPublishedTool, type RewardInput } from '@/src/testing/builders/published-tool'
import { someCash } from '@/src/testing/builders/rewards'
import { deadlocks } from '@/src/testing/deadlocks'
import { aWorld, type World } from '@/src/testing/world'
import { tools } from '@/widgets/registry.tools.gen'
import { updateReward } from '../rewards'
import { stockOfDay } from './counters'
import { releaseHolds } from './release-holds'

const HOUR_MS = 3_600_000
const PARTS = 5

/** Shared packets of ¥10 in five parts, open for an hour. */
function packets(world: World, reward: Partial<RewardInput> = {}) {
  return aPublishedTool(world, {
    type: 'red-packet',
    budgetFen: 10_000_000,
    rewards: [someCash({ amountFen: 1_000, stock: 100_000, ...reward })],
    config: ([rewardId]) => ({
      ...tools['red-packet'].defaults,
      mode: 'share',
      rewardId,
      perDay: 99,
      totalFen: 1_000,
      parts: PARTS,
      hours: 1,
    }),
  })
}

const takenByDay = async (world: World, rewardId = '') => {
  const { scope } = stockOfDay(rewardId, '')
  const rows = await world.ctx.db.read.select().from(counter).where(eq(counter.scope, scope))
  return Object.fromEntries(rows.map(({ key, used }) => [key, used]))
}

test('stock of the day is given back to the day it was taken from', async () => {
  await using world = await aWorld()
  const { act, rewardIds } = await packets(world, { stockPerDay: PARTS })
  const member = await world.asMember()
  const sent = await act(member, 'send', {})
  expect((await act(member, 'send', {})).status).toBe('sold_out')
  const { packet } = sent.status === 'done' ? (sent.detail as { packet: string }) : { packet: '' }
  expect((await act(await world.asMember(), 'openShared', { packet })).status).toBe('granted')
  world.clock.advance(24 * HOUR_MS)
  expect((await act(member, 'send', {})).status).toBe('done')

  await releaseHolds(world.ctx)
  expect(await takenByDay(world, rewardIds[0])).toEqual({ '2026-11-11': 1, '2026-11-12': PARTS })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
  world.clock.advance(HOUR_MS)
  await releaseHolds(world.ctx)
  expect(await takenByDay(world, rewardIds[0])).toEqual({ '2026-11-11': 1, '2026-11-12': 0 })
  expect((await act(member, 'send', {})).status).toBe('done')
})

test('a limit by the day that came after a hold was opened gets nothing from it', async () => {
  await using world = await aWorld()
  const { act, admin, rewardIds } = await packets(world)
  const member = await world.asMember()
  await act(member, 'send', {})
  const [id = ''] = rewardIds
  await updateReward({ ctx: admin, input: { id, stockPerDay: PARTS } })
  world.clock.advance(HOUR_MS - 1)
  expect((await act(member, 'send', {})).status).toBe('done')
  world.clock.advance(1)
  await releaseHolds(world.ctx)
  expect(await takenByDay(world, id)).toEqual({ '2026-11-11': PARTS })
})

test('more than one transaction gives back is given back, each once, by two processes at once', async () => {
  await using world = await aWorld()
  const { act } = await packets(world)
  const member = await world.asMember()
  await Promise.all(Array.from({ length: 45 }, () => act(member, 'send', {})))
  world.clock.advance(HOUR_MS)
  await Promise.all([releaseHolds(world.ctx), releaseHolds(world.ctx)])
  const left = await world.ctx.db.read.select().from(hold)
  expect(left.filter(({ countLeft, leftFen }) => countLeft > 0 || leftFen > 0)).toEqual([])
  expect(await world.ctx.db.read.select().from(grant)).toEqual([])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

// SQLite has one writer, which waits for nobody.
test.runIf(databaseDialect() === 'postgres')('giving back and claiming never wait in a ring', async () => {
  await using world = await aWorld()
  const { act } = await packets(world)
  const members = await Promise.all(Array.from({ length: 10 }, () => world.asMember()))
  for (let i = 0; i < 12; i++) await Promise.all(members.map((member) => act(member, 'send', {})))
  world.clock.advance(HOUR_MS)
  let isReleasing = true
  const claims = async () => {
    while (isReleasing) await Promise.all(members.slice(0, 4).map((member) => act(member, 'send', {})))
  }
  const claiming = claims()
  await releaseHolds(world.ctx)
  isReleasing = false
  await claiming
  expect(await deadlocks(world)).toBe(0)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})
