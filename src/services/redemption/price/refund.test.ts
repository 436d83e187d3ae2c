import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CartLine, Returned } from '@/schemas/redemption'
import { arbitraryCart, arbitraryOffers } from '@/src/testing/arbitrary-cart'
import { type Offer, worthOf } from './offer'
import { priceOrder } from './price-order'
import { type Purchase, type Refund, type RefundedSoFar, refundOf } from './refund'

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

function aLine(lineId: string, unitFen: number, quantity = 1): CartLine {
  return { lineId, sku: lineId, groups: [], unitFen, quantity }
}

function anOffer(id: string, amountFen: number, thresholdFen: number, more: Partial<Offer> = {}): Offer {
  const lapsesAt = Number.POSITIVE_INFINITY
  return { id, benefit: { kind: 'amount', amountFen }, thresholdFen, lapsesAt, ...more }
}

/** A paid order of which things come back. */
class Paid {
  readonly purchase: Purchase
  readonly paidFen: number
  private so: RefundedSoFar

  constructor(cart: CartLine[], offers: Offer[]) {
    const { coupons, payFen } = priceOrder(cart, offers)
    const used = coupons.flatMap((answer) => {
      const offer = offers.find(({ id }) => id === answer.id)
      return answer.applies && offer ? [{ ...offer, lines: answer.lines, fen: answer.discountFen }] : []
    })
    this.purchase = { lines: cart, offers: used }
    this.paidFen = payFen
    this.so = {
      returned: new Map(),
      refundedFen: 0,
      givenFen: new Map(used.map(({ id, fen }) => [id, fen])),
    }
  }

  get refundedFen() {
    return this.so.refundedFen
  }

  get givenFen() {
    return sum([...this.so.givenFen.values()])
  }

  get keptWorthFen() {
    return sum(
      this.purchase.lines.map((line) => {
        const kept = line.quantity - (this.so.returned.get(line.lineId) ?? 0)
        return worthOf({ ...line, quantity: kept })
      }),
    )
  }

  back(...returning: [lineId: string, quantity: number][]): Refund {
    const coming: Returned[] = returning.map(([lineId, quantity]) => ({ lineId, quantity }))
    const refund = refundOf(this.purchase, this.so, coming)
    const returned = new Map(this.so.returned)
    for (const { lineId, quantity } of coming) returned.set(lineId, (returned.get(lineId) ?? 0) + quantity)
    const givenFen = new Map(this.so.givenFen)
    for (const { id, takenBackFen } of refund.offers) givenFen.set(id, (givenFen.get(id) ?? 0) - takenBackFen)
    this.so = { returned, refundedFen: this.so.refundedFen + refund.refundFen, givenFen }
    return refund
  }
}

describe('a part that comes back', () => {
  it('is refunded at what was paid for it while the threshold is still reached', () => {
    const paid = new Paid([aLine('a', 9_900), aLine('b', 5_000, 2)], [anOffer('x', 2_000, 14_900)])
    expect(paid.back(['b', 1])).toEqual({
      refundFen: 5_000 - 503,
      owedFen: 0,
      lines: [{ lineId: 'b', quantity: 1, refundFen: 4_497 }],
      offers: [{ id: 'x', takenBackFen: 503, holds: true }],
    })
  })

  it('takes the discount back when what is kept misses the threshold by a fen', () => {
    const paid = new Paid([aLine('a', 14_899), aLine('b', 5_000)], [anOffer('x', 2_000, 14_900)])
    // ¥178.99 was paid, and ¥148.99 is what the rest costs.
    expect(paid.back(['b', 1])).toMatchObject({
      refundFen: 3_000,
      owedFen: 0,
      offers: [{ id: 'x', takenBackFen: 2_000, holds: false }],
    })
    expect(paid.back(['a', 1])).toMatchObject({ refundFen: 14_899, offers: [{ takenBackFen: 0 }] })
  })

  it('never asks for money: what it does not cover is taken from what comes back next', () => {
    const paid = new Paid([aLine('a', 15_000), aLine('b', 6_000)], [anOffer('x', 10_000, 20_000)])
    expect(paid.back(['b', 1])).toEqual({
      refundFen: 0,
      owedFen: 4_000,
      lines: [{ lineId: 'b', quantity: 1, refundFen: 0 }],
      // ¥40 are off what is kept, so that much of the coupon is still used.
      offers: [{ id: 'x', takenBackFen: 6_000, holds: false }],
    })
    expect(paid.back(['a', 1])).toMatchObject({
      refundFen: 11_000,
      owedFen: 0,
      offers: [{ takenBackFen: 4_000 }],
    })
  })

  it('leaves other coupons alone whose thresholds are still reached', () => {
    const cart = [aLine('tea', 8_000), aLine('cup', 8_000)]
    const forTea = anOffer('x', 1_000, 8_000, { stackGroup: 'a', scope: { kind: 'skus', skus: ['tea'] } })
    const forAll = anOffer('y', 500, 15_000, { stackGroup: 'b' })
    expect(new Paid(cart, [forTea, forAll]).back(['cup', 1]).offers).toEqual([
      { id: 'x', takenBackFen: 0, holds: true },
      { id: 'y', takenBackFen: 500, holds: false },
    ])
  })

  it('tests a threshold on what the coupon is for, not on all that is kept', () => {
    const forTea = anOffer('x', 1_000, 8_000, { scope: { kind: 'skus', skus: ['tea'] } })
    const paid = new Paid([aLine('tea', 4_000, 2), aLine('cup', 9_000)], [forTea])
    expect(paid.back(['tea', 1])).toMatchObject({ refundFen: 3_000, offers: [{ holds: false }] })
  })

  it('tests it on what coupons before it left', () => {
    const first = anOffer('x', 1_000, 9_000, { stackGroup: 'a' })
    const second = anOffer('y', 500, 8_000, { stackGroup: 'b' })
    const paid = new Paid([aLine('tea', 9_000), aLine('cup', 1_000)], [first, second])
    // ¥90 less its share of the first, ¥9: ¥81 are left for the second.
    expect(paid.back(['cup', 1]).offers.map(({ holds }) => holds)).toEqual([true, true])
    const narrow = new Paid(
      [aLine('tea', 8_800), aLine('cup', 1_000)],
      [{ ...first, thresholdFen: 8_000 }, second],
    )
    expect(narrow.back(['cup', 1]).offers.map(({ id, holds }) => [id, holds])).toEqual([
      ['x', true],
      ['y', false],
    ])
  })

  it('cannot be more than there is', () => {
    const paid = new Paid([aLine('a', 100, 2)], [])
    paid.back(['a', 1])
    expect(() => paid.back(['a', 2])).toThrow('more comes back')
  })
})

