import { expect, test } from 'vitest'
import { and, counter, entry, eq, grant, reversal } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { bookErrors } from '@/src/testing/books'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { someCash } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { tools } from '@/widgets/registry.tools.gen'
import { readBudgets } from '../budgets/internal'
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
  await spendCash(world, memberId, 1)
  expect(await failure(revoke(world, idOf(memberId)))).toBe('spent_already')
  expect(await bookErrors(read)).toEqual([])
})

async function spendCash(world: World, memberId: string, cashFen: number): Promise<void> {
  const now = world.clock.now()
  await world.ctx.db.transaction(async (tx) => {
    const before = (await readWallets(tx, [memberId])).get(memberId)
    const after = before && spent(before, { points: 0, cashFen }, now)
    if (!after) throw new Error('there is not so much')
    const entry = { memberId, unit: 'cash' as const, amount: -cashFen, cause: 'spend' as const }
    const entries = [{ id: newId('wen', now), ...entry, causeId: 'at the till', createdAt: now }]
    await writeWallets(tx, [{ memberId, before, after }], entries, now)
  })
}

test('only whoever may does it, and what is not there is not found', async () => {
  await using world = await aWorld()
  const ctx = await world.as('finance')
  expect(await failure(revokeGrant({ ctx, input: { id: 'grt_1', reason: 'x' } }))).toBe('permission')
  expect(await failure(revoke(world, 'grt_0000000000000000000000'))).toBe('not_found')
})
