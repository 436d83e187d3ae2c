import { expect, test } from 'vitest'
import { reconciliation } from '@/src/db'
import { createLogger, type Logger } from '@/src/lib/log'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { tamper } from '@/src/testing/tamper'
import { aWorld, type World } from '@/src/testing/world'
import { overviewSummary } from '../overview'
import { listReconciliations } from './list'
import { reconcileNightly } from './nightly'

const HOUR_MS = 3_600_000
const run = (world: World, over: { log?: Logger; signal?: AbortSignal } = {}) =>
  reconcileNightly(
    { ...world.ctx, log: over.log ?? createLogger('silent') },
    over.signal ?? new AbortController().signal,
  )
const rows = (world: World) => world.ctx.db.read.select().from(reconciliation)

/** A log that keeps what was told as an error. */
function errorsOf() {
  const told: unknown[] = []
  const log = createLogger('silent')
  log.error = ((about: unknown, words: string) => told.push([words, about])) as unknown as Logger['error']
  return { log, told }
}

test('it runs from 03:30 of the shop on, once a day, however many processes come to it', async () => {
  await using world = await aWorld()
  world.clock.set('2026-11-11T19:29:59.000Z')
  await run(world)
  expect(await rows(world)).toEqual([])
  world.clock.advance(1_000)
  await Promise.all([run(world), run(world), run(world)])
  await run(world)
  expect(await rows(world)).toMatchObject([{ day: '2026-11-12', differenceCount: 0, differences: [] }])
  world.clock.advance(24 * HOUR_MS)
  await run(world)
  expect((await rows(world)).map(({ day }) => day)).toEqual(['2026-11-12', '2026-11-13'])
})

test('one that was stopped halfway is done by the next who comes, and one under way is left alone', async () => {
  await using world = await aWorld()
  await run(world, { signal: AbortSignal.abort() })
  expect(await rows(world)).toEqual([])
  const ranAt = world.clock.now()
  await world.ctx.db.transaction(async (tx) => {
    await tx.insert(reconciliation).values({ id: 'rec_1', day: '2026-11-11', ranAt })
  })
  world.clock.advance(HOUR_MS - 1)
  await run(world)
  expect(await rows(world)).toMatchObject([{ id: 'rec_1', durationMs: null }])
  world.clock.advance(1)
  await run(world)
  expect(await rows(world)).toMatchObject([{ day: '2026-11-11', durationMs: expect.any(Number) }])
})

test('differences are an error in the log and a task for those who read budgets, until the books agree', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  await wall.claim(await world.asMember())
  await run(world)
  const finance = await world.as('finance')
  expect((await overviewSummary({ ctx: finance })).disagreement).toBeNull()

  await tamper(world, [`update account set balance_fen = balance_fen + 1 where kind = 'reserved'`])
  world.clock.advance(24 * HOUR_MS)
  const { log, told } = errorsOf()
  await run(world, { log })
  expect(told).toMatchObject([['the books do not agree', { day: '2026-11-12', differenceCount: 3 }]])
  expect((await overviewSummary({ ctx: finance })).disagreement).toEqual({
    ranAt: world.clock.now(),
    differenceCount: 3,
  })
  const { items } = await listReconciliations({ ctx: finance, input: {} })
  expect(items.map(({ differenceCount }) => differenceCount)).toEqual([3, 0])
  expect(items[0]?.differences?.[2]).toEqual({
    check: 'reserved',
    subject: wall.campaignId,
    kept: 101,
    counted: 100,
  })

  await tamper(world, [`update account set balance_fen = balance_fen - 1 where kind = 'reserved'`])
  world.clock.advance(24 * HOUR_MS)
  await run(world)
  expect((await overviewSummary({ ctx: finance })).disagreement).toBeNull()
})

test('what differs is nobody else’s to read', async () => {
  await using world = await aWorld()
  await expect(listReconciliations({ ctx: await world.as(), input: {} })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
