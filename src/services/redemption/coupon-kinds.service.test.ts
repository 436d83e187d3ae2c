import { expect, test } from 'vitest'
import { account, eq, grant } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aMemberWithCoupons } from '@/src/testing/builders/held-coupons'
import { aKey } from '@/src/testing/builders/published-tool'
import { aWorld, type World } from '@/src/testing/world'
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

const PERCENT = { kind: 'percent', offPpm: 150_000 } as const

test('a percentage takes its part of the order, rounded down to the fen, and costs that', async () => {
  await using world = await aWorld()
  const { ctx, grantIds, campaignId } = await aMemberWithCoupons(world, { amountFen: 5_000, off: PERCENT })
  const order = { orderRef: 'o', lines: [line('tea', 3_333), line('cup', 1_001, 2)] }
  const locked = await lockCoupons({ ctx, input: { key: aKey(), order, grantIds } })
  // 15 % of 53.35 is 8.00 and a quarter of a fen.
  expect(locked).toMatchObject({
    discountFen: 800,
    payFen: 4_535,
    lines: [{ discountFen: 499 }, { discountFen: 301 }],
  })
  expect(await fen(world, campaignId)).toMatchObject({ reserved: 5_000 })
  await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'o' } })
  expect(await fen(world, campaignId)).toMatchObject({ allocated: 99_200, reserved: 0, committed: 800 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a percentage never takes more than its maximum, which is what was reserved for it', async () => {
  await using world = await aWorld()
  const { ctx, grantIds, campaignId } = await aMemberWithCoupons(world, { amountFen: 700, off: PERCENT })
  const order = { orderRef: 'o', lines: [line('pot', 10_000)] }
  expect(await validateCart({ ctx, input: { order } })).toMatchObject({ chosen: grantIds, discountFen: 700 })
  await lockCoupons({ ctx, input: { key: aKey(), order, grantIds } })
  await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'o' } })
  expect(await fen(world, campaignId)).toMatchObject({ allocated: 99_300, reserved: 0, committed: 700 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('an exchange takes one of the dearest item it is for, and nothing of the others', async () => {
  await using world = await aWorld()
  const { ctx, grantIds, campaignId } = await aMemberWithCoupons(world, {
    amountFen: 3_000,
    off: { kind: 'exchange' },
    scope: { kind: 'skus', skus: ['tea', 'cup'] },
  })
  const order = { orderRef: 'o', lines: [line('pot', 9_900), line('tea', 1_800, 3), line('cup', 1_200)] }
  const locked = await lockCoupons({ ctx, input: { key: aKey(), order, grantIds } })
  expect(locked).toMatchObject({
    discountFen: 1_800,
    lines: [{ discountFen: 0 }, { discountFen: 1_800 }, { discountFen: 0 }],
  })
  await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'o' } })
  expect(await fen(world, campaignId)).toMatchObject({ reserved: 0, committed: 1_800 })
  // All of it comes back in two parts: exactly what was paid is refunded.
  const back = async (returned?: { lineId: string; quantity: number }[]) =>
    reverseOrder({ ctx, input: { key: aKey(), orderRef: 'o', returned, reason: '退货' } })
  const first = await back([{ lineId: 'tea', quantity: 1 }])
  const rest = await back()
  expect(first.refundFen + rest.refundFen).toBe(9_900 + 3 * 1_800 + 1_200 - 1_800)
  expect((await world.ctx.db.read.select().from(grant)).map(({ state }) => state)).toEqual(['granted'])
  expect(await fen(world, campaignId)).toMatchObject({ committed: 0 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('coupons of all kinds take their turn: the item, the amount, then the percentage of what is left', async () => {
  await using world = await aWorld()
  const { ctx, grantIds } = await aMemberWithCoupons(
    world,
    { amountFen: 10_000, off: PERCENT, stackGroup: 'percent' },
    { amountFen: 500, stackGroup: 'amount' },
    { amountFen: 2_000, off: { kind: 'exchange' }, stackGroup: 'item' },
  )
  const order = { orderRef: 'o', lines: [line('tea', 2_000, 2), line('cup', 1_501)] }
  const locked = await lockCoupons({ ctx, input: { key: aKey(), order, grantIds } })
  // 55.01 − 20.00 = 35.01, − 5.00 = 30.01, of which 15 % is 4.50.
  expect(locked).toMatchObject({
    coupons: [
      { id: grantIds[2], discountFen: 2_000 },
      { id: grantIds[1], discountFen: 500 },
      { id: grantIds[0], discountFen: 450 },
    ],
    payFen: 2_551,
  })
})

test('a percentage is reserved by the rate at which it is expected, and honoured in full', async () => {
  await using world = await aWorld()
  const { ctx, grantIds, campaignId } = await aMemberWithCoupons(world, {
    amountFen: 2_000,
    off: PERCENT,
    reservation: { kind: 'expected', ratePpm: 400_000 },
  })
  expect(await fen(world, campaignId)).toMatchObject({ reserved: 800 })
  const order = { orderRef: 'o', lines: [line('pot', 20_000)] }
  await lockCoupons({ ctx, input: { key: aKey(), order, grantIds } })
  await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'o' } })
  expect(await fen(world, campaignId)).toMatchObject({ allocated: 98_000, reserved: 0, committed: 2_000 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})
