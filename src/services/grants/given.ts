import type { Given } from '@/schemas/outcome'
import type { RewardTerms } from '@/schemas/reward'
import { calendarDay } from '@/src/lib/clock'
import { validUntil } from '../rewards/internal'

/** What one of the reward gives, before a partner's code is known. `amountFen` is a drawn amount. */
export function givenBy(terms: RewardTerms, amountFen?: number): Given {
  switch (terms.kind) {
    case 'coupon': {
      const { kind, amountFen, thresholdFen, off } = terms
      return { kind, amountFen, thresholdFen, ...(off && off.kind !== 'amount' && { off }) }
    }
    case 'cash':
      return { kind: 'cash', amountFen: amountFen ?? terms.amountFen }
    case 'points':
      return { kind: 'points', points: terms.points }
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
    case 'partner_voucher':
      return validUntil(terms.validity, at)
    case 'points':
      return calendarDay(timeZone, at).startAfter(terms.validDays + 1)
    case 'cash':
    case 'physical':
      return null
  }
}
