import type { Given } from '@/schemas/outcome'
import type { RewardTerms } from '@/schemas/reward'
import { calendarDay } from '@/src/lib/clock'
import { newId } from '@/src/lib/ids'
import { validUntil } from '../rewards/internal'
import type { Lot } from '../wallets/state'

interface GivenOn {
  /** A drawn amount. */
  amountFen?: number | undefined
  /** When, and in which zone the shop's days are. */
  at: Date
  timeZone: string
}

/** What one of the reward gives, before a partner's code is known. */
export function givenBy(terms: RewardTerms, { amountFen, at, timeZone }: GivenOn): Given {
  switch (terms.kind) {
    case 'coupon': {
      const { kind, amountFen, thresholdFen, off } = terms
      return { kind, amountFen, thresholdFen, ...(off && off.kind !== 'amount' && { off }) }
    }
    case 'cash':
      return { kind: 'cash', amountFen: amountFen ?? terms.amountFen }
    case 'subsidy':
      return { kind: 'subsidy', amountFen: terms.amountFen }
    case 'points': {
      const { kind, points, pendingDays } = terms
      if (pendingDays === undefined) return { kind, points }
      // All that came in on one day can be spent from one instant.
      const availableAt = calendarDay(timeZone, at).startAfter(pendingDays + 1)
      return { kind, points, availableAt: availableAt.toISOString() }
    }
    case 'partner_voucher':
      return { kind: 'partner_voucher', partner: terms.partner, code: '', howToUse: terms.howToUse }
    case 'physical':
      return { kind: 'physical', image: terms.image, hasAddress: false }
  }
}

/**
 * When what is granted at `at` lapses; null when it does not. Points lapse at the end of a day of the
 * shop's, so that all that came in on one day go together.
 */
export function expiryOf(terms: RewardTerms, at: Date, timeZone: string): Date | null {
  switch (terms.kind) {
    case 'coupon':
    case 'subsidy':
    case 'partner_voucher':
      return validUntil(terms.validity, at)
    case 'points':
      return calendarDay(timeZone, at).startAfter(terms.validDays + 1)
    case 'cash':
    case 'physical':
      return null
  }
}

/** The points that a grant gave, as they lie in the wallet. */
export function lotOf(
  { points, availableAt }: Extract<Given, { kind: 'points' }>,
  { expiresAt, at }: { expiresAt: Date; at: Date },
): Lot {
  return {
    id: newId('lot', at),
    points,
    left: points,
    expiresAt,
    availableAt: availableAt === undefined ? null : new Date(availableAt),
  }
}
