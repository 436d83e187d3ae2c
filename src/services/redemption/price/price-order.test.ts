import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CartLine } from '@/schemas/redemption'
import { arbitraryCart, arbitraryOffers } from '@/src/testing/arbitrary-cart'
import { type Offer, worthOf } from './offer'
import { priceOrder } from './price-order'

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

function aLine(lineId: string, unitFen: number, quantity = 1, more: Partial<CartLine> = {}): CartLine {
  return { lineId, sku: lineId, groups: [], unitFen, quantity, ...more }
}

function anOffer(id: string, amountFen: number, more: Partial<Offer> = {}): Offer {
  const lapsesAt = Number.POSITIVE_INFINITY
  return { id, benefit: { kind: 'amount', amountFen }, thresholdFen: 0, lapsesAt, ...more }
}

const answers = (lines: CartLine[], offers: Offer[]) => priceOrder(lines, offers).coupons
const offLines = (lines: CartLine[], ...offers: Offer[]) =>
  priceOrder(lines, offers).lines.map(({ discountFen }) => discountFen)

describe('one coupon on an order', () => {
  it('takes its amount off all lines, to the fen', () => {
    const { lines, discountFen, payFen } = priceOrder(
      [aLine('a', 9_900), aLine('b', 5_000, 2)],
      [anOffer('x', 2_000)],
    )
    expect(lines).toEqual([
      { lineId: 'a', worthFen: 9_900, discountFen: 994, payFen: 8_906 },
      { lineId: 'b', worthFen: 10_000, discountFen: 1_006, payFen: 8_994 },
    ])
    expect([discountFen, payFen]).toEqual([2_000, 17_900])
  })

  it('says how much is missing to its threshold, which all its lines reach together', () => {
    const offer = anOffer('x', 2_000, { thresholdFen: 19_900 })
    const split = [aLine('a', 9_950, 1, { sku: 'tea' }), aLine('b', 9_949, 1, { sku: 'tea' })]
    expect(answers(split, [offer])).toEqual([
      { id: 'x', applies: false, refusal: { reason: 'below_threshold', missingFen: 1 } },
    ])
    expect(answers([...split, aLine('c', 1)], [offer])[0]).toMatchObject({
      applies: true,
      discountFen: 2_000,
    })
  })

  it('counts and takes only what it is for', () => {
    const cart = [aLine('tea', 5_000), aLine('cup', 9_000, 1, { groups: ['kitchen'] })]
    const forTea = anOffer('x', 1_000, { scope: { kind: 'skus', skus: ['tea'] }, thresholdFen: 5_001 })
    expect(answers(cart, [forTea])[0]).toMatchObject({
      refusal: { reason: 'below_threshold', missingFen: 1 },
    })
    const forKitchen = anOffer('y', 1_000, { scope: { kind: 'groups', groups: ['kitchen', 'bath'] } })
    expect(offLines(cart, forKitchen)).toEqual([0, 1_000])
    const forBath = anOffer('z', 1_000, { scope: { kind: 'groups', groups: ['bath'] } })
    expect(answers(cart, [forBath])[0]).toMatchObject({ refusal: { reason: 'out_of_scope' } })
  })

  it('takes no more than there is', () => {
    expect(offLines([aLine('a', 300), aLine('b', 400)], anOffer('x', 1_000))).toEqual([300, 400])
  })

  it('takes a part of the price, rounded down, up to its maximum', () => {
    const percent = (maxFen: number) =>
      anOffer('x', 0, { benefit: { kind: 'percent', offPpm: 150_000, maxFen } })
    expect(offLines([aLine('a', 999)], percent(1_000))).toEqual([149])
    expect(offLines([aLine('a', 999)], percent(100))).toEqual([100])
    const tiny = anOffer('x', 0, { benefit: { kind: 'percent', offPpm: 1, maxFen: 9 } })
    expect(answers([aLine('a', 999)], [tiny])[0]).toMatchObject({ refusal: { reason: 'nothing_left' } })
  })

  it('gives the dearest item for nothing, wherever it stands', () => {
    const gift = anOffer('x', 0, { benefit: { kind: 'exchange', maxFen: 5_000 } })
    const cart = [aLine('a', 900, 9), aLine('b', 3_000, 2), aLine('c', 100)]
    expect(offLines(cart, gift)).toEqual([0, 3_000, 0])
    expect(offLines([...cart].reverse(), gift)).toEqual([0, 3_000, 0])
    expect(offLines([aLine('a', 8_000)], gift)).toEqual([5_000])
  })
})

