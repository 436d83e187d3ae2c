import { expect, test } from 'vitest'
import type { Party, SplitWindows } from '@/schemas/redemption'
import { orderRefusal } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aMemberWithCoupons } from '@/src/testing/builders/held-coupons'
import { aKey } from '@/src/testing/builders/published-tool'
import type { CouponOver } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import type { MemberContext } from '../context'
import {
  listOrderRefusals,
  lockCoupons,
  readSplitWindows,
  redeemOrder,
  reverseOrder,
  setSplitWindows,
  unlockOrder,
  validateCart,
} from '.'

const MINUTE_MS = 60_000
const HASH = 'a'.repeat(64)
const lines = [{ lineId: 'a', sku: 'tea', unitFen: 20_000, quantity: 1 }]

const anOrder = (orderRef: string, parties: Partial<Record<Party, string>>) => ({ orderRef, lines, parties })

/** A shop where orders of a payer count as one for half an hour, and two members with a coupon each. */
async function aWatchedShop(world: World, over: Partial<SplitWindows> = {}, coupon: CouponOver = {}) {
  const held = await aMemberWithCoupons(world, { amountFen: 500, ...coupon })
  const other = await held.another()
  await setSplitWindows({ ctx: held.admin, input: { payer: 30, device: 0, address: 0, ...over } })
  const lock = (
    ctx: MemberContext,
    grantId: string,
    orderRef: string,
    parties: Partial<Record<Party, string>>,
  ) =>
    lockCoupons({
      ctx,
      input: { key: aKey(), order: anOrder(orderRef, parties), grantIds: [grantId], minutes: 10 },
    })
  return {
    ...held,
    other,
    first: (parties: Partial<Record<Party, string>>) =>
      lock(held.ctx, held.grantIds[0] ?? '', 'order-1', parties),
    second: (parties: Partial<Record<Party, string>>) => lock(other.ctx, other.grantId, 'order-2', parties),
    redeem: (ctx: MemberContext, orderRef: string) => redeemOrder({ ctx, input: { key: aKey(), orderRef } }),
  }
}

const noted = (world: World) => world.ctx.db.read.select().from(orderRefusal)

