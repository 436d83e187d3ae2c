import fc from 'fast-check'
import { expect, test } from 'vitest'
import { account, eq, grant, pointLot, pointsUse, walletEntry } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aMemberWithRewards } from '@/src/testing/builders/held-coupons'
import { aKey } from '@/src/testing/builders/published-tool'
import { aCoupon, aSubsidy } from '@/src/testing/builders/rewards'
import { meanwhile } from '@/src/testing/comes-between'
import { aWorld, type World } from '@/src/testing/world'
import type { MemberContext, StaffContext } from '../../context'
import { myRewards } from '../../grants'
import { expireGrants } from '../../grants/expire'
import { revokeGrant } from '../../grants/revoke'
import { EMPTY_WALLET, withLot } from '../../wallets/state'
import { readWallets, writeWallets } from '../../wallets/store'
import {
  getPointsRule,
  lockCoupons,
  redeemOrder,
  reverseOrder,
  setPointsRule,
  unlockOrder,
  validateCart,
} from '..'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

const line = (sku: string, unitFen: number, quantity = 1) => ({
  lineId: sku,
  sku,
  groups: [],
  unitFen,
  quantity,
})
const anOrder = (...lines: ReturnType<typeof line>[]) => ({ orderRef: 'o', lines })

type Rewards = Parameters<typeof aMemberWithRewards> extends [World, ...infer R] ? R : never

/** A member with points, in a shop that takes 100 of them for ¥1, up to half of what is to be paid. */
async function aMemberWithPoints(
  world: World,
  lots: { points: number; days: number }[],
  ...rewards: Rewards
) {
  const made = await aMemberWithRewards(world, aCoupon(), ...rewards)
  const now = world.clock.now()
  const days = [...lots].sort((a, b) => a.days - b.days)
  await setPointsRule({ ctx: made.admin, input: ruleOf(made.campaignId) })
  for (const { points, days: lasts } of days)
    await give(world, made.memberId, points, now.getTime() + lasts * DAY_MS)
  return { ...made, points: () => pointsOf(made.ctx) }
}

const ruleOf = (campaignId: string) => ({
  isOn: true,
  campaignId,
  stepPoints: 100,
  stepFen: 100,
  mostPpm: 500_000,
})

async function give(world: World, memberId: string, points: number, until: number) {
  const now = world.clock.now()
  await world.ctx.db.transaction(async (tx) => {
    const before = (await readWallets(tx, [memberId])).get(memberId) ?? EMPTY_WALLET
    const lot = { id: `lot_${until}`, points, left: points, expiresAt: new Date(until), availableAt: null }
    const entry = { id: `wen_${until}`, memberId, unit: 'points' as const, amount: points }
    await writeWallets(
      tx,
      [{ memberId, before, after: withLot(before, lot) }],
      [{ ...entry, cause: 'opening', causeId: `${until}`, createdAt: now }],
      now,
    )
  })
}

const pointsOf = async (ctx: MemberContext) => (await myRewards({ ctx, input: {} })).wallet.points

async function fen(world: World, ownerId: string): Promise<Record<string, number>> {
  const rows = await world.ctx.db.read.select().from(account).where(eq(account.ownerId, ownerId))
  return Object.fromEntries(rows.map(({ kind, balanceFen }) => [kind, balanceFen]))
}

const lotsLeft = async (world: World) =>
  (await world.ctx.db.read.select().from(pointLot).orderBy(pointLot.expiresAt)).flatMap(({ left }) =>
    left > 0 ? [left] : [],
  )

const lock = (
  ctx: MemberContext,
  order: ReturnType<typeof anOrder>,
  points?: number,
  grantIds: string[] = [],
) => lockCoupons({ ctx, input: { key: aKey(), order, grantIds, points } })

