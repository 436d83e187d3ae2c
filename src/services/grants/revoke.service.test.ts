import { expect, test } from 'vitest'
import { and, counter, entry, eq, grant, reversal, walletEntry, wallet as walletTable } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { bookErrors } from '@/src/testing/books'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { someCash, somePoints } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { tools } from '@/widgets/registry.tools.gen'
import { readBudgets } from '../budgets/internal'
import { expirePoints } from '../wallets'
import { spent } from '../wallets/state'
import { readWallets, writeWallets } from '../wallets/store'
import { myRewards } from './mine'
import { redeemGrants } from './redeem'
import { revokeGrant } from './revoke'

const revoke = async (world: World, id: string) =>
  revokeGrant({ ctx: await world.as('support'), input: { id, reason: '重复补发' } })
const failure = (failed: Promise<unknown>) =>
  failed.then(
    () => 'done',
    (error) => error.details?.[0]?.code ?? error.code ?? String(error),
  )

test('a coupon taken back cannot be used; its money and its stock are the campaign’s again', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { amountFen: 2_000, budgetFen: 10_000, stock: 1 })
  const member = await world.asMember()
  const outcome = await wall.claim(member)
  const id = outcome.status === 'granted' ? (outcome.rewards[0]?.id ?? '') : ''
  await revoke(world, id)
  const { read } = world.ctx.db
  expect((await myRewards({ ctx: member, input: {} })).rewards).toMatchObject([{ id, state: 'revoked' }])
  expect((await readBudgets(read, [wall.campaignId])).get(wall.campaignId)).toMatchObject({
    availableFen: 10_000,
    reservedFen: 0,
  })
  const [stock] = await read
    .select()
    .from(counter)
    .where(and(eq(counter.scope, 'stock'), eq(counter.key, wall.rewardId)))
  expect(stock).toMatchObject({ used: 0, cap: 1 })
  expect(await read.select().from(reversal)).toMatchObject([
    { grantId: id, amountFen: 2_000, reason: '重复补发' },
  ])
  expect(await bookErrors(read)).toEqual([])
  expect(await failure(revoke(world, id))).toBe('wrong_state')
  expect((await wall.claim(await world.asMember())).status).toBe('granted')
})

test('what was used on an order is taken back there, not here', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { amountFen: 2_000 })
  const member = await world.asMember()
  const outcome = await wall.claim(member)
  const grantId = outcome.status === 'granted' ? (outcome.rewards[0]?.id ?? '') : ''
  const order = { orderRef: 'o', costFen: 2_000, lines: [], idempotency: 'o' }
  const memberId = member.member?.id ?? ''
  await world.ctx.db.transaction((tx) =>
    redeemGrants(tx, [{ grantId, memberId, ...order }], world.clock.now()),
  )
  expect(await failure(revoke(world, grantId))).toBe('used')
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('cash is taken out of the balance by an entry that undoes its own; what is spent stays given', async () => {
  await using world = await aWorld()
  const packets = await aPublishedTool(world, {
    type: 'red-packet',
    rewards: [someCash()],
    config: ([rewardId]) => ({ ...tools['red-packet'].defaults, rewardId, minFen: 100, maxFen: 100 }),
  })
  const { read } = world.ctx.db
  const [rich, poor] = [await world.asMember(), await world.asMember()]
  for (const member of [rich, poor]) expect((await packets.act(member, 'open', {})).status).toBe('granted')
  const grants = await read.select().from(grant)
  const idOf = (memberId = '') => grants.find((g) => g.memberId === memberId)?.id ?? ''
  await revoke(world, idOf(rich.member?.id))
  expect((await myRewards({ ctx: rich, input: {} })).wallet.cashFen).toBe(0)
  const entries = await read.select().from(entry)
  const spending = entries.find((e) => e.cause === 'redemption' && e.causeId === idOf(rich.member?.id))
  expect(entries.filter((e) => e.cause === 'reversal')).toMatchObject([
    { amountFen: 100, reverses: spending?.id },
  ])

  const memberId = poor.member?.id ?? ''
  await spend(world, memberId, { points: 0, cashFen: 1 })
  expect(await failure(revoke(world, idOf(memberId)))).toBe('spent_already')
  expect(await bookErrors(read)).toEqual([])
})

const DAY_MS = 86_400_000

/** A wall that gives points of one kind, as often as a member likes, and what the member has. */
async function aPointsWall(world: World, terms: Parameters<typeof somePoints>[0]) {
  const wall = await aPublishedTool(world, {
    type: 'coupon-wall',
    rewards: [somePoints(terms)],
    config: ([rewardId]) => ({ coupons: [{ rewardId, perMember: 99 }] }),
  })
  const member = await world.asMember()
  return {
    ...wall,
    memberId: member.member?.id ?? '',
    claim: async () => {
      const outcome = await wall.act(member, 'claim', { rewardId: wall.rewardIds[0] })
      return outcome.status === 'granted' ? (outcome.rewards[0]?.id ?? '') : ''
    },
    wallet: async () => (await myRewards({ ctx: member, input: {} })).wallet,
  }
}

