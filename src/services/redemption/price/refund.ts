import type { CartLine, Returned, UsedCoupon } from '@/schemas/redemption'
import { isFor, worthOf } from './offer'
import { partOf, spreadFen } from './spread'

/** What was bought: its lines, and the offers in the order in which they took their turn. */
export interface Purchase {
  lines: readonly CartLine[]
  offers: readonly UsedCoupon[]
}

/** How far a purchase has been undone. */
export interface RefundedSoFar {
  /** How many of each line came back, by the line's id. */
  returned: ReadonlyMap<string, number>
  refundedFen: number
  /** What each offer still takes off, by its id. */
  givenFen: ReadonlyMap<string, number>
}

export interface Refund {
  refundFen: number
  lines: { lineId: string; quantity: number; refundFen: number }[]
  /** What of each offer is taken back, and whether what is kept still reaches its threshold. */
  offers: { id: string; takenBackFen: number; holds: boolean }[]
  /** More was refunded before than the whole comes to now; what comes back next pays for it first. */
  owedFen: number
}

/**
 * What is refunded when some of a purchase comes back, in fen. A line's discount belongs to its
 * items evenly and goes back with them. When what is kept does not reach an offer's threshold any
 * more, the rest of that discount is taken back too: out of this refund, and where that is too
 * little, out of those that follow. Nobody is ever asked to pay. A threshold is tested on what it
 * was tested on when the order was paid, less what came back, so that it never matters in which
 * portions things come back; when all of them are back, exactly what was paid is refunded.
 *
 * @throws when more of a line comes back than is left of it.
 */
export function refundOf(purchase: Purchase, before: RefundedSoFar, returning: readonly Returned[]): Refund {
  const { lines, offers } = purchase
  const coming = new Map(returning.map(({ lineId, quantity }) => [lineId, quantity]))
  const leftBefore = lines.map(({ lineId, quantity }) => quantity - (before.returned.get(lineId) ?? 0))
  const leftAfter = lines.map(({ lineId }, i) => (leftBefore[i] ?? 0) - (coming.get(lineId) ?? 0))
  if (leftAfter.some((left) => left < 0)) throw new Error('more comes back than is left')

  const was = standing(purchase, leftBefore)
  const is = standing(purchase, leftAfter)
  const paidFen = sum(lines.map(worthOf)) - sum(offers.flatMap((o) => o.lines.map((l) => l.discountFen)))
  const dueFen = paidFen - is.payFen
  const refundFen = Math.max(0, dueFen - before.refundedFen)
  const owedFen = before.refundedFen + refundFen - dueFen
  return {
    refundFen,
    owedFen,
    lines: refundByLine(purchase, was, is, refundFen).filter(({ lineId }) => coming.has(lineId)),
    offers: takenBack(purchase, is, before.givenFen, owedFen),
  }
}

/** Where a purchase stands when so many of each line are kept; a function of the quantities alone. */
interface Standing {
  left: readonly number[]
  /** By line, then by offer: what of the discount belongs to what is kept. */
  kept: number[][]
  /** By offer: whether what is kept reaches its threshold. */
  holds: boolean[]
  /** What is to be paid for what is kept. */
  payFen: number
}

function standing({ lines, offers }: Purchase, left: readonly number[]): Standing {
  const kept = lines.map((line, i) => keptOf(line, offers, left[i] ?? 0))
  const holds = offers.map((offer, o) => {
    const bases = lines.map((line, i) =>
      isFor(offer, line) ? line.unitFen * (left[i] ?? 0) - sum(kept[i]?.slice(0, o) ?? []) : 0,
    )
    return sum(bases) >= offer.thresholdFen
  })
  const worthFen = sum(lines.map((line, i) => line.unitFen * (left[i] ?? 0)))
  const offFen = sum(kept.flatMap((own) => own.filter((_, o) => holds[o])))
  return { left, kept, holds, payFen: worthFen - offFen }
}

/**
 * What of each offer's discount belongs to the items of a line that are kept: of all offers together
 * their even share, rounded down, so that it is never more than the items are worth; of that, each
 * offer's own share. The fewer are kept, the less it is for every single offer.
 */
function keptOf(line: CartLine, offers: readonly UsedCoupon[], left: number): number[] {
  const discounts = offers.map((o) => o.lines.find(({ lineId }) => lineId === line.lineId)?.discountFen ?? 0)
  const kept = discounts.map(() => 0)
  let allFen = sum(discounts)
  let keptFen = partOf(allFen, left, line.quantity)
  for (let o = discounts.length - 1; o >= 0 && allFen > 0; o--) {
    const othersFen = allFen - (discounts[o] ?? 0)
    const ofOthersFen = partOf(keptFen, othersFen, allFen)
    kept[o] = keptFen - ofOthersFen
    keptFen = ofOthersFen
    allFen = othersFen
  }
  return kept
}

/** Each line's items at what was paid for them, less its share of what is taken back from the others. */
function refundByLine({ lines }: Purchase, was: Standing, is: Standing, refundFen: number) {
  const offOf = (at: Standing, i: number) => sum((at.kept[i] ?? []).filter((_, o) => was.holds[o]))
  const gross = lines.map(
    (line, i) => line.unitFen * ((was.left[i] ?? 0) - (is.left[i] ?? 0)) - (offOf(was, i) - offOf(is, i)),
  )
  const withheld = spreadFen(sum(gross) - refundFen, gross)
  return lines.map(({ lineId }, i) => ({
    lineId,
    quantity: (was.left[i] ?? 0) - (is.left[i] ?? 0),
    refundFen: (gross[i] ?? 0) - (withheld[i] ?? 0),
  }))
}

/** What could not be taken back yet stays with the offers whose threshold is missed, from the first. */
function takenBack(
  { offers }: Purchase,
  is: Standing,
  givenFen: RefundedSoFar['givenFen'],
  owedFen: number,
): Refund['offers'] {
  let unpaidFen = owedFen
  return offers.map(({ id }, o) => {
    const beforeFen = givenFen.get(id) ?? 0
    const holds = is.holds[o] ?? false
    const afterFen = holds ? sum(is.kept.map((own) => own[o] ?? 0)) : Math.min(unpaidFen, beforeFen)
    if (!holds) unpaidFen -= afterFen
    return { id, takenBackFen: beforeFen - afterFen, holds }
  })
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