/** Portions in which all of a cart comes back: each line's items, shuffled and cut anywhere. */
function portionsOf(cart: CartLine[], random: Iterator<number>): [string, number][][] {
  const next = () => random.next().value as number
  const items = cart
    .flatMap(({ lineId, quantity }) => Array.from({ length: quantity }, () => ({ lineId, key: next() })))
    .sort((a, b) => a.key - b.key)
  const portions: Map<string, number>[] = []
  for (const { lineId } of items) {
    if (portions.length === 0 || next() % 3 === 0) portions.push(new Map())
    const portion = portions.at(-1) as Map<string, number>
    portion.set(lineId, (portion.get(lineId) ?? 0) + 1)
  }
  return portions.map((portion) => [...portion])
}

describe('any order that comes back in any portions', () => {
  const everything = fc.tuple(arbitraryCart(), arbitraryOffers(), fc.infiniteStream(fc.nat(999)))

  it('gives back exactly what was paid, and every fen of every coupon', () => {
    fc.assert(
      fc.property(everything, ([cart, offers, random]) => {
        const paid = new Paid(cart, offers)
        for (const portion of portionsOf(cart, random)) paid.back(...portion)
        expect(paid.refundedFen).toBe(paid.paidFen)
        expect(paid.givenFen).toBe(0)
      }),
      { numRuns: 500 },
    )
  })

  it('is right after every portion: what is kept costs what was paid less what was refunded, and coupons the rest', () => {
    fc.assert(
      fc.property(everything, ([cart, offers, random]) => {
        const paid = new Paid(cart, offers)
        for (const portion of portionsOf(cart, random)) {
          const { refundFen, lines, offers: taken, owedFen } = paid.back(...portion)
          expect(sum(lines.map((line) => line.refundFen))).toBe(refundFen)
          for (const line of lines) expect(line.refundFen).toBeGreaterThanOrEqual(0)
          for (const { takenBackFen } of taken) expect(takenBackFen).toBeGreaterThanOrEqual(0)
          expect(owedFen).toBeGreaterThanOrEqual(0)
          expect(paid.keptWorthFen - (paid.paidFen - paid.refundedFen)).toBe(paid.givenFen)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('comes to the same in whichever portions, but for what is still owed', () => {
    fc.assert(
      fc.property(everything, ([cart, offers, random]) => {
        const step = new Paid(cart, offers)
        const sofar = new Map<string, number>()
        for (const portion of portionsOf(cart, random)) {
          for (const [lineId, quantity] of portion) {
            sofar.set(lineId, (sofar.get(lineId) ?? 0) + quantity)
          }
          const { owedFen, offers: last } = step.back(...portion)
          const atOnce = new Paid(cart, offers)
          const whole = atOnce.back(...sofar)
          expect(step.refundedFen - owedFen).toBe(atOnce.refundedFen - whole.owedFen)
          expect(last.map(({ holds }) => holds)).toEqual(whole.offers.map(({ holds }) => holds))
        }
      }),
      { numRuns: 300 },
    )
  })
})
