import { expect, test } from 'vitest'
import { audit, eq } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import {
  aGrantBatch,
  type BuiltGrantBatch,
  countsOf,
  failure,
  giveOut,
  grantsOf,
  idOf,
  run,
  stateOf,
  submitAsItIs,
} from '@/src/testing/builders/grant-batch'
import { aCoupon } from '@/src/testing/builders/rewards'
import { aWorld } from '@/src/testing/world'
import { transitionCampaign } from '../campaigns'
import { myRewards } from '../grants'
import { updateReward } from '../rewards'
import {
  chooseByHand,
  confirmGrantBatch,
  discardGrantBatch,
  importMembers,
  listGrantBatches,
  listGrantBatchRows,
  previewGrantBatch,
  readGrantBatch,
  rejectGrantBatch,
  steerGrantBatch,
  submitGrantBatch,
  updateGrantBatch,
  withdrawGrantBatch,
} from './index'

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
