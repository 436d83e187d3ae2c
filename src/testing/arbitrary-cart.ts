import fc from 'fast-check'
import type { CartLine } from '@/schemas/redemption'
import type { Benefit, Offer } from '@/src/services/redemption/price/offer'

/* Carts and coupons with few products and small prices, so that scopes, thresholds and remainders meet. */

const SKUS = ['tea', 'cup', 'pot', 'jar']
const GROUPS = ['kitchen', 'gifts']

/** A line of the cart. Its id is given by `arbitraryCart`. */
const line = fc.record({
  sku: fc.constantFrom(...SKUS),
  groups: fc.subarray(GROUPS),
  unitFen: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 6, max: 400 })),
  quantity: fc.integer({ min: 1, max: 4 }),
})

export const arbitraryCart = (maxLines = 6): fc.Arbitrary<CartLine[]> =>
  fc
    .array(line, { minLength: 1, maxLength: maxLines })
    .map((lines) => lines.map((each, i) => ({ ...each, lineId: `line-${i}` })))

const benefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), amountFen: fc.integer({ min: 1, max: 900 }) }),
  fc.record({
    kind: fc.constant('percent' as const),
    offPpm: fc.integer({ min: 1, max: 1_000_000 }),
    maxFen: fc.integer({ min: 1, max: 900 }),
  }),
  fc.record({ kind: fc.constant('exchange' as const), maxFen: fc.integer({ min: 1, max: 400 }) }),
)

const scope: fc.Arbitrary<Offer['scope']> = fc.oneof(
  fc.constant(undefined),
  fc.constant({ kind: 'all' as const }),
  fc.subarray(SKUS, { minLength: 1 }).map((skus) => ({ kind: 'skus' as const, skus })),
  fc.subarray(GROUPS, { minLength: 1 }).map((groups) => ({ kind: 'groups' as const, groups })),
)

const coupon = fc.record({
  benefit,
  thresholdFen: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_500 })),
  scope,
  stackGroup: fc.constantFrom(undefined, 'shop', 'platform', 'festival'),
  lapsesAt: fc.constantFrom(1, 2, Number.POSITIVE_INFINITY),
})

const subsidy = fc.record({
  benefit: fc.record({ kind: fc.constant('amount' as const), amountFen: fc.integer({ min: 1, max: 900 }) }),
  thresholdFen: fc.constant(0),
  scope,
  lapsesAt: fc.constantFrom(1, 2),
  isSubsidy: fc.constant(true as const),
})

/** Coupons, and subsidies among them unless that is not wanted. */
export const arbitraryOffers = (
  maxOffers = 5,
  { withSubsidies = true }: { withSubsidies?: boolean } = {},
): fc.Arbitrary<Offer[]> => {
  const offer = withSubsidies
    ? fc.oneof({ weight: 3, arbitrary: coupon }, { weight: 1, arbitrary: subsidy })
    : coupon
  return fc
    .array(offer, { maxLength: maxOffers })
    .map((offers) => offers.map((each, i) => ({ ...each, id: `coupon-${i}` })))
}
