import fc from 'fast-check'
import { expect, test } from 'vitest'
import { account, eq, grant, redemption, reversal, shopOrder } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aMemberWithCoupons } from '@/src/testing/builders/held-coupons'
import { aKey } from '@/src/testing/builders/published-tool'
import type { CouponOver } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { lockCoupons, redeemOrder, reverseOrder } from '.'

const DAY_MS = 24 * 60 * 60_000

const line = (lineId: string, unitFen: number, quantity = 1) => ({ lineId, sku: lineId, unitFen, quantity })
type Line = ReturnType<typeof line>

/** An order of a member's that was paid with one coupon of each kind. */
async function aPaidOrder(world: World, lines: Line[], ...coupons: CouponOver[]) {
  const held = await aMemberWithCoupons(world, ...coupons)
  const { ctx, grantIds } = held
  const order = { orderRef: 'order-1', lines }
  const locked = await lockCoupons({ ctx, input: { key: aKey(), order, grantIds } })
  if (locked.status !== 'locked') throw new Error(JSON.stringify(locked))
  await redeemOrder({ ctx, input: { key: aKey(), orderRef: 'order-1' } })
  return {
    ...held,
    payFen: locked.payFen,
    back: (returned?: [lineId: string, quantity: number][], key = aKey()) =>
      reverseOrder({
        ctx,
        input: {
          key,
          orderRef: 'order-1',
          reason: '退货',
          returned: returned?.map(([lineId, quantity]) => ({ lineId, quantity })),
        },
      }),
  }
}

async function fen(world: World, ownerId: string): Promise<Record<string, number>> {
  const rows = await world.ctx.db.read.select().from(account).where(eq(account.ownerId, ownerId))
  return Object.fromEntries(rows.map(({ kind, balanceFen }) => [kind, balanceFen]))
}

const statesOf = async (world: World) =>
  (await world.ctx.db.read.select().from(grant).orderBy(grant.id)).map(({ state }) => state)
const code = (failed: Promise<unknown>) => failed.then(String, (error) => error.code ?? String(error))

