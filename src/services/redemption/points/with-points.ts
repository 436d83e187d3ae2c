import type { CartLine, LineDiscount, Refusal } from '@/schemas/redemption'
import type { ReadDb } from '@/src/db'
import { EMPTY_WALLET, spendable } from '../../wallets/state'
import { readWallets } from '../../wallets/store'
import type { Offer } from '../price/offer'
import { type PricedOrder, priceOrder } from '../price/price-order'
import { mostPoints, type PointsOff, pointsOffOf } from './most-points'
import { pointsOffer } from './offer'
import { type PointsRuleRow, readPointsRule } from './rule'

/** What points come to on an order; amounts in fen. */
export interface PointsAnswer {
  /** What the member has, less than nothing while points are owed. */
  has: number
  stepPoints: number
  stepFen: number
  /** What the order takes of what they have. */
  most: PointsOff
  /** What comes off with those that were asked for, or why nothing. */
  off?:
    | { applies: true; points: number; discountFen: number; lines: LineDiscount[] }
    | { applies: false; refusal: Refusal }
}

interface Asked {
  memberId: string
  lines: readonly CartLine[]
  offers: readonly Offer[]
  /** Without points. */
  price: Omit<PricedOrder, 'coupons'>
  asked: number | 'most' | undefined
  now: Date
}

/** An order's price once points took their turn, after everything else. */
export async function withPoints(
  db: ReadDb,
  { memberId, lines, offers, price, asked, now }: Asked,
): Promise<Omit<PricedOrder, 'coupons'> & { points: PointsAnswer | null }> {
  const rule = await readPointsRule(db)
  if (!rule) return { ...price, points: null }
  const wallet = (await readWallets(db, [memberId])).get(memberId) ?? EMPTY_WALLET
  const has = spendable(wallet, now).points
  const most = mostOf(rule, price.payFen, has)
  const { stepPoints, stepFen } = rule
  const answer: PointsAnswer = { has, stepPoints, stepFen, most }
  const points = asked === 'most' ? most.points : asked
  if (points === undefined || points === 0) return { ...price, points: answer }
  const off = pointsOffOf(rule, points, price.payFen)
  if ('reason' in off) return { ...price, points: { ...answer, off: { applies: false, refusal: off } } }
  if (points > has) {
    const refusal = { reason: 'points_short' as const, missing: points - has }
    return { ...price, points: { ...answer, off: { applies: false, refusal } } }
  }
  const { coupons, ...after } = priceOrder(lines, [...offers, pointsOffer('points', off.amountFen)])
  const taken = coupons.find(({ id }) => id === 'points')
  const own = taken?.applies ? taken.lines : []
  return {
    ...after,
    points: { ...answer, off: { applies: true, points, discountFen: off.amountFen, lines: own } },
  }
}

/** Whole steps of what the order takes and the member has. */
function mostOf(rule: PointsRuleRow, payFen: number, has: number): PointsOff {
  const steps = Math.floor(Math.max(0, has) / rule.stepPoints)
  const most = mostPoints(rule, payFen)
  if (most.points <= steps * rule.stepPoints) return most
  return { points: steps * rule.stepPoints, amountFen: steps * rule.stepFen }
}