test('points come off last, line by line, in whole steps; they are burnt and granted at once', async () => {
  await using world = await aWorld()
  const { ctx, campaignId, grantIds, points } = await aMemberWithPoints(
    world,
    [
      { points: 250, days: 5 },
      { points: 1_000, days: 90 },
    ],
    aSubsidy({ amountFen: 500 }),
  )
  const subsidy = grantIds[1] ?? ''
  const order = anOrder(line('tea', 701), line('cup', 402))
  const cart = await validateCart({ ctx, input: { order, chosen: [subsidy], points: 'most' } })
  // 11.03 − 5.00 = 6.03, of which half is 3.01: three whole steps.
  expect(cart.points).toMatchObject({
    has: 1_250,
    most: { points: 300, amountFen: 300 },
    off: { applies: true, points: 300, discountFen: 300 },
  })
  expect(cart).toMatchObject({ discountFen: 800, payFen: 303 })

  const locked = await lock(ctx, order, 300, [subsidy])
  expect(locked).toMatchObject({
    status: 'locked',
    coupons: [
      { id: subsidy, discountFen: 500 },
      { discountFen: 300, points: 300 },
    ],
    lines: cart.lines,
    payFen: 303,
  })
  expect(await points()).toBe(950)
  expect(await lotsLeft(world)).toEqual([950])
  expect(await fen(world, campaignId)).toMatchObject({ reserved: 100 + 500 + 300 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])

  const redeemed = await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'o' } })
  expect(redeemed).toMatchObject({ status: 'redeemed', payFen: 303 })
  expect(await fen(world, campaignId)).toMatchObject({ reserved: 100, committed: 800 })
  expect(await points()).toBe(950)
  // It is no reward of theirs.
  expect((await myRewards({ ctx, input: {} })).rewards).toHaveLength(2)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('points that are not taken are refused with the reason, and nothing is changed', async () => {
  await using world = await aWorld()
  const { ctx, points, admin, campaignId } = await aMemberWithPoints(world, [{ points: 450, days: 5 }])
  const order = anOrder(line('tea', 2_000))
  const refusal = async (asked: number) => {
    const { points: why, status } = (await lock(ctx, order, asked)) as { points?: object; status: string }
    const cart = await validateCart({ ctx, input: { order, chosen: [], points: asked } })
    expect([status, cart.points?.off]).toEqual(['refused', { applies: false, refusal: why }])
    expect(cart.payFen).toBe(2_000)
    return why
  }
  expect(await refusal(150)).toEqual({ reason: 'points_in_steps', step: 100 })
  expect(await refusal(1_100)).toEqual({ reason: 'points_too_many', most: 1_000 })
  expect(await refusal(500)).toEqual({ reason: 'points_short', missing: 50 })
  await setPointsRule({ ctx: admin, input: { ...ruleOf(campaignId), isOn: false } })
  expect(await lock(ctx, order, 100)).toMatchObject({ points: { reason: 'points_not_taken' } })
  expect((await validateCart({ ctx, input: { order, points: 'most' } })).points).toBeNull()
  expect(await getPointsRule({ ctx: admin })).toMatchObject({ isOn: false, stepPoints: 100 })
  expect(await points()).toBe(450)
  expect(await world.ctx.db.read.select().from(pointsUse)).toEqual([])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a campaign without money takes no points, and burns none', async () => {
  await using world = await aWorld()
  const { ctx, points } = await aMemberWithPoints(world, [{ points: 500_000, days: 5 }])
  const order = anOrder(line('tea', 900_000))
  expect(await lock(ctx, order, 110_000)).toMatchObject({ points: { reason: 'points_not_taken' } })
  expect(await points()).toBe(500_000)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('an order that is not paid gives its points back, into lots that last as long, at once or in time', async () => {
  await using world = await aWorld()
  const { ctx, points, campaignId } = await aMemberWithPoints(world, [
    { points: 100, days: 20 },
    { points: 300, days: 90 },
  ])
  const order = anOrder(line('tea', 2_000))
  await lock(ctx, order, 300)
  expect(await lotsLeft(world)).toEqual([100])
  // Locked again with fewer, what was burnt before comes back first.
  await lock(ctx, order, 200)
  expect(await lotsLeft(world)).toEqual([200])
  await unlockOrder({ ctx, input: { key: aKey(), orderRef: 'o' } })
  expect(await lotsLeft(world)).toEqual([100, 300])
  expect(await fen(world, campaignId)).toMatchObject({ reserved: 100 })

  // One that times out gives them back when the job sees it, and a late payment is refused.
  await lock(ctx, { ...order, orderRef: 'late' }, 400)
  world.clock.advance(31 * MINUTE_MS)
  expect(await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'late' } })).toMatchObject({
    status: 'refused',
    coupons: [{ refusal: { reason: 'expired' } }],
  })
  await expireGrants(world.ctx)
  expect(await points()).toBe(400)
  expect(await lotsLeft(world)).toEqual([100, 300])
  expect(await fen(world, campaignId)).toMatchObject({ reserved: 100, committed: 0 })
  await unlockOrder({ ctx, input: { key: aKey(), orderRef: 'late' } })
  expect(await points()).toBe(400)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('what comes back of an order brings its points back in parts, in the end all of them', async () => {
  await using world = await aWorld()
  const { ctx, points, campaignId } = await aMemberWithPoints(world, [
    { points: 100, days: 3 },
    { points: 900, days: 90 },
  ])
  const order = anOrder(line('tea', 333, 3), line('cup', 1_001))
  await lock(ctx, order, 900)
  await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'o' } })
  expect(await points()).toBe(100)
  const back = (returned?: { lineId: string; quantity: number }[]) =>
    reverseOrder({ ctx, input: { key: aKey(), orderRef: 'o', returned, reason: '退货' } })
  // The first lot has lapsed meanwhile: what comes back of it lasts a week from now.
  world.clock.advance(4 * DAY_MS)
  const parts = [
    await back([{ lineId: 'tea', quantity: 1 }]),
    await back([{ lineId: 'cup', quantity: 1 }]),
    await back(),
  ]
  expect(parts.reduce((sum, each) => sum + each.points, 0)).toBe(900)
  expect(parts.reduce((sum, each) => sum + each.refundFen, 0)).toBe(2_000 - 900)
  expect(parts[0]?.points).toBe(150)
  expect(await points()).toBe(1_000)
  expect(await lotsLeft(world)).toEqual([100, 900])
  expect(await fen(world, campaignId)).toMatchObject({ committed: 0, reserved: 100 })
  const states = (await world.ctx.db.read.select().from(grant)).map(({ state }) => state)
  expect(states.sort()).toEqual(['granted', 'reversed'])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('an order that comes back at once brings its points back, and no subsidy to use again beside them', async () => {
  await using world = await aWorld()
  const { ctx, points, campaignId } = await aMemberWithPoints(world, [{ points: 500, days: 5 }])
  await lock(ctx, anOrder(line('tea', 2_000)), 300)
  await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'o' } })
  await reverseOrder({ ctx, input: { key: aKey(), orderRef: 'o', reason: '退货' } })
  expect(await points()).toBe(500)
  const cart = await validateCart({
    ctx,
    input: { order: { ...anOrder(line('tea', 2_000)), orderRef: 'p' } },
  })
  expect(cart.coupons).toHaveLength(1)
  expect(await fen(world, campaignId)).toMatchObject({ committed: 0, reserved: 100 })
})

