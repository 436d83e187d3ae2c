/** @jsxImportSource preact */
import { type InstantParts, instantParts } from '../kit/instant-text'
import type { Locale } from '../kit/messages'
import { RuleList } from '../kit/play/rule-list'
import { termsText } from '../kit/play/terms-text'
import { validityText } from '../kit/play/validity-text'
import { useHost } from '../kit/view'
import { rulesMessages } from './messages-rules'
import type { CouponWallState } from './state'

/** The wall's rules in words, from nothing but how it is configured. */
export function rulesText(state: CouponWallState, locale: Locale, timeZone: string): string[] {
  const words = rulesMessages[locale]
  const at = (iso: string): InstantParts => instantParts(iso, timeZone)
  const times = state.sessions.map(({ startsAt }) => `${at(startsAt).hour}:${at(startsAt).minute}`)
  return [
    words.window(at(state.startsAt), at(state.endsAt)),
    ...(times.length > 0 ? [words.sessions(times)] : []),
    ...state.coupons.map(({ title, face, limit, dayLimit }) =>
      words.coupon(
        title,
        face.kind === 'coupon' ? termsText(locale, face).join(' ') : '',
        limit,
        dayLimit,
        'validity' in face ? validityText(locale, face.validity, timeZone, undefined) : '',
      ),
    ),
    words.firstCome,
    words.where,
  ]
}

export function WallRules({ state }: { state: CouponWallState }) {
  const { locale, timeZone } = useHost()
  return <RuleList items={rulesText(state, locale, timeZone)} />
}
