import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { Order } from '@/schemas/redemption'
import { account, eq, grant, orderRefusal, product, redemption, shopOrder } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aMemberWithCoupons } from '@/src/testing/builders/held-coupons'
import { aKey } from '@/src/testing/builders/published-tool'
import { aWorld, type World } from '@/src/testing/world'
import { expireGrants } from '../grants/expire'
import { lockCoupons, redeemOrder, unlockOrder, validateCart } from '.'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

type OrderInput = z.input<typeof Order>

const line = (lineId: string, unitFen: number, quantity = 1, groups: string[] = []) => ({
  lineId,
  sku: lineId,
  groups,
  unitFen,
  quantity,
})
const anOrder = (orderRef: string, ...lines: OrderInput['lines']): OrderInput => ({ orderRef, lines })
const TWO_LINES = [line('tea', 9_900), line('cup', 5_000, 2)]

async function fen(world: World, ownerId: string): Promise<Record<string, number>> {
  const rows = await world.ctx.db.read.select().from(account).where(eq(account.ownerId, ownerId))
  return Object.fromEntries(rows.map(({ kind, balanceFen }) => [kind, balanceFen]))
}

async function statesOf(world: World) {
  const rows = await world.ctx.db.read.select().from(grant).orderBy(grant.id)
  return rows.map(({ state, lockedBy }) => (lockedBy ? `${state} by ${lockedBy}` : state))
}

const code = (failed: Promise<unknown>) => failed.then(String, (error) => error.code ?? String(error))

