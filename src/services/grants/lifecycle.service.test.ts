import { expect, test } from 'vitest'
import { account, and, entry, eq, grant, type ReadDb } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aWorld, type World } from '@/src/testing/world'
import { moveMoney, readAccounts } from '../budgets/transfer'
import { expireGrants } from './expire'
import { lockGrants, unlockGrants } from './lock'
import { type Redeem, redeemGrants } from './redeem'
import { reverseRedemption } from './reverse'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A member with a ¥20 coupon of a campaign that has ¥100. */
async function aHeldCoupon(world: World, over: Partial<Parameters<typeof aCouponWall>[1]> = {}) {
  const wall = await aCouponWall(world, { amountFen: 2_000, budgetFen: 10_000, ...over })
  const member = await world.asMember()
  const outcome = await wall.claim(member)
  if (outcome.status !== 'granted') throw new Error(outcome.status)
  const memberId = member.member?.id ?? ''
  return { grantId: outcome.rewards[0]?.id ?? '', memberId, campaignId: wall.campaignId, wall }
}
type Held = Awaited<ReturnType<typeof aHeldCoupon>>

const redeemOf = (held: Held, over: Partial<Redeem> = {}): Redeem => ({
  grantId: held.grantId,
  memberId: held.memberId,
  orderRef: 'order-1',
  costFen: 2_000,
  lines: [{ lineId: 'a', discountFen: 2_000 }],
  idempotency: 'order-1:a',
  ...over,
})
const redeem = (world: World, ...redeems: Redeem[]) =>
  world.ctx.db.transaction((tx) => redeemGrants(tx, redeems, world.clock.now()))
const reverse = (world: World, redemptionId: string, amountFen: number, idempotency = 'refund-1') =>
  world.ctx.db.transaction((tx) =>
    reverseRedemption(tx, { redemptionId, amountFen, reason: 'refund', idempotency }, world.clock.now()),
  )

async function fen(db: ReadDb, ownerId: string): Promise<Record<string, number>> {
  const rows = await db.select().from(account).where(eq(account.ownerId, ownerId))
  return Object.fromEntries(rows.map(({ kind, balanceFen }) => [kind, balanceFen]))
}

async function grantOf(world: World, { grantId }: Held) {
  const [row] = await world.ctx.db.read.select().from(grant).where(eq(grant.id, grantId))
  return row
}

const code = (failed: Promise<unknown>) => failed.then(String, (error) => error.code ?? String(error))