test('points that were spent are owed: the member has less than nothing until the next ones fill it', async () => {
  await using world = await aWorld()
  const wall = await aPointsWall(world, { points: 100, costFen: 100 })
  const { read } = world.ctx.db
  const ids = [await wall.claim(), await wall.claim()]
  await spend(world, wall.memberId, { points: 130, cashFen: 0 })
  await revoke(world, ids[0] ?? '')
  expect(await wall.wallet()).toMatchObject({ points: -30 })
  expect(await bookErrors(read)).toEqual([])

  // What comes in fills it first, and what is left is the member's.
  await wall.claim()
  expect(await wall.wallet()).toMatchObject({ points: 70 })
  expect(await read.select().from(walletTable)).toMatchObject([{ unit: 'points', balance: 70, owed: 0 }])
  const entries = (await read.select().from(walletEntry)).map(({ cause, amount }) => `${cause} ${amount}`)
  expect(entries.sort()).toEqual(['grant 100', 'grant 100', 'grant 100', 'revocation -100', 'spend -130'])
  // The money of what was taken back is the campaign’s again.
  const budget = (await readBudgets(read, [wall.campaignId])).get(wall.campaignId)
  expect(budget).toMatchObject({ spentFen: 200 })
  expect(await bookErrors(read)).toEqual([])
})

test('points that are owed in full come back in full, however they come and go at once', async () => {
  await using world = await aWorld()
  const wall = await aPointsWall(world, { points: 10, costFen: 1 })
  const ids: string[] = []
  for (let i = 0; i < 6; i++) ids.push(await wall.claim())
  await spend(world, wall.memberId, { points: 60, cashFen: 0 })
  await Promise.all(ids.flatMap((id) => [revoke(world, id), wall.claim()]))
  expect((await wall.wallet()).points).toBe(0)
  expect(await world.ctx.db.read.select().from(walletTable)).toMatchObject([{ balance: 0, owed: 0 }])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('points that are pending are told apart, are there on their day, and are taken back first', async () => {
  await using world = await aWorld()
  const wall = await aPointsWall(world, { points: 100, costFen: 100, pendingDays: 7 })
  const ids = [await wall.claim(), await wall.claim()]
  expect(await wall.wallet()).toMatchObject({ points: 0, pending: 200 })
  await expect(spend(world, wall.memberId, { points: 1, cashFen: 0 })).rejects.toThrow()
  await revoke(world, ids[0] ?? '')
  expect(await wall.wallet()).toMatchObject({ points: 0, pending: 100 })
  world.clock.advance(8 * DAY_MS)
  expect(await wall.wallet()).toMatchObject({ points: 100, pending: 0 })
  await spend(world, wall.memberId, { points: 100, cashFen: 0 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('points that have lapsed are owed by nobody', async () => {
  await using world = await aWorld()
  const wall = await aPointsWall(world, { points: 100, costFen: 100, validDays: 5 })
  const id = await wall.claim()
  world.clock.advance(6 * DAY_MS)
  expect(await failure(revoke(world, id))).toBe('points_lapsed')
  await expirePoints(world.ctx)
  expect(await failure(revoke(world, id))).toBe('points_lapsed')
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

async function spend(
  world: World,
  memberId: string,
  taken: { points: number; cashFen: number },
): Promise<void> {
  const now = world.clock.now()
  await world.ctx.db.transaction(async (tx) => {
    const before = (await readWallets(tx, [memberId])).get(memberId)
    const after = before && spent(before, taken, now)
    if (!after) throw new Error('there is not so much')
    const moved = [
      { unit: 'cash' as const, amount: -taken.cashFen },
      { unit: 'points' as const, amount: -taken.points },
    ].filter(({ amount }) => amount !== 0)
    const by = { memberId, cause: 'spend' as const, causeId: newId('out', now), createdAt: now }
    const entries = moved.map((each) => ({ id: newId('wen', now), ...by, ...each }))
    await writeWallets(tx, [{ memberId, before, after }], entries, now)
  })
}

test('only whoever may does it, and what is not there is not found', async () => {
  await using world = await aWorld()
  const ctx = await world.as('finance')
  expect(await failure(revokeGrant({ ctx, input: { id: 'grt_1', reason: 'x' } }))).toBe('permission')
  expect(await failure(revoke(world, 'grt_0000000000000000000000'))).toBe('not_found')
})
