import { type InstantParts, instantParts } from '../instant-text'
import type { ByLocale, Locale } from '../messages'
import { timeLeft } from '../time-left'
import { useHost } from '../view'

const DAY_MS = 86_400_000

type Words = {
  tomorrow: string
  date: (at: InstantParts) => string
  days: (days: number) => string
}

const zh: Words = {
  tomorrow: '明天 ',
  date: ({ month, day }) => `${month}月${day}日 `,
  days: (days) => `${days} 天 `,
}

const en: Words = {
  tomorrow: 'tomorrow ',
  date: ({ month, day }) => `${day}/${month} `,
  days: (days) => `${days}d `,
}

const WORDS: ByLocale<Words> = { 'zh-CN': zh, en }

/** The instant's calendar day in the zone, such that equal days are equal texts. */
export function dayOf(at: number | string, timeZone: string): string {
  const { year, month, day } = instantParts(new Date(at).toISOString(), timeZone)
  return `${year}.${month}.${day}`
}

/**
 * When something is, as one says it: `20:00` today, `明天 10:00`, `11月12日 10:00`. Without `now`
 * (ms), which a first drawing does not know, always with the date.
 */
export function whenText(locale: Locale, iso: string, timeZone: string, now?: number): string {
  const words = WORDS[locale]
  const at = instantParts(iso, timeZone)
  const day = dayOf(iso, timeZone)
  const clock = `${at.hour}:${at.minute}`
  if (now && day === dayOf(now, timeZone)) return clock
  if (now && day === dayOf(now + DAY_MS, timeZone)) return words.tomorrow + clock
  return words.date(at) + clock
}

/** `whenText` in the page's language and the shop's zone. */
export function useWhen(now?: number): (iso: string) => string {
  const { locale, timeZone } = useHost()
  return (iso) => whenText(locale, iso, timeZone, now)
}

/** The time left until an instant as a clock that counts down: `2 天 03:04:05`. */
export function leftText(locale: Locale, iso: string, now: number): string {
  const { days, clock } = timeLeft(Date.parse(iso), now)
  return (days > 0 ? WORDS[locale].days(days) : '') + clock.join(':')
}
