import { expect, test } from 'vitest'
import { account, entry, eq, grant } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aMemberWithRewards } from '@/src/testing/builders/held-coupons'
import { aKey } from '@/src/testing/builders/published-tool'
import { aCoupon, aSubsidy, someCash } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { expireGrants } from '../grants/expire'
import { lockCoupons, redeemOrder, reverseOrder, validateCart } from '.'

const line = (sku: string, unitFen: number, quantity = 1) => ({
  lineId: sku,
  sku,
  groups: [],
  unitFen,
  quantity,
})

async function fen(world: World, ownerId: string): Promise<Record<string, number>> {
  const rows = await world.ctx.db.read.select().from(account).where(eq(account.ownerId, ownerId))
  return Object.fromEntries(rows.map(({ kind, balanceFen }) => [kind, balanceFen]))
}

const statesOf = async (world: World) =>
  (await world.ctx.db.read.select().from(grant).orderBy(grant.id)).map(({ state }) => state)

test('a subsidy stays reserved until it comes off what a coupon left, line by line', async () => {
  await using world = await aWorld()
  const { ctx, grantIds, campaignId } = await aMemberWithRewards(
    world,
    aSubsidy({ amountFen: 500 }),
    aCoupon({ amountFen: 2_000, thresholdFen: 10_000 }),
  )
  const [subsidy = '', coupon = ''] = grantIds
  expect(await fen(world, campaignId)).toMatchObject({ reserved: 2_500 })
  expect(await statesOf(world)).toEqual(['granted', 'granted'])

  const order = { orderRef: 'o', lines: [line('tea', 6_001), line('cup', 4_000)] }
  // The coupon's threshold is met by a fen, before the subsidy takes its turn.
  const cart = await validateCart({ ctx, input: { order } })
  expect(cart).toMatchObject({ chosen: [coupon, subsidy], discountFen: 2_500, payFen: 7_501 })
  const locked = await lockCoupons({ ctx, input: { key: aKey(), order, grantIds } })
  expect(locked).toMatchObject({
    coupons: [
      { id: coupon, discountFen: 2_000 },
      { id: subsidy, discountFen: 500 },
    ],
    lines: cart.lines,
    payFen: 7_501,
  })
  await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'o' } })
  expect(await statesOf(world)).toEqual(['redeemed', 'redeemed'])
  expect(await fen(world, campaignId)).toMatchObject({ reserved: 0, committed: 2_500 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('what an order leaves of a subsidy goes back to the budget, and it is used all the same', async () => {
  await using world = await aWorld()
  const { ctx, grantIds, campaignId } = await aMemberWithRewards(world, aSubsidy({ amountFen: 500 }))
  const order = { orderRef: 'o', lines: [line('pin', 120)] }
  // It would be wasted, so that it is taken only when the member says so.
  expect(await validateCart({ ctx, input: { order } })).toMatchObject({ chosen: [], payFen: 120 })
  const locked = await lockCoupons({ ctx, input: { key: aKey(), order, grantIds } })
  expect(locked).toMatchObject({ discountFen: 120, payFen: 0 })
  await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'o' } })
  expect(await fen(world, campaignId)).toMatchObject({ allocated: 99_880, reserved: 0, committed: 120 })
  expect(await statesOf(world)).toEqual(['redeemed'])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('several subsidies come off one order, those for some products first', async () => {
  await using world = await aWorld()
  const { ctx, grantIds } = await aMemberWithRewards(
    world,
    aSubsidy({ amountFen: 300 }),
    aSubsidy({ amountFen: 700, scope: { kind: 'skus', skus: ['tea'] } }),
  )
  const order = { orderRef: 'o', lines: [line('tea', 800), line('cup', 150)] }
  const locked = await lockCoupons({ ctx, input: { key: aKey(), order, grantIds } })
  expect(locked).toMatchObject({
    coupons: [
      { id: grantIds[1], discountFen: 700, lines: [{ lineId: 'tea', discountFen: 700 }] },
      { id: grantIds[0], discountFen: 250 },
    ],
    payFen: 0,
  })
})

test('a merchant bears its share of a subsidy in every entry, and all of it goes back', async () => {
  await using world = await aWorld()
  const bearer = { kind: 'shared', merchant: '星禾旗舰店', merchantPpm: 333_333 } as const
  const { ctx, grantIds, campaignId } = await aMemberWithRewards(
    world,
    aSubsidy({ amountFen: 1_000, bearer }),
  )
  const order = { orderRef: 'o', lines: [line('tea', 1_001, 3)] }
  await lockCoupons({ ctx, input: { key: aKey(), order, grantIds } })
  await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'o' } })
  const shares = async () =>
    (await world.ctx.db.read.select().from(entry))
      .filter(({ merchantFen }) => merchantFen > 0)
      .map(({ cause, amountFen, merchantFen }) => [cause, amountFen, merchantFen])
  expect(await shares()).toEqual([
    ['reservation', 1_000, 333],
    ['redemption', 1_000, 333],
  ])
  const back = (returned?: { lineId: string; quantity: number }[]) =>
    reverseOrder({ ctx, input: { key: aKey(), orderRef: 'o', returned, reason: '退货' } })
  const parts = [await back([{ lineId: 'tea', quantity: 1 }]), await back()]
  expect(parts.reduce((sum, { refundFen }) => sum + refundFen, 0)).toBe(3_003 - 1_000)
  const reversed = (await shares()).slice(2)
  expect(reversed.reduce((sum, [, , merchantFen]) => sum + Number(merchantFen), 0)).toBe(333)
  expect(await fen(world, campaignId)).toMatchObject({ committed: 0 })
  expect(await statesOf(world)).toEqual(['granted'])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a subsidy lapses with its reservation, and nothing but coupons and subsidies comes off an order', async () => {
  await using world = await aWorld()
  const { ctx, grantIds, campaignId } = await aMemberWithRewards(world, aSubsidy(), someCash())
  const [subsidy = '', cash = ''] = grantIds
  const order = { orderRef: 'o', lines: [line('tea', 9_900)] }
  world.clock.advance(3 * 86_400_000)
  const refused = await lockCoupons({ ctx, input: { key: aKey(), order, grantIds } })
  expect(refused).toMatchObject({
    status: 'refused',
    coupons: [
      { id: subsidy, refusal: { reason: 'expired' } },
      { id: cash, refusal: { reason: 'not_a_coupon' } },
    ],
  })
  await expireGrants(world.ctx)
  expect(await fen(world, campaignId)).toMatchObject({ reserved: 0 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})
