import { expect, test } from 'vitest'
import { asc, audit, eq, grant, grantBatch, grantBatchRow, member } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aGrantBatch, type BuiltGrantBatch, giveOut, submitAsItIs } from '@/src/testing/builders/grant-batch'
import { aCoupon, aPartnerVoucher, someCash } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { topUpCampaign, transitionCampaign } from '../campaigns'
import type { AppContext } from '../context'
import { lookUpDecisions } from '../decisions'
import { createCombiner, forgetOldOutcomes, myRewards, revokeGrant } from '../grants'
import { setParticipationLimit } from '../limits'
import { writeTraits } from '../members/traits'
import { importCodes, updateReward } from '../rewards'
import { createTool, listTools } from '../tools'
import { cancelNext, giveNext } from './give'
import { takeBackNext } from './give-back'
import {
  chooseByHand,
  chooseByRule,
  confirmGrantBatch,
  discardGrantBatch,
  importMembers,
  listGrantBatches,
  listGrantBatchRows,
  previewGrantBatch,
  readGrantBatch,
  rejectGrantBatch,
  runGrantBatches,
  steerGrantBatch,
  submitGrantBatch,
  takeBackGrantBatch,
  updateGrantBatch,
  withdrawGrantBatch,
} from './index'
import { getGrantBatch } from './internal'
import { LEASE_MS } from './run'

const GOING_ON = new AbortController().signal
const run = (ctx: AppContext) => runGrantBatches(ctx, GOING_ON)
const idOf = (ctx: BuiltGrantBatch['members'][number] | undefined) => ctx?.member?.id ?? ''
const countsOf = async ({ operator: ctx, id }: BuiltGrantBatch) =>
  (await readGrantBatch({ ctx, input: { id } })).counts
const stateOf = async ({ operator: ctx, id }: BuiltGrantBatch) => {
  const { state, stoppedBy } = await readGrantBatch({ ctx, input: { id } })
  return stoppedBy ? `${state} by ${stoppedBy}` : state
}
const grantsOf = (world: World) => world.ctx.db.read.select().from(grant).orderBy(asc(grant.id))
const failure = (failed: Promise<unknown>) =>
  failed.then(
    () => 'done',
    (error) => error.details?.[0]?.code ?? error.code ?? String(error),
  )
const text = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))

test('a small batch needs nobody else: each member holds one, and the books agree', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world)
  await giveOut(world.ctx, batch)
  expect(await stateOf(batch)).toBe('finished')
  expect(await countsOf(batch)).toMatchObject({ granted: 3, waiting: 0 })
  for (const ctx of batch.members)
    expect((await myRewards({ ctx, input: {} })).rewards).toMatchObject([
      { state: 'granted', rewardId: batch.rewardId },
    ])
  const { items } = await listGrantBatchRows({ ctx: batch.operator, input: { id: batch.id } })
  expect(items.map(({ position, outcome, grantId }) => [position, outcome, grantId])).toEqual(
    (await grantsOf(world))
      .toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))
      .map((row) => [items.find((item) => item.member.id === row.memberId)?.position, 'granted', row.id])
      .toSorted((a, b) => Number(a[0]) - Number(b[0])),
  )
  expect((await listGrantBatches({ ctx: batch.operator, input: {} })).items).toMatchObject([
    { id: batch.id, state: 'finished', memberCount: 3 },
  ])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('above the amount a second person confirms what was submitted, and never whoever submitted it', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world, { reward: aCoupon({ amountFen: 40_000 }) })
  const { id, operator, approver, admin } = batch
  const { state, contentHash } = await submitAsItIs(operator, id)
  expect(state).toBe('waiting')
  await run(world.ctx)
  expect(await grantsOf(world)).toEqual([])

  const own = { ...operator, staff: operator.staff && { ...operator.staff, roles: ['admin' as const] } }
  expect(await failure(confirmGrantBatch({ ctx: own, input: { id, contentHash } }))).toBe('own_batch')
  expect(await failure(rejectGrantBatch({ ctx: own, input: { id, contentHash, reason: '不发了' } }))).toBe(
    'own_batch',
  )
  expect(await failure(confirmGrantBatch({ ctx: operator, input: { id, contentHash } }))).toBe('permission')
  const other = 'a'.repeat(64)
  expect(await failure(confirmGrantBatch({ ctx: approver, input: { id, contentHash: other } }))).toBe(
    'contents_changed',
  )
  expect(await confirmGrantBatch({ ctx: approver, input: { id, contentHash } })).toEqual({ state: 'running' })
  expect(await failure(confirmGrantBatch({ ctx: admin, input: { id, contentHash } }))).toBe('wrong_state')
  await run(world.ctx)
  expect(await readGrantBatch({ ctx: operator, input: { id } })).toMatchObject({
    state: 'finished',
    worstFen: 120_000,
    submittedBy: { id: operator.staff?.id },
    decidedBy: { id: approver.staff?.id },
    counts: { granted: 3 },
  })
  const kept = await world.ctx.db.read.select().from(audit).where(eq(audit.subjectId, id))
  expect(kept.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['grant_batch.create', 'grant_batch.submit', 'grant_batch.confirm']),
  )
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('one person’s small batches of a day add up, and the next day begins anew', async () => {
  await using world = await aWorld()
  const first = await aGrantBatch(world, { reward: aCoupon({ amountFen: 20_000 }) })
  const second = await aGrantBatch(world, { reward: aCoupon({ amountFen: 20_000 }) })
  const { operator } = first
  expect((await submitAsItIs(operator, first.id)).state).toBe('running')
  const preview = await previewGrantBatch({ ctx: operator, input: { id: second.id } })
  expect(preview).toMatchObject({ worstFen: 60_000, needsConfirmation: true })
  expect((await submitAsItIs(operator, second.id)).state).toBe('waiting')
  await withdrawGrantBatch({ ctx: operator, input: { id: second.id } })
  world.clock.advance(86_400_000)
  expect((await submitAsItIs(operator, second.id)).state).toBe('running')
})

