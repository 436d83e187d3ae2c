import { type CartLine, MOST_COUPONS } from '@/schemas/redemption'
import { compare, inTurn, type Offer } from './offer'
import { priceOrder } from './price-order'

/** Lines priced at most: a choice must not take long, however long the order and however many coupons are held. */
const MOST_PRICED = 100_000

interface Choice {
  ids: string[]
  discountFen: number
}

/**
 * Which offers an order takes when none are named: the coupons that take most off it, and then each
 * subsidy that it takes all of. What it would leave of one is lost, so that is for the member to say.
 */
export function bestChoice(lines: readonly CartLine[], offers: readonly Offer[]): string[] {
  const best = bestCoupons(
    lines,
    offers.filter(({ isSubsidy }) => !isSubsidy),
  )
  const chosen = offers.filter(({ id }) => best.includes(id))
  for (const subsidy of inTurn(offers.filter(({ isSubsidy }) => isSubsidy))) {
    if (chosen.length === MOST_COUPONS) break
    const answer = priceOrder(lines, [...chosen, subsidy]).coupons.find(({ id }) => id === subsidy.id)
    const isUsedUp = answer?.applies && answer.discountFen === mostOf(subsidy)
    if (isUsedUp) chosen.push(subsidy)
  }
  return [...best, ...chosen.flatMap(({ id, isSubsidy }) => (isSubsidy ? [id] : []))]
}

const mostOf = ({ benefit }: Offer) => (benefit.kind === 'amount' ? benefit.amountFen : benefit.maxFen)

/**
 * Which coupons together take most off an order: of choices that take the same, the one with the
 * fewest coupons, then the one whose coupons lapse first. The search is bounded, and the best single
 * coupons of all groups are tried first, so that what a very large wallet leaves untried is the worse part.
 */
function bestCoupons(lines: readonly CartLine[], offers: readonly Offer[]): string[] {
  const single = new Map<string, number>()
  for (const offer of offers) {
    const [answer] = priceOrder(lines, [offer]).coupons
    if (answer?.applies) single.set(offer.id, answer.discountFen)
  }
  const worth = (offer: Offer) => single.get(offer.id) ?? 0
  const usable = offers
    .filter((offer) => single.has(offer.id))
    .sort((a, b) => worth(b) - worth(a) || compare(a.lapsesAt, b.lapsesAt) || compare(a.id, b.id))
  const groups = groupsOf(usable)

  let best: Choice = { ids: [], discountFen: 0 }
  const alone = usable.find((offer) => offer.stackGroup === undefined)
  if (alone) best = { ids: [alone.id], discountFen: worth(alone) }

  let priced = 0
  const choose = (at: number, chosen: Offer[]): void => {
    // No set takes more than its offers would each take by itself.
    const mostFen = total([...chosen, ...groups.slice(at).flatMap(([first]) => first ?? [])].map(worth))
    if (mostFen < best.discountFen || priced >= MOST_PRICED) return
    const group = groups[at]
    if (!group) {
      priced += lines.length * chosen.length
      best = better(best, tryChoice(lines, chosen))
      return
    }
    for (const offer of group) choose(at + 1, [...chosen, offer])
    choose(at + 1, chosen)
  }
  choose(0, [])
  return best.ids
}

/** Each group's offers, the best first; the group with the best comes first. */
function groupsOf(usable: readonly Offer[]): Offer[][] {
  const groups = new Map<string, Offer[]>()
  for (const offer of usable) {
    if (offer.stackGroup === undefined) continue
    groups.set(offer.stackGroup, [...(groups.get(offer.stackGroup) ?? []), offer])
  }
  return [...groups.values()].slice(0, MOST_COUPONS)
}

/** Undefined when one of them displaces another: the set without it is tried too. */
function tryChoice(lines: readonly CartLine[], chosen: readonly Offer[]): Choice | undefined {
  const { coupons, discountFen } = priceOrder(lines, chosen)
  if (coupons.some(({ applies }) => !applies)) return undefined
  return { ids: coupons.map(({ id }) => id), discountFen }
}

// What was found first stays: coupons were looked through from the first to lapse.
function better(best: Choice, next: Choice | undefined): Choice {
  if (!next || next.discountFen < best.discountFen) return best
  if (next.discountFen > best.discountFen) return next
  return next.ids.length < best.ids.length ? next : best
}

const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)
