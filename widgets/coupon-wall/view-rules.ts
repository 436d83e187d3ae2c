import { type InstantParts, instantParts } from '../kit/instant-text'
import type { Locale } from '../kit/messages'
import { termsText, validityText } from '../kit/play/validity-text'
import { viewMessages } from './messages'
import type { CouponWallState } from './state'

/** The wall's rules in words, from nothing but how it is configured. */
export function rulesText(state: CouponWallState, locale: Locale, timeZone: string): string[] {
  const words = viewMessages[locale].rules
  const at = (iso: string): InstantParts => instantParts(iso, timeZone)
  const times = state.sessions.map(({ startsAt }) => `${at(startsAt).hour}:${at(startsAt).minute}`)
  return [
    words.window(at(state.startsAt), at(state.endsAt)),
    ...(times.length > 0 ? [words.sessions(times)] : []),
    ...state.coupons.map(({ title, face, limit, dayLimit }) =>
      words.coupon(
        title,
        face.kind === 'coupon' ? termsText(locale, face).join('') : '',
        limit,
        dayLimit,
        'validity' in face ? validityText(locale, face.validity, timeZone, undefined) : '',
      ),
    ),
    words.firstCome,
    words.where,
  ]
}