describe('several coupons on an order', () => {
  const shop = anOffer('shop', 1_000, { stackGroup: 'shop', thresholdFen: 10_000 })
  const platform = anOffer('platform', 500, { stackGroup: 'platform', thresholdFen: 9_500 })

  it('take their turn on what the ones before left, thresholds too', () => {
    expect(answers([aLine('a', 10_500)], [platform, shop])).toMatchObject([
      { id: 'shop', discountFen: 1_000 },
      { id: 'platform', discountFen: 500 },
    ])
    expect(answers([aLine('a', 10_499)], [platform, shop])[1]).toMatchObject({
      refusal: { reason: 'below_threshold', missingFen: 1 },
    })
  })

  it('exclude each other in one group, and one that names none excludes all', () => {
    const other = anOffer('other', 2_000, { stackGroup: 'shop' })
    expect(answers([aLine('a', 20_000)], [other, shop])).toMatchObject([
      { id: 'shop', applies: true },
      { id: 'other', refusal: { reason: 'not_stackable', withId: 'shop' } },
    ])
    const alone = anOffer('alone', 2_000)
    expect(answers([aLine('a', 20_000)], [alone, shop])[1]).toMatchObject({
      id: 'alone',
      refusal: { reason: 'not_stackable', withId: 'shop' },
    })
  })

  it('come before subsidies, which come off what is left beside any of them, never below nothing', () => {
    const alone = anOffer('alone', 800)
    const first = anOffer('s1', 150, { isSubsidy: true, lapsesAt: 1 })
    const second = anOffer('s2', 150, { isSubsidy: true, lapsesAt: 2 })
    const third = anOffer('s3', 150, { isSubsidy: true, lapsesAt: 3 })
    expect(answers([aLine('tea', 1_000)], [third, second, first, alone])).toMatchObject([
      { id: 'alone', discountFen: 800 },
      { id: 's1', discountFen: 150 },
      { id: 's2', discountFen: 50 },
      { id: 's3', refusal: { reason: 'nothing_left' } },
    ])
    // A coupon's threshold is tested before any subsidy has taken its turn.
    const high = anOffer('high', 100, { thresholdFen: 1_000 })
    expect(answers([aLine('tea', 1_000)], [first, high])).toMatchObject([
      { id: 'high', applies: true },
      { id: 's1', applies: true },
    ])
  })

  it('say so when nothing is left', () => {
    const all = anOffer('all', 900, { stackGroup: 'a', scope: { kind: 'skus', skus: ['tea'] } })
    const more = anOffer('more', 100, { stackGroup: 'b', scope: { kind: 'skus', skus: ['tea'] } })
    expect(answers([aLine('tea', 900), aLine('cup', 50)], [more, all])).toMatchObject([
      { id: 'all', discountFen: 900 },
      { id: 'more', refusal: { reason: 'nothing_left' } },
    ])
  })
})

describe('any coupons on any order', () => {
  it('add up: by coupon, by line, and no line below nothing', () => {
    fc.assert(
      fc.property(arbitraryCart(), arbitraryOffers(), (cart, offers) => {
        const order = priceOrder(cart, offers)
        const applied = order.coupons.flatMap((answer) => (answer.applies ? [answer] : []))
        expect(order.coupons.map(({ id }) => id).sort()).toEqual(offers.map(({ id }) => id).sort())
        for (const { discountFen, lines } of applied) {
          expect(sum(lines.map((each) => each.discountFen))).toBe(discountFen)
          expect(discountFen).toBeGreaterThan(0)
        }
        for (const [i, line] of order.lines.entries()) {
          const off = applied.flatMap(({ lines }) => lines.filter(({ lineId }) => lineId === line.lineId))
          expect(line.discountFen).toBe(sum(off.map(({ discountFen }) => discountFen)))
          expect(line.payFen).toBe(worthOf(cart[i] as CartLine) - line.discountFen)
          expect(line.payFen).toBeGreaterThanOrEqual(0)
        }
        expect(order.discountFen).toBe(sum(applied.map(({ discountFen }) => discountFen)))
        expect(order.payFen + order.discountFen).toBe(sum(cart.map(worthOf)))
      }),
      { numRuns: 300 },
    )
  })

  it('do not depend on the order in which coupons are named', () => {
    fc.assert(
      fc.property(arbitraryCart(), arbitraryOffers(), fc.infiniteStream(fc.nat()), (cart, offers, random) => {
        const keys = new Map(offers.map(({ id }) => [id, random.next().value]))
        const shuffled = [...offers].sort((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0))
        expect(priceOrder(cart, shuffled)).toEqual(priceOrder(cart, offers))
      }),
    )
  })

  it('come to the same in whichever order lines stand, but for who takes the remainder', () => {
    fc.assert(
      fc.property(arbitraryCart(), arbitraryOffers(1), (cart, offers) => {
        const there = priceOrder(cart, offers)
        const back = priceOrder([...cart].reverse(), offers)
        expect(back.discountFen).toBe(there.discountFen)
        if (offers[0]?.benefit.kind === 'exchange') return
        for (const { lineId, discountFen } of there.lines) {
          const other = back.lines.find((line) => line.lineId === lineId)?.discountFen ?? -1
          expect(Math.abs(other - discountFen)).toBeLessThan(cart.length)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('come to the same when a product is split into lines of one', () => {
    fc.assert(
      fc.property(arbitraryCart(), arbitraryOffers(1), (cart, offers) => {
        const ones = cart.flatMap((line) =>
          Array.from({ length: line.quantity }, (_, i) => ({
            ...line,
            lineId: `${line.lineId}.${i}`,
            quantity: 1,
          })),
        )
        const [whole] = answers(cart, offers)
        const [split] = answers(ones, offers)
        expect(split?.applies).toBe(whole?.applies)
        expect(priceOrder(ones, offers).discountFen).toBe(priceOrder(cart, offers).discountFen)
        if (whole && !whole.applies) expect(split).toEqual(whole)
      }),
      { numRuns: 300 },
    )
  })
})
