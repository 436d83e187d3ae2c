import { expect, test } from 'vitest'
import { eq, grantBatch, grantBatchRow } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import {
  aGrantBatch,
  countsOf,
  failure,
  giveOut,
  grantsOf,
  idOf,
  killedAfter,
  run,
  stateOf,
  submitAsItIs,
} from '@/src/testing/builders/grant-batch'
import { aCoupon, aPartnerVoucher } from '@/src/testing/builders/rewards'
import { aWorld } from '@/src/testing/world'
import { topUpCampaign, transitionCampaign } from '../campaigns'
import type { AppContext } from '../context'
import { lookUpDecisions } from '../decisions'
import { createCombiner, forgetOldOutcomes } from '../grants'
import { setParticipationLimit } from '../limits'
import { importCodes, updateReward } from '../rewards'
import { cancelNext, giveNext } from './give'
import {
  chooseByHand,
  listGrantBatchRows,
  readGrantBatch,
  runGrantBatches,
  steerGrantBatch,
  updateGrantBatch,
} from './index'
import { getGrantBatch } from './internal'
import { LEASE_MS } from './run'

const text = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))

test('it stops where the budget ends, and a top-up lets it go on to exactly everybody', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world, { members: 5, budgetFen: 200 })
  await giveOut(world.ctx, batch)
  expect([await stateOf(batch), await countsOf(batch)]).toMatchObject([
    'paused by budget_exhausted',
    { granted: 2, waiting: 3, refused: 0 },
  ])
  const { id, operator, admin, campaignId } = batch
  await topUpCampaign({ ctx: admin, input: { id: campaignId, amountFen: 300, idempotencyKey: 'top-up-1' } })
  await steerGrantBatch({ ctx: operator, input: { id, event: 'resume' } })
  await run(world.ctx)
  expect([await stateOf(batch), await countsOf(batch)]).toMatchObject([
    'finished',
    { granted: 5, waiting: 0 },
  ])
  expect(await grantsOf(world)).toHaveLength(5)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('it stops when stock is short, when the campaign is suspended, and when the reward is switched off', async () => {
  await using world = await aWorld()
  const short = await aGrantBatch(world, { reward: aCoupon({ stock: 2 }) })
  await giveOut(world.ctx, short)
  expect([await stateOf(short), await countsOf(short)]).toMatchObject([
    'paused by sold_out',
    { granted: 2, waiting: 1 },
  ])
  const suspended = await aGrantBatch(world)
  const { admin, campaignId } = suspended
  await transitionCampaign({ ctx: admin, input: { id: campaignId, event: 'suspend' } })
  await giveOut(world.ctx, suspended)
  expect(await stateOf(suspended)).toBe('paused by suspended')
  const off = await aGrantBatch(world)
  await submitAsItIs(off.operator, off.id)
  await updateReward({ ctx: off.admin, input: { id: off.rewardId, isEnabled: false } })
  await run(world.ctx)
  expect(await stateOf(off)).toBe('paused by not_eligible')
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('killed after any of its writes, it goes on and gives each member exactly one', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world, { members: 150, budgetFen: 100_000 })
  await submitAsItIs(batch.operator, batch.id)
  let kills = 0
  for (let left = 1; (await stateOf(batch)) !== 'finished'; left++) {
    await run(killedAfter(world.ctx, left)).catch(() => kills++)
    world.clock.advance(LEASE_MS)
    if (left > 40) throw new Error('it never ends')
  }
  expect(kills).toBeGreaterThan(2)
  const grants = await grantsOf(world)
  expect(new Set(grants.map(({ memberId }) => memberId)).size).toBe(150)
  expect(grants).toHaveLength(150)
  expect(await countsOf(batch)).toMatchObject({ granted: 150 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('after seven days, when answers are forgotten, a row that was given is still given once', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world)
  await giveOut(world.ctx, batch)
  await world.ctx.db.transaction((tx) =>
    tx
      .update(grantBatchRow)
      .set({ result: 'waiting', grantId: null })
      .where(eq(grantBatchRow.batchId, batch.id))
      .returning(),
  )
  await world.ctx.db.transaction((tx) =>
    tx.update(grantBatch).set({ state: 'running' }).where(eq(grantBatch.id, batch.id)).returning(),
  )
  world.clock.advance(8 * 86_400_000)
  await forgetOldOutcomes(world.ctx)
  await run(world.ctx)
  expect(await countsOf(batch)).toMatchObject({ granted: 3 })
  expect(await grantsOf(world)).toHaveLength(3)
})

test('two workers share a batch, and give each member exactly one', async () => {
  await using world = await aWorld()
  const { ctx } = world
  const other = { ...ctx, combiner: createCombiner({ db: ctx.db, clock: ctx.clock, timeZone: ctx.timeZone }) }
  const batch = await aGrantBatch(world, { members: 120, budgetFen: 100_000 })
  await submitAsItIs(batch.operator, batch.id)
  // One that was taken for dead, and was not.
  const row = await getGrantBatch(ctx.db.read, batch.id)
  await Promise.all([giveNext(ctx, row), giveNext(other, row)])
  await Promise.all([run(ctx), run(other), run(ctx)])
  expect([await stateOf(batch), await countsOf(batch)]).toMatchObject(['finished', { granted: 120 }])
  expect(await grantsOf(world)).toHaveLength(120)
  expect(await bookErrors(ctx.db.read)).toEqual([])
})

test('what was given is not noted as anything else by somebody who read before it was', async () => {
  await using world = await aWorld()
  const { ctx } = world
  const batch = await aGrantBatch(world)
  await submitAsItIs(batch.operator, batch.id)
  const row = await getGrantBatch(ctx.db.read, batch.id)
  let giving: Promise<unknown> = Promise.resolve()
  const late: AppContext['db']['transaction'] = (work) => giving.then(() => ctx.db.transaction(work))
  const cancelling = cancelNext({ ...ctx, db: { ...ctx.db, transaction: late } }, row)
  giving = giveNext(ctx, row)
  await Promise.all([cancelling, giving])
  expect(await countsOf(batch)).toMatchObject({ granted: 3, cancelled: 0 })
})

test('a batch that somebody works on is left alone until they are taken for dead', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world)
  await submitAsItIs(batch.operator, batch.id)
  await run(killedAfter(world.ctx, 1)).catch(() => undefined)
  await run(world.ctx)
  expect(await stateOf(batch)).toBe('running')
  world.clock.advance(LEASE_MS)
  await run(world.ctx)
  expect(await stateOf(batch)).toBe('finished')
})

