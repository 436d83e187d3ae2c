import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CartLine } from '@/schemas/redemption'
import { arbitraryCart, arbitraryOffers } from '@/src/testing/arbitrary-cart'
import { bestChoice } from './best-choice'
import type { Offer } from './offer'
import { priceOrder } from './price-order'

/*
 * The oracle: every set of coupons, priced by hand. It shares no code with what it checks, counts
 * fen one by one and sorts by a text.
 */

const pad = (value: number) => String(value).padStart(6, '0')

function turnText({ benefit, scope, thresholdFen, lapsesAt, id }: Offer): string {
  const turn = benefit.kind === 'exchange' ? 'a' : benefit.kind === 'amount' ? 'b' : 'c'
  const width = !scope || scope.kind === 'all' ? 'c' : scope.kind === 'groups' ? 'b' : 'a'
  return [turn, width, pad(900_000 - thresholdFen), pad(Math.min(lapsesAt, 900_000)), id].join('/')
}

function covers({ scope }: Offer, line: CartLine): boolean {
  switch (scope?.kind) {
    case 'skus':
      return new Set(scope.skus).has(line.sku)
    case 'groups':
      return new Set([...scope.groups, ...line.groups]).size < scope.groups.length + line.groups.length
    default:
      return true
  }
}

/** What is left of each line, or undefined when one of the set does not apply. */
function pricedByHand(cart: CartLine[], set: Offer[]): Map<string, number> | undefined {
  if (set.length > 1) {
    if (new Set(set.flatMap((o) => o.stackGroup ?? [])).size < set.length) return undefined
  }
  const left = new Map(cart.map((line) => [line.lineId, line.unitFen * line.quantity]))
  const turns = new Map(set.map((o) => [turnText(o), o]))
  for (const text of [...turns.keys()].sort()) {
    const offer = turns.get(text) as Offer
    const mine = cart.filter((line) => covers(offer, line))
    let base = 0
    for (const line of mine) base += left.get(line.lineId) ?? 0
    if (base === 0 || base < offer.thresholdFen) return undefined
    const off = offByHand(offer, mine, left, base)
    if (off.every((fen) => fen === 0)) return undefined
    mine.forEach((line, i) => {
      left.set(line.lineId, (left.get(line.lineId) ?? 0) - (off[i] ?? 0))
    })
  }
  return left
}

function offByHand({ benefit }: Offer, mine: CartLine[], left: Map<string, number>, base: number): number[] {
  const worths = mine.map((line) => left.get(line.lineId) ?? 0)
  const off = mine.map(() => 0)
  if (benefit.kind === 'exchange') {
    let dearest = -1
    for (const [i, line] of mine.entries()) {
      const fen = Math.min(line.unitFen, worths[i] ?? 0, benefit.maxFen)
      const best = mine[dearest]
      const name = `${line.sku}/${line.lineId}`
      if (
        !best ||
        fen > (off[dearest] ?? 0) ||
        (fen === off[dearest] && name < `${best.sku}/${best.lineId}`)
      ) {
        off.fill(0)
        off[i] = fen
        dearest = i
      }
    }
    return off
  }
  let amount = 0
  if (benefit.kind === 'amount') amount = benefit.amountFen
  else while ((amount + 1) * 1_000_000 <= base * benefit.offPpm && amount < benefit.maxFen) amount += 1
  if (amount > base) amount = base
  let dealt = 0
  for (const [i, worth] of worths.entries()) {
    while (((off[i] ?? 0) + 1) * base <= amount * worth) {
      off[i] = (off[i] ?? 0) + 1
      dealt += 1
    }
  }
  for (let i = off.length - 1; dealt < amount; ) {
    if ((off[i] ?? 0) < (worths[i] ?? 0)) {
      off[i] = (off[i] ?? 0) + 1
      dealt += 1
    } else i -= 1
  }
  return off
}

function everySet<T>(items: readonly T[]): T[][] {
  const sets: T[][] = [[]]
  for (const item of items) sets.push(...sets.map((set) => [...set, item]))
  return sets
}

const worthBy = (cart: CartLine[], left: Map<string, number>) =>
  cart.reduce((sum, line) => sum + line.unitFen * line.quantity - (left.get(line.lineId) ?? 0), 0)

const COUPONS = { withSubsidies: false }

