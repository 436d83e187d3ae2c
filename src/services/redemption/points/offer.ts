import type { Offer } from '../price/offer'

/**
 * What points take off, as an order sees it: a subsidy that has its turn after all others, which lapse
 * while this one does not.
 */
export const pointsOffer = (id: string, amountFen: number): Offer => ({
  id,
  benefit: { kind: 'amount', amountFen },
  thresholdFen: 0,
  lapsesAt: Number.POSITIVE_INFINITY,
  isSubsidy: true,
})