test('coupons are chosen, kept and used, line by line, and what they took off is what they cost', async () => {
  await using world = await aWorld()
  const { ctx, grantIds, campaignId } = await aMemberWithCoupons(
    world,
    { amountFen: 2_000, thresholdFen: 19_900, stackGroup: 'shop' },
    { amountFen: 1_500, stackGroup: 'shop' },
    { amountFen: 500, stackGroup: 'platform' },
  )
  const [big, small, platform] = grantIds as [string, string, string]
  const order = anOrder('order-1', ...TWO_LINES)
  const cart = await validateCart({ ctx, input: { order } })
  expect(cart).toMatchObject({ chosen: [big, platform], discountFen: 2_500, payFen: 17_400 })
  expect(cart.coupons.find(({ id }) => id === small)).toMatchObject({
    title: '满减券',
    applies: false,
    isChosen: false,
    refusal: { reason: 'not_stackable', withId: big },
  })

  const lock = { key: aKey(), order, grantIds: [platform, big], minutes: 15 }
  const locked = await lockCoupons({ ctx, input: lock })
  expect(locked).toEqual({
    status: 'locked',
    orderRef: 'order-1',
    lockedUntil: new Date(world.clock.now().getTime() + 15 * MINUTE_MS).toISOString(),
    coupons: [
      { id: big, discountFen: 2_000, lines: expect.anything() },
      { id: platform, discountFen: 500, lines: expect.anything() },
    ],
    lines: cart.lines,
    discountFen: 2_500,
    payFen: 17_400,
  })
  expect(await lockCoupons({ ctx, input: lock })).toEqual(locked)
  expect(await statesOf(world)).toEqual(['locked by order-1', 'granted', 'locked by order-1'])

  const redeem = { key: aKey(), orderRef: 'order-1' }
  const redeemed = await redeemOrder({ ctx, input: redeem })
  expect(redeemed).toEqual({ ...locked, status: 'redeemed' })
  expect(await redeemOrder({ ctx, input: redeem })).toEqual(redeemed)
  expect(await code(redeemOrder({ ctx, input: { ...redeem, key: aKey() } }))).toBe('wrong_state')
  expect(await statesOf(world)).toEqual(['redeemed', 'granted', 'redeemed'])
  expect(await fen(world, campaignId)).toMatchObject({ reserved: 1_500, committed: 2_500 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a coupon that takes off less than it is worth costs only that, and the rest goes back', async () => {
  await using world = await aWorld()
  const { ctx, grantIds, campaignId } = await aMemberWithCoupons(world, { amountFen: 2_000 })
  const order = anOrder('order-1', line('pin', 700))
  expect(await lockCoupons({ ctx, input: { key: aKey(), order, grantIds } })).toMatchObject({ payFen: 0 })
  await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'order-1' } })
  expect(await fen(world, campaignId)).toMatchObject({ allocated: 99_300, reserved: 0, committed: 700 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('coupons that do not apply are refused with the reason, and nothing is kept, not even of the others', async () => {
  await using world = await aWorld()
  const { ctx, grantIds } = await aMemberWithCoupons(
    world,
    { amountFen: 500, stackGroup: 'a' },
    { amountFen: 500, thresholdFen: 20_000, stackGroup: 'b' },
    { amountFen: 500, scope: { kind: 'skus', skus: ['pot'] }, stackGroup: 'c' },
  )
  const key = aKey()
  const order = anOrder('order-1', ...TWO_LINES)
  expect(await lockCoupons({ ctx, input: { key, order, grantIds } })).toEqual({
    status: 'refused',
    orderRef: 'order-1',
    coupons: [
      { id: grantIds[1], refusal: { reason: 'below_threshold', missingFen: 100 } },
      { id: grantIds[2], refusal: { reason: 'out_of_scope' } },
    ],
  })
  expect(await statesOf(world)).toEqual(['granted', 'granted', 'granted'])
  expect(await world.ctx.db.read.select().from(shopOrder)).toEqual([])
  // What changed nothing is not kept under its key.
  const first = { key, order, grantIds: grantIds.slice(0, 1) }
  expect(await lockCoupons({ ctx, input: first })).toMatchObject({ status: 'locked' })
  expect(await code(lockCoupons({ ctx, input: { ...first, minutes: 5 } }))).toBe('idempotency_mismatch')
})

test('another member’s coupon is as if there were none, and noted; their order too', async () => {
  await using world = await aWorld()
  const { ctx, memberId, another, grantIds } = await aMemberWithCoupons(world, { amountFen: 500 })
  const { ctx: thief } = await another()
  const order = anOrder('order-9', ...TWO_LINES)
  const lock = (ids: string[]) =>
    code(lockCoupons({ ctx: thief, input: { key: aKey(), order, grantIds: ids } }))
  expect(await lock(grantIds)).toBe('not_found')
  expect(await lock(grantIds)).toBe('not_found')
  expect(await lock(['grt_0000000000'])).toBe('not_found')
  expect(await code(validateCart({ ctx: thief, input: { order, chosen: grantIds } }))).toBe('not_found')
  expect(await world.ctx.db.read.select().from(orderRefusal)).toMatchObject([
    {
      memberId: thief.member?.id,
      orderRef: 'order-9',
      grantId: grantIds[0],
      reason: 'not_own',
      details: { owner: memberId },
      times: 3,
    },
  ])

  await lockCoupons({ ctx, input: { key: aKey(), order: anOrder('order-1', ...TWO_LINES), grantIds } })
  const theirs = { key: aKey(), orderRef: 'order-1' }
  expect(await code(redeemOrder({ ctx: thief, input: theirs }))).toBe('not_found')
  expect(await code(unlockOrder({ ctx: thief, input: theirs }))).toBe('not_found')
  expect(await code(redeemOrder({ ctx: world.asNobody(), input: theirs }))).toBe('unauthenticated')
  expect(await statesOf(world)).toEqual(['locked by order-1', 'granted'])
})

test('what one order keeps is refused to others until its time is over; then the late one is refused', async () => {
  await using world = await aWorld()
  const { ctx, grantIds } = await aMemberWithCoupons(world, { amountFen: 500 })
  const lock = (orderRef: string) =>
    lockCoupons({
      ctx,
      input: { key: aKey(), order: anOrder(orderRef, ...TWO_LINES), grantIds, minutes: 10 },
    })
  const redeem = (orderRef: string) => redeemOrder({ ctx, input: { key: aKey(), orderRef } })
  await lock('order-1')
  const until = new Date(world.clock.now().getTime() + 10 * MINUTE_MS).toISOString()
  expect(await lock('order-2')).toMatchObject({
    status: 'refused',
    coupons: [{ refusal: { reason: 'locked', until } }],
  })
  world.clock.advance(10 * MINUTE_MS)
  expect(await lock('order-2')).toMatchObject({ status: 'locked' })
  expect(await redeem('order-1')).toMatchObject({ coupons: [{ refusal: { reason: 'locked' } }] })
  expect(await redeem('order-2')).toMatchObject({ status: 'redeemed' })
  expect(await redeem('order-1')).toMatchObject({ coupons: [{ refusal: { reason: 'used' } }] })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('an order that is paid late is honoured while its coupon still stands, before and after the job', async () => {
  await using world = await aWorld()
  const { ctx, grantIds, another } = await aMemberWithCoupons(world, { amountFen: 500 })
  const other = await another()
  const lock = (asked: typeof ctx, orderRef: string, ids: string[]) =>
    lockCoupons({
      ctx: asked,
      input: { key: aKey(), order: anOrder(orderRef, ...TWO_LINES), grantIds: ids, minutes: 10 },
    })
  await lock(ctx, 'order-1', grantIds)
  await lock(other.ctx, 'order-2', [other.grantId])
  world.clock.advance(20 * MINUTE_MS)
  const redeem = (asked: typeof ctx, orderRef: string) =>
    redeemOrder({ ctx: asked, input: { key: aKey(), orderRef } })
  expect(await redeem(ctx, 'order-1')).toMatchObject({ status: 'redeemed' })
  await expireGrants(world.ctx)
  expect(await redeem(other.ctx, 'order-2')).toMatchObject({ status: 'redeemed' })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a lock keeps a coupon past its validity, and no longer', async () => {
  await using world = await aWorld()
  const { ctx, grantIds, another } = await aMemberWithCoupons(world, { amountFen: 500 })
  const other = await another()
  const order = (orderRef: string) => anOrder(orderRef, ...TWO_LINES)
  world.clock.advance(3 * DAY_MS - 5 * MINUTE_MS)
  await lockCoupons({ ctx, input: { key: aKey(), order: order('order-1'), grantIds, minutes: 10 } })
  const ids = [other.grantId]
  await lockCoupons({
    ctx: other.ctx,
    input: { key: aKey(), order: order('order-2'), grantIds: ids, minutes: 1 },
  })
  world.clock.advance(6 * MINUTE_MS)
  await expireGrants(world.ctx)
  expect(await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'order-1' } })).toMatchObject({
    status: 'redeemed',
  })
  expect(await redeemOrder({ ctx: other.ctx, input: { key: aKey(), orderRef: 'order-2' } })).toMatchObject({
    status: 'refused',
    coupons: [{ id: other.grantId, refusal: { reason: 'expired' } }],
  })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('an order that is not paid lets go; kept again with others, it lets go of those it does not name', async () => {
  await using world = await aWorld()
  const { ctx, grantIds } = await aMemberWithCoupons(world, { amountFen: 500 }, { amountFen: 700 })
  const [small, big] = grantIds as [string, string]
  const order = anOrder('order-1', ...TWO_LINES)
  const lock = (id: string) => lockCoupons({ ctx, input: { key: aKey(), order, grantIds: [id] } })
  await lock(small)
  expect(await lock(big)).toMatchObject({ status: 'locked', discountFen: 700 })
  expect(await statesOf(world)).toEqual(['granted', 'locked by order-1'])
  const unlock = { key: aKey(), orderRef: 'order-1' }
  const answer = await unlockOrder({ ctx, input: unlock })
  expect(await statesOf(world)).toEqual(['granted', 'granted'])
  expect(await unlockOrder({ ctx, input: unlock })).toEqual(answer)
  expect(await code(redeemOrder({ ctx, input: { key: aKey(), orderRef: 'order-1' } }))).toBe('wrong_state')

  await lock(small)
  await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'order-1' } })
  expect(await code(lock(big))).toBe('wrong_state')
  expect(await code(unlockOrder({ ctx, input: { key: aKey(), orderRef: 'order-1' } }))).toBe('wrong_state')
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a line that names no group is of the group its product has in the shop’s list', async () => {
  await using world = await aWorld()
  const { ctx } = await aMemberWithCoupons(world, {
    amountFen: 500,
    scope: { kind: 'groups', groups: ['厨房'] },
  })
  const now = world.clock.now()
  await world.ctx.db.transaction((tx) =>
    tx.insert(product).values({
      id: 'prd_0000000001',
      sku: 'cup',
      title: '杯',
      image: '',
      priceFen: 5_000,
      listPriceFen: 0,
      stock: 9,
      link: '',
      group: '厨房',
      createdAt: now,
      updatedAt: now,
    }),
  )
  const cup = { lineId: 'a', sku: 'cup', unitFen: 5_000, quantity: 1 }
  const off = async (...lines: OrderInput['lines']) =>
    (await validateCart({ ctx, input: { order: { orderRef: 'order-1', lines } } })).discountFen
  expect(await off(cup, line('tea', 9_900))).toBe(500)
  expect(await off({ ...cup, groups: ['茶'] })).toBe(0)
})

test('of what cannot be used it is said why, when it is named', async () => {
  await using world = await aWorld()
  const { ctx, grantIds } = await aMemberWithCoupons(world, { amountFen: 500 }, { amountFen: 600 })
  const order = anOrder('order-1', ...TWO_LINES)
  const refusals = async (chosen?: string[]) => {
    const { coupons, discountFen } = await validateCart({ ctx, input: { order, chosen } })
    return [discountFen, ...coupons.map((answer) => (answer.applies ? 'applies' : answer.refusal.reason))]
  }
  expect(await refusals()).toEqual([600, 'not_stackable', 'applies'])
  expect(await refusals([])).toEqual([0, 'applies', 'applies'])
  world.clock.advance(3 * DAY_MS)
  expect(await refusals()).toEqual([0])
  expect(await refusals(grantIds)).toEqual([0, 'expired', 'expired'])
})

test('two orders that want one coupon at once: one has it; two payments of one order: one counts', async () => {
  await using world = await aWorld()
  const { ctx, grantIds } = await aMemberWithCoupons(world, { amountFen: 500 })
  const lock = (orderRef: string) =>
    lockCoupons({ ctx, input: { key: aKey(), order: anOrder(orderRef, ...TWO_LINES), grantIds } })
  const answers = await Promise.all(['order-1', 'order-2', 'order-3'].map(lock))
  expect(answers.map(({ status }) => status).sort()).toEqual(['locked', 'refused', 'refused'])
  const orderRef = answers.find(({ status }) => status === 'locked')?.orderRef ?? ''
  const paid = await Promise.allSettled(
    [1, 2, 3].map(() => redeemOrder({ ctx, input: { key: aKey(), orderRef } })),
  )
  expect(paid.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('one request that arrives several times at once is one request', async () => {
  await using world = await aWorld()
  const { ctx, grantIds } = await aMemberWithCoupons(world, { amountFen: 500 })
  const lock = { key: aKey(), order: anOrder('order-1', ...TWO_LINES), grantIds }
  const locked = await Promise.all([1, 2, 3].map(() => lockCoupons({ ctx, input: lock })))
  expect(new Set(locked.map((answer) => JSON.stringify(answer))).size).toBe(1)
  const redeem = { key: aKey(), orderRef: 'order-1' }
  const redeemed = await Promise.all([1, 2, 3].map(() => redeemOrder({ ctx, input: redeem })))
  expect(redeemed.map(({ status }) => status)).toEqual(['redeemed', 'redeemed', 'redeemed'])
  expect(await world.ctx.db.read.select().from(redemption)).toHaveLength(1)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})