test('two batches that one person submits at once are not both let through', async () => {
  await using world = await aWorld()
  const batches = [
    await aGrantBatch(world, { reward: aCoupon({ amountFen: 20_000 }) }),
    await aGrantBatch(world, { reward: aCoupon({ amountFen: 20_000 }) }),
  ]
  const ctx = await world.as('operator')
  const states = await Promise.all(batches.map(({ id }) => submitAsItIs(ctx, id)))
  expect(states.map(({ state }) => state).sort()).toEqual(['running', 'waiting'])
})

test('an edit voids what was submitted; what runs cannot be edited', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world, { reward: aCoupon({ amountFen: 60_000 }) })
  const { id, operator, approver, campaignId, rewardId } = batch
  const edits = [
    () => chooseByHand({ ctx: operator, input: { id, memberIds: batch.members.slice(1).map(idOf) } }),
    () => importMembers({ ctx: operator, input: { id }, bytes: text(`shop-${idOf(batch.members[0])}`) }),
    () =>
      updateGrantBatch({
        ctx: operator,
        input: { id, name: '改', campaignId, rewardId, reason: '改过了', isUnderLimits: false },
      }),
    () => withdrawGrantBatch({ ctx: operator, input: { id } }),
  ]
  await chooseByHand({ ctx: operator, input: { id, memberIds: batch.members.map(idOf) } })
  for (const edit of edits) {
    const { state, contentHash } = await submitAsItIs(operator, id)
    if (state === 'waiting') await edit()
    expect(await failure(confirmGrantBatch({ ctx: approver, input: { id, contentHash } }))).toBe(
      'wrong_state',
    )
    await chooseByHand({ ctx: operator, input: { id, memberIds: batch.members.map(idOf) } })
  }
  const { contentHash } = await submitAsItIs(operator, id)
  await confirmGrantBatch({ ctx: approver, input: { id, contentHash } })
  for (const edit of edits) expect(await failure(edit())).toBe('wrong_state')
  expect(await failure(discardGrantBatch({ ctx: operator, input: { id } }))).toBe('wrong_state')
})

test('what changed under what was submitted is not confirmed, and not submitted', async () => {
  await using world = await aWorld()
  const { id, operator, approver, admin, rewardId } = await aGrantBatch(world, {
    reward: aCoupon({ amountFen: 60_000 }),
  })
  const { contentHash } = await submitAsItIs(operator, id)
  await updateReward({ ctx: admin, input: { id: rewardId, title: '换了' } })
  expect(await failure(confirmGrantBatch({ ctx: approver, input: { id, contentHash } }))).toBe(
    'contents_changed',
  )
  await withdrawGrantBatch({ ctx: operator, input: { id } })
  expect(await failure(submitGrantBatch({ ctx: operator, input: { id, contentHash } }))).toBe(
    'contents_changed',
  )
})

