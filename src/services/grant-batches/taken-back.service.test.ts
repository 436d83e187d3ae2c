import { expect, test } from 'vitest'
import { asc, eq, grant, grantBatchRow } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import {
  aGrantBatch,
  countsOf,
  failure,
  giveOut,
  grantsOf,
  killedAfter,
  run,
  submitAsItIs,
} from '@/src/testing/builders/grant-batch'
import { someCash } from '@/src/testing/builders/rewards'
import { aWorld } from '@/src/testing/world'
import { myRewards, revokeGrant } from '../grants'
import { takeBackNext } from './give-back'
import { listGrantBatchRows, takeBackGrantBatch } from './index'
import { getGrantBatch } from './internal'
import { LEASE_MS } from './run'

test('what two workers take back at once is taken back, and neither says that it was not', async () => {
  await using world = await aWorld()
  const { ctx } = world
  const batch = await aGrantBatch(world, { members: 6 })
  await giveOut(ctx, batch)
  const support = await world.as('support')
  await takeBackGrantBatch({ ctx: support, input: { id: batch.id, reason: '发错了' } })
  const row = await getGrantBatch(ctx.db.read, batch.id)
  await Promise.all([takeBackNext(ctx, row), takeBackNext(ctx, row)])
  expect(await countsOf(batch)).toMatchObject({ taken_back: 6, not_taken_back: 0 })
  expect(await bookErrors(ctx.db.read)).toEqual([])
})

test('what was given is taken back: all of it, or some rows, and what cannot be says why', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world, { members: 4 })
  const { id, operator } = batch
  const support = await world.as('support')
  await giveOut(world.ctx, batch)
  expect(await failure(takeBackGrantBatch({ ctx: operator, input: { id, reason: '发错了' } }))).toBe(
    'permission',
  )
  const some = { id, reason: '发错了', positions: [2] }
  expect(await takeBackGrantBatch({ ctx: support, input: some })).toEqual({ asked: 1 })
  expect(await countsOf(batch)).toMatchObject({ granted: 3, taking_back: 1 })
  await run(world.ctx)
  expect(await countsOf(batch)).toMatchObject({ granted: 3, taken_back: 1 })

  // One is taken back by hand, one is over by then.
  const rows = await world.ctx.db.read.select().from(grantBatchRow).orderBy(asc(grantBatchRow.position))
  await revokeGrant({ ctx: support, input: { id: rows[0]?.grantId ?? '', reason: '会员要求' } })
  expect(await countsOf(batch)).toMatchObject({ granted: 2, taken_back: 2 })
  await world.ctx.db.transaction((tx) =>
    tx
      .update(grant)
      .set({ state: 'redeemed', redeemedFen: 100 })
      .where(eq(grant.id, rows[2]?.grantId ?? ''))
      .returning(),
  )
  expect(await takeBackGrantBatch({ ctx: support, input: { id, reason: '全部收回' } })).toEqual({ asked: 2 })
  await run(world.ctx)
  expect(await countsOf(batch)).toMatchObject({ granted: 0, taken_back: 3, not_taken_back: 1 })
  const kept = await listGrantBatchRows({ ctx: support, input: { id, outcome: 'not_taken_back' } })
  expect(kept.items).toMatchObject([{ position: 3, takenBackRefusal: 'used', takenBackReason: '全部收回' }])
  expect((await myRewards({ ctx: batch.members[3] as never, input: {} })).rewards).toMatchObject([
    { state: 'revoked' },
  ])
})

test('a row that says something else than its grant is found among the books', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world)
  await giveOut(world.ctx, batch)
  const { read } = world.ctx.db
  const say = (what: Partial<typeof grantBatchRow.$inferInsert>) =>
    world.ctx.db.transaction((tx) =>
      tx.update(grantBatchRow).set(what).where(eq(grantBatchRow.position, 1)).returning(),
    )
  const [row] = await read.select().from(grantBatchRow).where(eq(grantBatchRow.position, 1))
  await say({ result: 'cancelled', grantId: null })
  expect(await bookErrors(read)).toEqual([`grant_batches of ${batch.id}: kept 2, counted 3`])
  await say({ result: 'granted', grantId: row?.grantId, position: 9 })
  expect(await bookErrors(read)).toEqual([`grant_batches of ${batch.id}: kept 3, counted 2`])
})

test('taking back, killed after any of its writes, goes on and takes back each once; the books agree', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world, { members: 30, reward: someCash({ amountFen: 100 }) })
  const { id } = batch
  const support = await world.as('support')
  await giveOut(world.ctx, batch)
  await takeBackGrantBatch({ ctx: support, input: { id, reason: '活动配置错误' } })
  for (let left = 3; (await countsOf(batch)).taken_back < 30; left += 5) {
    await run(killedAfter(world.ctx, left)).catch(() => undefined)
    world.clock.advance(LEASE_MS)
    if (left > 200) throw new Error('it never ends')
  }
  expect((await grantsOf(world)).every(({ state }) => state === 'revoked')).toBe(true)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('all is taken back only of what gives no more', async () => {
  await using world = await aWorld()
  const { id, operator } = await aGrantBatch(world)
  const support = await world.as('support')
  await submitAsItIs(operator, id)
  expect(await failure(takeBackGrantBatch({ ctx: support, input: { id, reason: '发错了' } }))).toBe(
    'pause_first',
  )
})