test('it is paused, goes on, and is told to stop at a good place', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world)
  const { id, operator } = batch
  await submitAsItIs(operator, id)
  await steerGrantBatch({ ctx: operator, input: { id, event: 'pause' } })
  await run(world.ctx)
  expect([await stateOf(batch), await countsOf(batch)]).toMatchObject(['paused', { waiting: 3 }])
  await steerGrantBatch({ ctx: operator, input: { id, event: 'resume' } })
  const stopped = new AbortController()
  stopped.abort()
  await runGrantBatches(world.ctx, stopped.signal)
  expect(await countsOf(batch)).toMatchObject({ waiting: 3 })
  await run(world.ctx)
  expect(await stateOf(batch)).toBe('finished')
  expect(await failure(steerGrantBatch({ ctx: operator, input: { id, event: 'cancel' } }))).toBe(
    'wrong_state',
  )
})

test('cancelled, it gives nobody else anything, and knows of whom it had given', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world, { members: 150, budgetFen: 100_000 })
  const { id, operator } = batch
  await submitAsItIs(operator, id)
  // The first hundred are given; the process ends before it can note that.
  await run(killedAfter(world.ctx, 1)).catch(() => undefined)
  await steerGrantBatch({ ctx: operator, input: { id, event: 'cancel' } })
  world.clock.advance(LEASE_MS)
  await run(world.ctx)
  expect([await stateOf(batch), await countsOf(batch)]).toMatchObject([
    'cancelled',
    { granted: 100, cancelled: 50, waiting: 0 },
  ])
  expect((await readGrantBatch({ ctx: operator, input: { id } })).endedAt).not.toBeNull()
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('limits hold where they are asked to: the row says which, and support finds it', async () => {
  await using world = await aWorld()
  const first = await aGrantBatch(world, { members: 2 })
  const { campaignId, rewardId, admin, members } = first
  await setParticipationLimit({ ctx: admin, input: { subjectId: campaignId, perDay: null, inAll: 1 } })
  await giveOut(world.ctx, first)
  const giveAgain = async (isUnderLimits: boolean) => {
    const again = await aGrantBatch(world, { members: 0 })
    const { id, operator: ctx } = again
    const said = { id, campaignId, rewardId, name: '再发', reason: '再发一次', isUnderLimits }
    await updateGrantBatch({ ctx, input: said })
    await chooseByHand({ ctx, input: { id, memberIds: members.map(idOf) } })
    await giveOut(world.ctx, again)
    return again
  }
  const again = await giveAgain(true)
  expect([await stateOf(again), await countsOf(again)]).toMatchObject([
    'finished',
    { refused: 2, granted: 0 },
  ])
  const refused = { id: again.id, outcome: 'refused' as const }
  const { items } = await listGrantBatchRows({ ctx: again.operator, input: refused })
  expect(items[0]).toMatchObject({ refusal: 'limit_reached:campaign_in_all', outcome: 'refused' })
  await world.ctx.decisions.flush()
  const found = await lookUpDecisions({ ctx: admin, input: { memberId: idOf(members[0]) } })
  expect(JSON.stringify(found)).toContain('campaign_in_all')
  expect(await countsOf(await giveAgain(false))).toMatchObject({ granted: 2 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a row that fails stands for itself, and is tried once more when somebody asks', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world)
  const { id, operator } = batch
  await submitAsItIs(operator, id)
  const broken: AppContext = {
    ...world.ctx,
    combiner: {
      ...world.ctx.combiner,
      submit: (campaignId, request) =>
        request.memberId === idOf(batch.members[1])
          ? Promise.reject(new Error('no'))
          : world.ctx.combiner.submit(campaignId, request),
    },
  }
  await run(broken)
  expect([await stateOf(batch), await countsOf(batch)]).toMatchObject(['finished', { granted: 2, failed: 1 }])
  await steerGrantBatch({ ctx: operator, input: { id, event: 'retry' } })
  await run(world.ctx)
  expect([await stateOf(batch), await countsOf(batch)]).toMatchObject(['finished', { granted: 3, failed: 0 }])
})

test('while the engine is busy nobody is refused: it goes on later', async () => {
  await using world = await aWorld()
  const { db, clock, timeZone } = world.ctx
  const narrow = createCombiner({ db, clock, timeZone, maxWaiting: 2 })
  const batch = await aGrantBatch(world)
  await submitAsItIs(batch.operator, batch.id)
  await run({ ...world.ctx, combiner: narrow })
  expect([await stateOf(batch), await countsOf(batch)]).toMatchObject(['running', { granted: 2, waiting: 1 }])
  await run(world.ctx)
  expect(await stateOf(batch)).toBe('finished')
})

test('a partner’s codes are given one each', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world, { members: 2, reward: aPartnerVoucher() })
  await importCodes({
    ctx: batch.admin,
    input: { id: batch.rewardId },
    bytes: text('CODE-0001', 'CODE-0002'),
  })
  await giveOut(world.ctx, batch)
  expect(await countsOf(batch)).toMatchObject({ granted: 2 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})