describe('pricing and choosing, against every set priced by hand', () => {
  it('prices each set of coupons that applies as a whole to the same fen on each line', () => {
    fc.assert(
      fc.property(arbitraryCart(4), arbitraryOffers(4, COUPONS), (cart, offers) => {
        for (const set of everySet(offers)) {
          const order = priceOrder(cart, set)
          const byHand = pricedByHand(cart, set)
          expect(order.coupons.every(({ applies }) => applies)).toBe(byHand !== undefined)
          if (byHand) expect(new Map(order.lines.map((l) => [l.lineId, l.payFen]))).toEqual(byHand)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('chooses what takes most off, with the fewest coupons', () => {
    fc.assert(
      fc.property(arbitraryCart(4), arbitraryOffers(6, COUPONS), (cart, offers) => {
        let most = 0
        let fewest = 0
        for (const set of everySet(offers)) {
          const left = pricedByHand(cart, set)
          const off = left ? worthBy(cart, left) : 0
          if (off > most || (off === most && off > 0 && set.length < fewest)) {
            most = off
            fewest = set.length
          }
        }
        const ids = bestChoice(cart, offers)
        const chosen = offers.filter(({ id }) => ids.includes(id))
        const left = pricedByHand(cart, chosen)
        expect(left && worthBy(cart, left)).toBe(most)
        expect(ids.length).toBe(fewest)
      }),
      { numRuns: 300 },
    )
  })

  it('uses of two that are alike the one that lapses first', () => {
    const cart = [{ lineId: 'a', sku: 'tea', groups: [], unitFen: 900, quantity: 1 }]
    const alike = (id: string, lapsesAt: number): Offer => ({
      id,
      benefit: { kind: 'amount', amountFen: 100 },
      thresholdFen: 0,
      lapsesAt,
    })
    expect(bestChoice(cart, [alike('never', Number.POSITIVE_INFINITY), alike('soon', 1)])).toEqual(['soon'])
  })

  it('does not take long, however many coupons are held', () => {
    const cart = Array.from({ length: 200 }, (_, i) => ({
      lineId: `line-${i}`,
      sku: `sku-${i}`,
      groups: [],
      unitFen: 1_000 + i,
      quantity: 3,
    }))
    const offers = Array.from(
      { length: 200 },
      (_, i): Offer => ({
        id: `coupon-${i}`,
        benefit: { kind: 'amount', amountFen: 1_000 + (i % 20) },
        thresholdFen: 20_000 - i,
        stackGroup: `group-${i % 12}`,
        lapsesAt: i,
      }),
    )
    const ids = bestChoice(cart, offers)
    expect(ids).toHaveLength(10)
    expect(bestChoice(cart, [...offers].reverse())).toEqual(ids)
  })
})

describe('choosing subsidies', () => {
  const cart = [{ lineId: 'a', sku: 'tea', groups: [], unitFen: 900, quantity: 1 }]
  const amount = (id: string, amountFen: number, more: Partial<Offer> = {}): Offer => ({
    id,
    benefit: { kind: 'amount', amountFen },
    thresholdFen: 0,
    lapsesAt: 1,
    ...more,
  })
  const subsidy = (id: string, amountFen: number) => amount(id, amountFen, { isSubsidy: true })

  it('takes each of which nothing is lost, beside a coupon that excludes others', () => {
    const offers = [subsidy('s1', 300), subsidy('s2', 400), subsidy('s3', 400), amount('alone', 100)]
    expect(bestChoice(cart, offers)).toEqual(['alone', 's1', 's2'])
  })

  it('leaves one that the order does not use up for the member to choose', () => {
    expect(bestChoice(cart, [subsidy('big', 901)])).toEqual([])
    expect(bestChoice(cart, [subsidy('just', 900)])).toEqual(['just'])
  })

  it('never changes which coupons are taken, nor wastes a fen of a subsidy', () => {
    fc.assert(
      fc.property(arbitraryCart(4), arbitraryOffers(6), (lines, offers) => {
        const isSubsidy = new Set(offers.flatMap(({ id, isSubsidy }) => (isSubsidy ? [id] : [])))
        const ids = bestChoice(lines, offers)
        const coupons = offers.filter(({ id }) => !isSubsidy.has(id))
        expect(ids.filter((id) => !isSubsidy.has(id))).toEqual(bestChoice(lines, coupons))
        const chosen = offers.filter(({ id }) => ids.includes(id))
        for (const { id, applies, ...answer } of priceOrder(lines, chosen).coupons) {
          const offer = offers.find((each) => each.id === id)
          expect(applies).toBe(true)
          if (isSubsidy.has(id) && offer?.benefit.kind === 'amount')
            expect(answer).toMatchObject({ discountFen: offer.benefit.amountFen })
        }
      }),
      { numRuns: 300 },
    )
  })
})