test('one order that is locked several times at once burns once; two orders never burn more than there is', async () => {
  await using world = await aWorld()
  const { ctx, points } = await aMemberWithPoints(world, [{ points: 500, days: 5 }])
  const order = anOrder(line('tea', 2_000))
  const input = { key: aKey(), order, grantIds: [], points: 300 }
  await Promise.all([1, 2, 3].map(() => lockCoupons({ ctx, input })))
  expect(await points()).toBe(200)
  const others = await Promise.all(['a', 'b', 'c'].map((orderRef) => lock(ctx, { ...order, orderRef }, 200)))
  expect(others.filter(({ status }) => status === 'locked')).toHaveLength(1)
  expect(await points()).toBe(0)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('points that another process moves meanwhile are read again, and burnt and given back once', async () => {
  await using world = await aWorld()
  const { ctx: member, points } = await aMemberWithPoints(world, [{ points: 500, days: 5 }])
  const order = anOrder(line('tea', 2_000))
  const spentBeside = meanwhile(
    member,
    (tx) => tx.update(pointLot).set({ left: 493 }).where(eq(pointLot.left, 500)),
    pointLot,
  )
  expect(await lock(spentBeside.ctx, order, 300)).toMatchObject({ status: 'locked' })
  expect(spentBeside.tries()).toBe(2)
  const returnedBeside = meanwhile(member, (tx) => tx.update(pointsUse).set({ givenBack: 100 }), pointsUse)
  await unlockOrder({ ctx: returnedBeside.ctx, input: { key: aKey(), orderRef: 'o' } })
  expect(returnedBeside.tries()).toBe(2)
  expect(await points()).toBe(500)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('staff who take back what points became give the points back too', async () => {
  await using world = await aWorld()
  const { ctx, points } = await aMemberWithPoints(world, [{ points: 500, days: 5 }])
  await lock(ctx, anOrder(line('tea', 2_000)), 300)
  const [use] = await world.ctx.db.read.select().from(pointsUse)
  const admin: StaffContext = await world.as('admin')
  await revokeGrant({ ctx: admin, input: { id: use?.grantId ?? '', reason: '取消' } })
  expect(await points()).toBe(500)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('whatever is bought with points and comes back in any portions, points and money come back exactly', async () => {
  await using world = await aWorld()
  const { ctx, points, campaignId } = await aMemberWithPoints(world, [
    { points: 333, days: 20 },
    { points: 9_667, days: 90 },
  ])
  const lines = fc.array(
    fc.record({ unitFen: fc.integer({ min: 1, max: 2_000 }), quantity: fc.integer({ min: 1, max: 3 }) }),
    { minLength: 1, maxLength: 4 },
  )
  let runs = 0
  await fc.assert(
    fc.asyncProperty(lines, fc.infiniteStream(fc.nat(2)), async (bought, random) => {
      const orderRef = `order-${runs++}`
      const order = {
        orderRef,
        lines: bought.map((each, i) => ({ ...line(`sku-${i}`, each.unitFen), quantity: each.quantity })),
      }
      const { points: can } = await validateCart({ ctx, input: { order, chosen: [], points: 'most' } })
      const most = can?.most.points ?? 0
      if (most === 0) return
      const locked = await lock(ctx, order, most)
      expect(locked.status).toBe('locked')
      const paid = locked.status === 'locked' ? locked.payFen : 0
      await redeemOrder({ ctx, input: { key: aKey(), orderRef } })
      expect(await points()).toBe(10_000 - most)
      let refunded = 0
      let cameBack = 0
      const items = order.lines.flatMap(({ lineId, quantity }) => Array<string>(quantity).fill(lineId))
      while (items.length > 0) {
        const some = items.splice(0, 1 + (random.next().value ?? 0))
        const returned = [...new Set(some)].map((lineId) => ({
          lineId,
          quantity: some.filter((each) => each === lineId).length,
        }))
        const back = await reverseOrder({ ctx, input: { key: aKey(), orderRef, returned, reason: '退' } })
        refunded += back.refundFen
        cameBack += back.points
      }
      expect([refunded, cameBack]).toEqual([paid, most])
      expect(await points()).toBe(10_000)
    }),
    { numRuns: 15 },
  )
  expect(await fen(world, campaignId)).toMatchObject({ committed: 0, reserved: 100 })
  const burnt = await world.ctx.db.read.select().from(walletEntry).where(eq(walletEntry.cause, 'spend'))
  expect(burnt.length).toBeGreaterThan(5)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
}, 120_000)