test('a batch that is rejected is over; a draft can be thrown away', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world, { reward: aCoupon({ amountFen: 60_000 }) })
  const { id, operator, approver } = batch
  const { contentHash } = await submitAsItIs(operator, id)
  await rejectGrantBatch({ ctx: approver, input: { id, contentHash, reason: '名单不对' } })
  await run(world.ctx)
  expect(await readGrantBatch({ ctx: operator, input: { id } })).toMatchObject({
    state: 'rejected',
    decisionReason: '名单不对',
    counts: { waiting: 3 },
  })
  expect(await failure(withdrawGrantBatch({ ctx: operator, input: { id } }))).toBe('wrong_state')
  const draft = await aGrantBatch(world)
  await discardGrantBatch({ ctx: operator, input: { id: draft.id } })
  expect(await failure(readGrantBatch({ ctx: operator, input: { id: draft.id } }))).toBe('not_found')
})

test('what is in its way is told before, and what makes no sense cannot be submitted', async () => {
  await using world = await aWorld()
  const problems = async ({ operator, id }: BuiltGrantBatch) =>
    (await previewGrantBatch({ ctx: operator, input: { id } })).problems
  expect(await problems(await aGrantBatch(world))).toEqual([])
  const empty = await aGrantBatch(world, { members: 0 })
  expect(await problems(empty)).toEqual(['no_members'])
  expect(await failure(submitAsItIs(empty.operator, empty.id))).toBe('no_members')
  const short = await aGrantBatch(world, { reward: aCoupon({ stock: 2 }), budgetFen: 299 })
  expect(await problems(short)).toEqual(['stock_short', 'budget_short'])
  const daily = await aGrantBatch(world, { reward: aCoupon({ stockPerDay: 2 }), isDraft: true })
  expect(await problems(daily)).toEqual(['campaign_not_running', 'stock_short_today'])
  const off = await aGrantBatch(world)
  await updateReward({ ctx: off.admin, input: { id: off.rewardId, isEnabled: false } })
  expect(await problems(off)).toEqual(['reward_off'])
  expect(await failure(submitAsItIs(off.operator, off.id))).toBe('reward_off')
  const over = await aGrantBatch(world)
  await transitionCampaign({ ctx: over.admin, input: { id: over.campaignId, event: 'end' } })
  expect(await problems(over)).toEqual(['campaign_over'])
  const half = await aGrantBatch(world, {
    reward: aCoupon({ amountFen: 1_000, reservation: { kind: 'expected', ratePpm: 500_000 } }),
  })
  expect(await previewGrantBatch({ ctx: half.operator, input: { id: half.id } })).toMatchObject({
    expectedFen: 1_500,
    worstFen: 3_000,
  })
})

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

/** A process that can write so often itself, and then no more; what the engine writes is written. */
function killedAfter(ctx: AppContext, writes: number): AppContext {
  let left = writes
  const transaction: AppContext['db']['transaction'] = (work) => {
    left -= 1
    return left < 0 ? Promise.reject(new Error('killed')) : ctx.db.transaction(work)
  }
  return { ...ctx, db: { ...ctx.db, transaction } }
}

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

test('members are chosen by city, level and tag, as they are then', async () => {
  await using world = await aWorld()
  const { id, operator } = await aGrantBatch(world, { members: 0 })
  const people = [
    { city: '上海', level: '金卡', tags: ['a'] },
    { city: '上海', level: '银卡', tags: ['b', 'c'] },
    { city: '北京', level: '金卡', tags: ['a', 'b'] },
    {},
  ]
  for (const traits of people) {
    const who = await world.asMember()
    await world.ctx.db.transaction((tx) => writeTraits(tx, idOf(who), traits))
  }
  const count = async (rule: object) =>
    (await chooseByRule({ ctx: operator, input: { id, rule } })).memberCount
  expect(await count({ cities: ['上海'] })).toBe(2)
  expect(await count({ cities: ['上海', '北京'], levels: ['金卡'] })).toBe(2)
  expect(await count({ tags: ['a', 'b'] })).toBe(3)
  expect(await count({ cities: ['上海'], levels: ['银卡'], tags: ['c', 'x'] })).toBe(1)
  expect(await count({ cities: ['深圳'] })).toBe(0)
  await expect(chooseByRule({ ctx: operator, input: { id, rule: {} } })).rejects.toThrow('empty_rule')
})