test('a coupon that is redeemed moves from reserved to committed, once however often it is asked', async () => {
  await using world = await aWorld()
  const held = await aHeldCoupon(world)
  const first = await redeem(world, redeemOf(held))
  const again = await redeem(world, redeemOf(held))
  expect(again.redemptions).toEqual(first.redemptions)
  expect(await fen(world.ctx.db.read, held.campaignId)).toMatchObject({
    allocated: 8_000,
    reserved: 0,
    committed: 2_000,
  })
  expect(await grantOf(world, held)).toMatchObject({ state: 'redeemed', redeemedFen: 2_000 })
  expect(await code(redeem(world, redeemOf(held, { costFen: 1_000 })))).toBe('idempotency_mismatch')
  expect(await code(redeem(world, redeemOf(held, { idempotency: 'other' })))).toBe('wrong_state')
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('nobody redeems what is another’s, costs more than it is worth, or has lapsed', async () => {
  await using world = await aWorld()
  const held = await aHeldCoupon(world)
  const other = await world.asMember()
  expect(await code(redeem(world, redeemOf(held, { memberId: other.member?.id ?? '' })))).toBe('not_found')
  expect(await code(redeem(world, redeemOf(held, { costFen: 2_001 })))).toBe('invalid_input')
  expect(await code(redeem(world, redeemOf(held, { costFen: -1 })))).toBe('invalid_input')
  world.clock.advance(3 * DAY_MS)
  expect(await code(redeem(world, redeemOf(held)))).toBe('wrong_state')
  expect(await fen(world.ctx.db.read, held.campaignId)).toMatchObject({ reserved: 2_000, committed: 0 })
})

test('a lock keeps a grant for one order, in time beyond its validity, and lets go by itself', async () => {
  await using world = await aWorld()
  const held = await aHeldCoupon(world)
  const { memberId } = held
  const grantIds = [held.grantId]
  const lock = (orderRef: string, forMs: number) =>
    world.ctx.db.transaction((tx) =>
      lockGrants(
        tx,
        { grantIds, memberId, orderRef, until: new Date(world.clock.now().getTime() + forMs) },
        world.clock.now(),
      ),
    )
  await lock('order-1', 10 * MINUTE_MS)
  expect(await code(lock('order-2', MINUTE_MS))).toBe('wrong_state')
  expect(await code(redeem(world, redeemOf(held, { orderRef: 'order-2' })))).toBe('wrong_state')
  await lock('order-1', 10 * MINUTE_MS)

  world.clock.advance(10 * MINUTE_MS)
  await lock('order-2', MINUTE_MS)
  const unlock = (orderRef: string) =>
    world.ctx.db.transaction((tx) => unlockGrants(tx, { grantIds, memberId, orderRef }))
  expect(await unlock('order-1')).toBe(0)
  expect(await unlock('order-2')).toBe(1)

  await lock('order-3', 4 * DAY_MS)
  world.clock.advance(3 * DAY_MS)
  await expireGrants(world.ctx)
  expect(await grantOf(world, held)).toMatchObject({ state: 'locked' })
  await redeem(world, redeemOf(held, { orderRef: 'order-3' }))
  expect(await grantOf(world, held)).toMatchObject({ state: 'redeemed', lockedBy: null })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('what lapses unused gives its reservation back, linked to it; a timed-out lock goes first', async () => {
  await using world = await aWorld()
  const held = await aHeldCoupon(world)
  await world.ctx.db.transaction((tx) =>
    lockGrants(
      tx,
      {
        grantIds: [held.grantId],
        memberId: held.memberId,
        orderRef: 'order-1',
        until: new Date(world.clock.now().getTime() + MINUTE_MS),
      },
      world.clock.now(),
    ),
  )
  await expireGrants(world.ctx)
  expect(await grantOf(world, held)).toMatchObject({ state: 'locked' })
  world.clock.advance(3 * DAY_MS)
  await expireGrants(world.ctx)
  await expireGrants(world.ctx)
  expect(await grantOf(world, held)).toMatchObject({ state: 'expired', lockedBy: null })
  expect(await fen(world.ctx.db.read, held.campaignId)).toMatchObject({ allocated: 10_000, reserved: 0 })
  const [reservation] = await world.ctx.db.read
    .select()
    .from(entry)
    .where(and(eq(entry.cause, 'reservation'), eq(entry.causeId, held.grantId)))
  const [release] = await world.ctx.db.read.select().from(entry).where(eq(entry.cause, 'release'))
  expect(release?.reverses).toBe(reservation?.id)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a refund in parts is exact; the last part makes the coupon usable again', async () => {
  await using world = await aWorld()
  const held = await aHeldCoupon(world)
  const [made] = (await redeem(world, redeemOf(held))).redemptions
  const id = made?.id ?? ''
  const first = await reverse(world, id, 700, 'refund-1')
  expect(await reverse(world, id, 700, 'refund-1')).toEqual(first)
  expect(await code(reverse(world, id, 600, 'refund-1'))).toBe('idempotency_mismatch')
  expect(await code(reverse(world, id, 1_301, 'refund-2'))).toBe('invalid_input')
  expect(await grantOf(world, held)).toMatchObject({ state: 'redeemed', redeemedFen: 1_300 })
  expect(await fen(world.ctx.db.read, held.campaignId)).toMatchObject({ allocated: 8_700, committed: 1_300 })

  await reverse(world, id, 1_300, 'refund-2')
  expect(await grantOf(world, held)).toMatchObject({ state: 'granted', redeemedFen: 0, reservedFen: 1_300 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])

  await redeem(world, redeemOf(held, { orderRef: 'order-2', idempotency: 'order-2:a' }))
  expect(await fen(world.ctx.db.read, held.campaignId)).toMatchObject({ allocated: 8_000, committed: 2_000 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a refund after the coupon lapsed ends it, and the money is the campaign’s again', async () => {
  await using world = await aWorld()
  const held = await aHeldCoupon(world)
  const [made] = (await redeem(world, redeemOf(held))).redemptions
  world.clock.advance(3 * DAY_MS)
  await reverse(world, made?.id ?? '', 2_000)
  expect(await grantOf(world, held)).toMatchObject({ state: 'reversed', redeemedFen: 0 })
  expect(await fen(world.ctx.db.read, held.campaignId)).toMatchObject({ allocated: 10_000, committed: 0 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('beyond its reservation a cost is honoured: free money, contingency, overdraft, and back the same way', async () => {
  await using world = await aWorld()
  // Reserved at 5 %: ¥1 of ¥20, and the campaign has ¥11.
  const held = await aHeldCoupon(world, {
    budgetFen: 1_100,
    reservation: { kind: 'expected', ratePpm: 50_000 },
  })
  await fund(world, 300)
  const { redemptions, overruns } = await redeem(world, redeemOf(held))
  expect(overruns).toEqual([{ campaignId: held.campaignId, contingencyFen: 300, overdraftFen: 600 }])
  expect(await fen(world.ctx.db.read, held.campaignId)).toMatchObject({
    allocated: 0,
    reserved: 0,
    committed: 2_000,
  })
  expect(await fen(world.ctx.db.read, 'department')).toMatchObject({ contingency: 0, overdraft: -600 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])

  await reverse(world, redemptions[0]?.id ?? '', 700)
  expect(await fen(world.ctx.db.read, 'department')).toMatchObject({ contingency: 100, overdraft: 0 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

/** Puts money of the department's aside for what nobody expected. */
async function fund(world: World, amountFen: number): Promise<void> {
  const now = world.clock.now()
  await world.ctx.db.transaction(async (tx) => {
    const [own] = (await readAccounts(tx, ['department'])).values()
    if (!own) throw new Error('no department')
    await moveMoney(
      tx,
      [
        {
          from: own.source,
          to: own.contingency,
          amountFen,
          merchantFen: 0,
          cause: 'contingency',
          causeId: 'funded',
        },
      ],
      now,
    )
  })
}
