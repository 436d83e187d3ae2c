import type { CartLine, CouponAnswer, PricedLine, Refusal } from '@/schemas/redemption'
import { areStackable, inTurn, isFor, type Offer, worthOf } from './offer'
import { partOf, spreadFen } from './spread'

export interface PricedOrder {
  /** What each offer came to, in the order in which they took their turn. */
  coupons: CouponAnswer[]
  lines: PricedLine[]
  discountFen: number
  payFen: number
}

/**
 * What offers take off an order, in fen. They take their turn in one fixed order, each on what the
 * ones before it left: thresholds are tested on that too, over all lines of its scope together, so
 * that splitting a product into lines changes nothing. One that is refused takes nothing.
 */
export function priceOrder(lines: readonly CartLine[], offers: readonly Offer[]): PricedOrder {
  const left = lines.map(worthOf)
  const applied: Offer[] = []
  const coupons = inTurn(offers).map((offer): CouponAnswer => {
    const rival = applied.find((other) => !areStackable(offer, other))
    if (rival) return refused(offer, { reason: 'not_stackable', withId: rival.id })
    const taken = taking(offer, lines, left)
    if (!Array.isArray(taken)) return refused(offer, taken)
    applied.push(offer)
    taken.forEach((discountFen, i) => {
      left[i] = (left[i] ?? 0) - discountFen
    })
    return {
      id: offer.id,
      applies: true,
      discountFen: sum(taken),
      lines: lines.flatMap(({ lineId }, i) => {
        const discountFen = taken[i] ?? 0
        return discountFen > 0 ? [{ lineId, discountFen }] : []
      }),
    }
  })
  return { coupons, ...priced(lines, left) }
}

function priced(lines: readonly CartLine[], left: readonly number[]) {
  const payFen = sum(left)
  return {
    lines: lines.map((line, i) => {
      const lineFen = left[i] ?? 0
      const worthFen = worthOf(line)
      return { lineId: line.lineId, worthFen, discountFen: worthFen - lineFen, payFen: lineFen }
    }),
    discountFen: sum(lines.map(worthOf)) - payFen,
    payFen,
  }
}

const refused = ({ id }: Offer, refusal: Refusal): CouponAnswer => ({ id, applies: false, refusal })

/** What it takes from each line, or why nothing. */
function taking(offer: Offer, lines: readonly CartLine[], left: readonly number[]): number[] | Refusal {
  const own = lines.map((line, i) => (isFor(offer, line) ? (left[i] ?? 0) : 0))
  if (!lines.some((line) => isFor(offer, line))) return { reason: 'out_of_scope' }
  const baseFen = sum(own)
  const missingFen = offer.thresholdFen - baseFen
  if (missingFen > 0) return { reason: 'below_threshold', missingFen }
  const taken =
    offer.benefit.kind === 'exchange'
      ? oneItem(lines, own, offer.benefit.maxFen)
      : spreadFen(sumOff(offer.benefit, baseFen), own)
  return sum(taken) > 0 ? taken : { reason: 'nothing_left' }
}

function sumOff(benefit: Exclude<Offer['benefit'], { kind: 'exchange' }>, baseFen: number): number {
  if (benefit.kind === 'amount') return Math.min(benefit.amountFen, baseFen)
  return Math.min(partOf(baseFen, benefit.offPpm, 1_000_000), benefit.maxFen, baseFen)
}

/** The dearest item; of equal ones the one whose product sorts first, wherever its line stands. */
function oneItem(lines: readonly CartLine[], own: readonly number[], maxFen: number): number[] {
  const items = lines
    .map(({ sku, lineId, unitFen }, i) => ({ i, sku, lineId, fen: Math.min(unitFen, own[i] ?? 0, maxFen) }))
    .sort((a, b) => b.fen - a.fen || (a.sku < b.sku ? -1 : a.sku > b.sku ? 1 : a.lineId < b.lineId ? -1 : 1))
  return lines.map((_, i) => (i === items[0]?.i ? items[0].fen : 0))
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
