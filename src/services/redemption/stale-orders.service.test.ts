import { expect, test } from 'vitest'
import { orderRequest, shopOrder } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aMemberWithCoupons } from '@/src/testing/builders/held-coupons'
import { aKey } from '@/src/testing/builders/published-tool'
import { meanwhile } from '@/src/testing/comes-between'
import { aWorld, type World } from '@/src/testing/world'
import { lockCoupons, redeemOrder } from '.'

/* What another process writes between what is read of an order and what follows from it. */

const order = {
  orderRef: 'order-1',
  lines: [{ lineId: 'tea', sku: 'tea', groups: [], unitFen: 9_900, quantity: 1 }],
}

async function anOrder(world: World) {
  const held = await aMemberWithCoupons(world, { amountFen: 2_000 })
  return { ...held, input: { order, grantIds: held.grantIds, minutes: 15 } }
}

const orders = (world: World) => world.ctx.db.read.select().from(shopOrder)

test('a key that another process takes meanwhile is asked again, and done once', async () => {
  await using world = await aWorld()
  const { ctx: member, memberId, input } = await anOrder(world)
  const key = aKey()
  const taken = { memberId, key, inputHash: 'theirs', answer: '{}', createdAt: world.clock.now() }
  const { ctx, tries } = meanwhile(member, (tx) => tx.insert(orderRequest).values(taken), orderRequest)
  const locked = await lockCoupons({ ctx, input: { ...input, key } })
  expect([locked.status, tries()]).toEqual(['locked', 2])
  expect(await lockCoupons({ ctx: member, input: { ...input, key } })).toEqual(locked)
  expect(await orders(world)).toMatchObject([{ revision: 1 }])
})

test('an order that another process makes meanwhile is read again', async () => {
  await using world = await aWorld()
  const { ctx: member, memberId, input } = await anOrder(world)
  const now = world.clock.now()
  const theirs = {
    orderRef: order.orderRef,
    memberId,
    state: 'unlocked' as const,
    lines: [],
    coupons: [],
    payFen: 0,
    returned: [],
    lockedUntil: now,
    placedAt: now,
    revision: 1,
  }
  const { ctx, tries } = meanwhile(member, (tx) => tx.insert(shopOrder).values(theirs), shopOrder)
  const locked = await lockCoupons({ ctx, input: { ...input, key: aKey() } })
  expect([locked.status, tries()]).toEqual(['locked', 2])
  expect(await orders(world)).toMatchObject([{ state: 'locked', payFen: 7_900 }])
})

test('an order that another process changes meanwhile is read again', async () => {
  await using world = await aWorld()
  const { ctx: member, input } = await anOrder(world)
  await lockCoupons({ ctx: member, input: { ...input, key: aKey() } })
  const { ctx, tries } = meanwhile(member, (tx) => tx.update(shopOrder).set({ revision: 9 }), shopOrder)
  const redeemed = await redeemOrder({ ctx, input: { key: aKey(), orderRef: order.orderRef } })
  expect([redeemed.status, tries()]).toEqual(['redeemed', 2])
  expect(await orders(world)).toMatchObject([{ state: 'redeemed', revision: 2 }])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})