test('orders of one payer within the window take one coupon; the second is refused, and noted', async () => {
  await using world = await aWorld()
  const shop = await aWatchedShop(world)
  await shop.first({ payer: HASH })
  const refusal = { reason: 'split_order', party: 'payer', minutes: 30 }
  expect(await shop.second({ payer: HASH })).toEqual({
    status: 'refused',
    orderRef: 'order-2',
    coupons: [{ id: shop.other.grantId, refusal }],
  })
  expect(await noted(world)).toMatchObject([
    {
      memberId: shop.other.ctx.member?.id,
      orderRef: 'order-2',
      grantId: shop.other.grantId,
      reason: 'split_order',
      details: { otherOrder: 'order-1', party: 'payer', minutes: 30 },
      times: 1,
    },
  ])
  const order = anOrder('order-2', { payer: HASH })
  expect((await validateCart({ ctx: shop.other.ctx, input: { order } })).coupons).toMatchObject([
    { applies: false, refusal },
  ])
  await shop.redeem(shop.ctx, 'order-1')
  expect(await shop.second({ payer: HASH })).toMatchObject({ status: 'refused' })
  expect(await noted(world)).toMatchObject([{ times: 2 }])

  world.clock.advance(30 * MINUTE_MS)
  expect(await shop.second({ payer: HASH })).toMatchObject({ status: 'locked' })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('the device and the address count where they are watched, another payer never', async () => {
  await using world = await aWorld()
  const shop = await aWatchedShop(world, { device: 5 })
  const others = { payer: 'b'.repeat(64), address: HASH }
  await shop.first({ payer: HASH, device: HASH, address: HASH })
  expect(await shop.second({ ...others, device: HASH })).toMatchObject({
    coupons: [{ refusal: { reason: 'split_order', party: 'device', minutes: 5 } }],
  })
  expect(await shop.second(others)).toMatchObject({ status: 'locked' })
})

test('what was let go, timed out or came back does not count, nor what may be used beside it', async () => {
  await using world = await aWorld()
  const shop = await aWatchedShop(world)
  await shop.first({ payer: HASH })
  await unlockOrder({ ctx: shop.ctx, input: { key: aKey(), orderRef: 'order-1' } })
  expect(await shop.second({ payer: HASH })).toMatchObject({ status: 'locked' })
  expect(await shop.first({ payer: HASH })).toMatchObject({ status: 'refused' })
  world.clock.advance(10 * MINUTE_MS)
  expect(await shop.first({ payer: HASH })).toMatchObject({ status: 'locked' })
  await shop.redeem(shop.ctx, 'order-1')
  await reverseOrder({ ctx: shop.ctx, input: { key: aKey(), orderRef: 'order-1', reason: '退货' } })
  expect(await shop.second({ payer: HASH })).toMatchObject({ status: 'locked' })

  const { ctx, grantIds } = await aMemberWithCoupons(world, { stackGroup: 'a' }, { stackGroup: 'b' })
  const payer = 'c'.repeat(64)
  for (const [i, grantId] of grantIds.entries()) {
    const order = anOrder(`stacked-${i}`, { payer })
    expect(await lockCoupons({ ctx, input: { key: aKey(), order, grantIds: [grantId] } })).toMatchObject({
      status: 'locked',
    })
  }
})

test('paid late, an order is refused when another of its payer took a coupon meanwhile', async () => {
  await using world = await aWorld()
  const shop = await aWatchedShop(world)
  await shop.first({ payer: HASH })
  world.clock.advance(10 * MINUTE_MS)
  await shop.second({ payer: HASH })
  await shop.redeem(shop.other.ctx, 'order-2')
  expect(await shop.redeem(shop.ctx, 'order-1')).toMatchObject({
    status: 'refused',
    coupons: [{ refusal: { reason: 'split_order' } }],
  })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('of two orders of one payer at the same moment one is refused', async () => {
  await using world = await aWorld()
  const shop = await aWatchedShop(world)
  const both = async () => {
    const answers = await Promise.all([shop.first({ payer: HASH }), shop.second({ payer: HASH })])
    return answers.map(({ status }) => status)
  }
  const [first] = await both().then((statuses) => {
    expect([...statuses].sort()).toEqual(['locked', 'refused'])
    return statuses
  })
  // And of a payer who is known already.
  const [ctx, orderRef] = first === 'locked' ? [shop.ctx, 'order-1'] : [shop.other.ctx, 'order-2']
  await unlockOrder({ ctx, input: { key: aKey(), orderRef } })
  expect((await both()).sort()).toEqual(['locked', 'refused'])
})

test('windows are set by whoever makes rewards, and by nobody else', async () => {
  await using world = await aWorld()
  const input = { payer: 30, device: 0, address: 0 }
  await expect(setSplitWindows({ ctx: await world.as('finance'), input })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const shop = await aWatchedShop(world)
  await setSplitWindows({ ctx: shop.admin, input: { ...input, payer: 0 } })
  await shop.first({ payer: HASH })
  expect(await shop.second({ payer: HASH })).toMatchObject({ status: 'locked' })
  expect(await noted(world)).toEqual([])
})

test('what orders tried is listed for whoever reads grants, from the latest, and found by order and member', async () => {
  await using world = await aWorld()
  const shop = await aWatchedShop(world)
  const { ctx: thief } = await shop.another()
  const steal = lockCoupons({
    ctx: thief,
    input: { key: aKey(), order: anOrder('order-9', {}), grantIds: shop.grantIds, minutes: 10 },
  })
  await expect(steal).rejects.toMatchObject({ code: 'not_found' })
  world.clock.advance(1)
  await shop.first({ payer: HASH })
  await shop.second({ payer: HASH })
  const support = await world.as('support')
  const list = (input = {}) => listOrderRefusals({ ctx: support, input })
  expect(await list()).toMatchObject([
    {
      orderRef: 'order-2',
      member: { id: shop.other.ctx.member?.id },
      coupon: { grantId: shop.other.grantId, title: '满减券' },
      reason: 'split_order',
      owner: null,
      split: { otherOrder: 'order-1', party: 'payer', minutes: 30 },
      times: 1,
    },
    { orderRef: 'order-9', reason: 'not_own', owner: { id: shop.memberId }, split: null },
  ])
  expect(await list({ search: 'order-9' })).toMatchObject([{ orderRef: 'order-9' }])
  expect(await list({ search: shop.other.ctx.member?.id })).toMatchObject([{ orderRef: 'order-2' }])
  expect(await readSplitWindows({ ctx: support })).toEqual({ payer: 30, device: 0, address: 0 })
  const nobody = await world.as()
  await expect(listOrderRefusals({ ctx: nobody, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(readSplitWindows({ ctx: nobody })).rejects.toMatchObject({ code: 'forbidden' })
})