test('a file says of every row that gives nobody anything why', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world)
  const { id, operator, members } = batch
  const [a, b, c] = members.map((ctx) => `shop-${idOf(ctx)}`)
  const lines = [
    '会员号,备注',
    `${a},掉线`,
    '',
    `"${b}","=1+1"`,
    'nobody,',
    `${a},又来`,
    ',没有号',
    '1.38E+10,',
    `${'x'.repeat(101)},`,
    `${c},${'很'.repeat(61)}`,
  ]
  const imported = await importMembers({
    ctx: operator,
    input: { id },
    bytes: new Uint8Array([0xef, 0xbb, 0xbf, ...text(...lines)]),
  })
  expect(imported).toMatchObject({
    encoding: 'utf-8',
    rows: 8,
    memberCount: 2,
    problems: { unknown: 1, repeated: 1, blank: 1, scientific: 1, malformed: 1, remark_too_long: 1 },
  })
  expect(imported.problemRows[0]).toMatchObject({ value: 'nobody', problem: 'unknown' })
  const { items } = await listGrantBatchRows({ ctx: operator, input: { id } })
  expect(items.map(({ position, remark }) => [position, remark])).toEqual([
    [1, '掉线'],
    [2, '=1+1'],
  ])
})

test.each([
  ['no text', new Uint8Array([0, 1, 2, 3, 255]), 'not_text'],
  ['too many rows', text(...Array.from({ length: 50_001 }, (_, i) => `m${i}`)), 'too_many_members'],
])('a file of %s is refused, and the batch is as it was', async (_, bytes, code) => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world)
  expect(await failure(importMembers({ ctx: batch.operator, input: { id: batch.id }, bytes }))).toBe(code)
  expect(await countsOf(batch)).toMatchObject({ waiting: 3 })
})

test('a file that nobody can read to its end counts to where it breaks; an empty one holds nobody', async () => {
  await using world = await aWorld()
  const { id, operator, members } = await aGrantBatch(world)
  const broken = text(`shop-${idOf(members[0])}`, '"never closed')
  expect(await importMembers({ ctx: operator, input: { id }, bytes: broken })).toMatchObject({
    memberCount: 1,
    problems: { broken: 1 },
  })
  expect(await importMembers({ ctx: operator, input: { id }, bytes: text('') })).toMatchObject({
    rows: 0,
    memberCount: 0,
  })
})

test('no member plays the tool that staff give by, and no staff makes or lists one', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world)
  await giveOut(world.ctx, batch)
  const { admin, campaignId } = batch
  expect((await listTools({ ctx: admin, input: {} })).items).toEqual([])
  expect(
    await failure(
      createTool({ ctx: admin, input: { campaignId, type: 'direct-grant', name: 'x', config: {} } }),
    ),
  ).toBe('unknown_tool_type')
})

test('nobody without the permission gives, confirms, or looks', async () => {
  await using world = await aWorld()
  const { id } = await aGrantBatch(world)
  const product = await world.as('product')
  const approver = await world.as('approver')
  expect(await failure(readGrantBatch({ ctx: product, input: { id } }))).toBe('permission')
  expect(await failure(submitAsItIs(approver, id))).toBe('permission')
  expect(await failure(steerGrantBatch({ ctx: approver, input: { id, event: 'pause' } }))).toBe('permission')
  expect(await failure(importMembers({ ctx: approver, input: { id }, bytes: text('x') }))).toBe('permission')
})

test('rows are found page by page, by member and by what became of them', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world, { members: 5 })
  const { id, operator: ctx, members } = batch
  const first = await listGrantBatchRows({ ctx, input: { id, limit: 3 } })
  const rest = await listGrantBatchRows({ ctx, input: { id, limit: 3, cursor: first.nextCursor ?? '' } })
  expect([...first.items, ...rest.items].map(({ position }) => position)).toEqual([1, 2, 3, 4, 5])
  expect(rest.nextCursor).toBeNull()
  const [row] = await world.ctx.db.read
    .select()
    .from(member)
    .where(eq(member.id, idOf(members[2])))
  const found = await listGrantBatchRows({ ctx, input: { id, search: row?.shopMemberId } })
  expect(found.items).toMatchObject([{ member: { id: idOf(members[2]) } }])
  expect((await listGrantBatchRows({ ctx, input: { id, outcome: 'granted' } })).items).toEqual([])
})