test('a part comes back at what was paid for it, its discount is taken back, and the rest follows', async () => {
  await using world = await aWorld()
  const lines = [line('tea', 9_900), line('cup', 5_000, 2)]
  const paid = await aPaidOrder(world, lines, { amountFen: 2_000, thresholdFen: 14_900 })
  const [id] = paid.grantIds
  const key = aKey()
  const first = await paid.back([['cup', 1]], key)
  expect(first).toEqual({
    status: 'reversed',
    orderRef: 'order-1',
    refundFen: 4_497,
    owedFen: 0,
    points: 0,
    lines: [{ lineId: 'cup', quantity: 1, refundFen: 4_497 }],
    coupons: [{ id, takenBackFen: 503, holds: true, isGivenBack: false }],
  })
  expect(await paid.back([['cup', 1]], key)).toEqual(first)
  expect(await code(paid.back([['cup', 2]], key))).toBe('idempotency_mismatch')
  expect(await fen(world, paid.campaignId)).toMatchObject({
    allocated: 98_503,
    reserved: 0,
    committed: 1_497,
  })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a threshold that is missed takes the whole discount back, and the coupon can be used again', async () => {
  await using world = await aWorld()
  const lines = [line('tea', 14_899), line('cup', 5_000)]
  const paid = await aPaidOrder(world, lines, { amountFen: 2_000, thresholdFen: 14_900 })
  const [id] = paid.grantIds
  expect(await paid.back([['cup', 1]])).toMatchObject({
    refundFen: 3_000,
    coupons: [{ id, takenBackFen: 2_000, holds: false, isGivenBack: true }],
  })
  expect(await fen(world, paid.campaignId)).toMatchObject({ reserved: 2_000, committed: 0 })
  const again = { orderRef: 'order-2', lines: [line('pot', 15_000)] }
  await lockCoupons({ ctx: paid.ctx, input: { key: aKey(), order: again, grantIds: paid.grantIds } })
  await redeemOrder({ ctx: paid.ctx, input: { key: aKey(), orderRef: 'order-2' } })

  // The first order's rest comes back without touching what the second one uses.
  expect(await paid.back()).toMatchObject({
    refundFen: 14_899,
    coupons: [{ takenBackFen: 0, isGivenBack: false }],
  })
  expect(await statesOf(world)).toEqual(['redeemed'])
  expect(await fen(world, paid.campaignId)).toMatchObject({ reserved: 0, committed: 2_000 })
  expect(await code(paid.back())).toBe('wrong_state')
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('nobody is asked to pay: what a refund does not cover stays used, and the next one pays for it', async () => {
  await using world = await aWorld()
  const lines = [line('tea', 15_000), line('cup', 6_000)]
  const paid = await aPaidOrder(world, lines, { amountFen: 10_000, thresholdFen: 20_000 })
  expect(await paid.back([['cup', 1]])).toMatchObject({
    refundFen: 0,
    owedFen: 4_000,
    coupons: [{ takenBackFen: 6_000, holds: false, isGivenBack: false }],
  })
  expect(await statesOf(world)).toEqual(['redeemed'])
  expect(await fen(world, paid.campaignId)).toMatchObject({ committed: 4_000 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
  expect(await paid.back()).toMatchObject({
    refundFen: 11_000,
    owedFen: 0,
    coupons: [{ takenBackFen: 4_000, isGivenBack: true }],
  })
  expect(await fen(world, paid.campaignId)).toMatchObject({ committed: 0 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a coupon that lapsed meanwhile is not given back', async () => {
  await using world = await aWorld()
  const paid = await aPaidOrder(world, [line('tea', 9_900)], { amountFen: 2_000 })
  world.clock.advance(3 * DAY_MS)
  expect(await paid.back()).toMatchObject({
    refundFen: 7_900,
    coupons: [{ takenBackFen: 2_000, isGivenBack: false }],
  })
  expect(await statesOf(world)).toEqual(['reversed'])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('no more comes back than was bought, nor a line that was not, nor from an order that was not paid', async () => {
  await using world = await aWorld()
  const paid = await aPaidOrder(world, [line('tea', 9_900, 2)], { amountFen: 2_000 })
  await paid.back([['tea', 1]])
  await expect(paid.back([['tea', 2]])).rejects.toMatchObject({
    code: 'invalid_input',
    details: [{ code: 'more_than_left', path: ['returned', 0], params: { lineId: 'tea', left: 1 } }],
  })
  await expect(paid.back([['cup', 1]])).rejects.toMatchObject({ details: [{ params: { left: 0 } }] })
  const unpaid = { ctx: paid.ctx, input: { key: aKey(), orderRef: 'order-2', reason: '退货' } }
  expect(await code(reverseOrder(unpaid))).toBe('not_found')
  const thief = await world.asMember()
  expect(
    await code(reverseOrder({ ...unpaid, ctx: thief, input: { ...unpaid.input, orderRef: 'order-1' } })),
  ).toBe('not_found')
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('two refunds of one order at once are both counted, and never one item twice', async () => {
  await using world = await aWorld()
  const lines = [line('tea', 9_900, 3), line('cup', 5_000, 2)]
  const paid = await aPaidOrder(world, lines, { amountFen: 2_000, thresholdFen: 10_000 })
  const answers = await Promise.allSettled([
    paid.back([['tea', 2]]),
    paid.back([['tea', 1]]),
    paid.back([['tea', 2]]),
    paid.back([['cup', 2]]),
  ])
  const refunded = answers.flatMap((answer) =>
    answer.status === 'fulfilled' ? [answer.value.refundFen] : [],
  )
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  const [row] = await world.ctx.db.read.select().from(shopOrder)
  expect(row?.refundedFen).toBe(refunded.reduce((sum, each) => sum + each, 0))
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('one refund that is asked for several times at once is one refund', async () => {
  await using world = await aWorld()
  const paid = await aPaidOrder(world, [line('tea', 9_900, 3)], { amountFen: 3_000 })
  const key = aKey()
  const answers = await Promise.all([1, 2, 3].map(() => paid.back([['tea', 1]], key)))
  expect(answers.map(({ refundFen }) => refundFen)).toEqual([8_900, 8_900, 8_900])
  const [row] = await world.ctx.db.read.select().from(shopOrder)
  expect(row).toMatchObject({ refundedFen: 8_900, returned: [{ lineId: 'tea', quantity: 1 }] })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('whatever was bought with whatever coupons comes back in any portions to the fen, and the books agree', async () => {
  await using world = await aWorld()
  let orders = 0
  const lineOf = fc.record({
    sku: fc.constantFrom('tea', 'cup', 'pot'),
    unitFen: fc.integer({ min: 1, max: 5_000 }),
    quantity: fc.integer({ min: 1, max: 3 }),
  })
  const coupon = fc.record({
    amountFen: fc.integer({ min: 1, max: 3_000 }),
    thresholdFen: fc.constantFrom(0, 3_000, 9_000),
    scope: fc.constantFrom<CouponOver['scope']>(undefined, { kind: 'skus', skus: ['tea', 'cup'] }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(lineOf, { minLength: 1, maxLength: 4 }),
      fc.array(coupon, { minLength: 1, maxLength: 3 }),
      fc.infiniteStream(fc.nat(99)),
      async (cart, kinds, random) => {
        const next = () => random.next().value as number
        const coupons = kinds.map((kind, i) => ({
          ...kind,
          thresholdFen: kind.thresholdFen === 0 ? 0 : Math.max(kind.thresholdFen, kind.amountFen),
          stackGroup: `group-${i}`,
        }))
        const { ctx, grantIds } = await aMemberWithCoupons(world, ...coupons)
        const orderRef = `order-${++orders}`
        const lines = cart.map((each, i) => ({ ...each, lineId: `line-${i}` }))
        const locked = await lockCoupons({
          ctx,
          input: { key: aKey(), order: { orderRef, lines }, grantIds },
        })
        if (locked.status !== 'locked') return
        await redeemOrder({ ctx, input: { key: aKey(), orderRef } })
        const left = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]))
        let refundedFen = 0
        while ([...left.values()].some((quantity) => quantity > 0)) {
          const returned = [...left].flatMap(([lineId, quantity]) => {
            const some = next() % (quantity + 1)
            left.set(lineId, quantity - some)
            return some > 0 ? [{ lineId, quantity: some }] : []
          })
          if (returned.length === 0) continue
          const input = { key: aKey(), orderRef, returned, reason: '退货' }
          refundedFen += (await reverseOrder({ ctx, input })).refundFen
        }
        expect(refundedFen).toBe(locked.payFen)
        const used = await world.ctx.db.read
          .select()
          .from(redemption)
          .where(eq(redemption.orderRef, orderRef))
        expect(used.map(({ costFen, reversedFen }) => costFen - reversedFen)).toEqual(used.map(() => 0))
        expect(await bookErrors(world.ctx.db.read)).toEqual([])
      },
    ),
    { numRuns: 6 },
  )
  expect((await world.ctx.db.read.select().from(reversal)).length).toBeGreaterThan(0)
}, 60_000)
