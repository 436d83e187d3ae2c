import type { Validity } from '../../../schemas/reward'
import type { ByLocale, Locale } from '../messages'
import { dayOf } from './when-text'

const DAY_MS = 86_400_000

interface Words {
  days: (days: number) => string
  until: (date: string) => string
  today: string
  tomorrow: string
  forever: string
}

const zh: Words = {
  days: (days) => `领取后 ${days} 天有效`,
  until: (date) => `有效期至 ${date}`,
  today: '今日到期',
  tomorrow: '明日到期',
  forever: '长期有效',
}

const en: Words = {
  days: (days) => `Valid ${days} ${days === 1 ? 'day' : 'days'}`,
  until: (date) => `Until ${date}`,
  today: 'Last day',
  tomorrow: 'Until tomorrow',
  forever: 'Does not lapse',
}

const WORDS: ByLocale<Words> = { 'zh-CN': zh, en }

/** True when something that lapses at this instant can be used today for the last time. */
export function isLastDay(expiresAt: string, timeZone: string, now: number | undefined): boolean {
  // What lapses at midnight lapses today.
  return now !== undefined && dayOf(Date.parse(expiresAt) - 1, timeZone) === dayOf(now, timeZone)
}

/** How long a reward lasts once it is held; `now` in ms, when it is known. Null: it does not lapse. */
export function expiryText(
  locale: Locale,
  expiresAt: string | null,
  timeZone: string,
  now: number | undefined,
): string {
  const words = WORDS[locale]
  if (expiresAt === null) return words.forever
  if (isLastDay(expiresAt, timeZone, now)) return words.today
  if (now !== undefined && isLastDay(expiresAt, timeZone, now + DAY_MS)) return words.tomorrow
  return words.until(dayOf(Date.parse(expiresAt) - 1, timeZone))
}

/** How long a reward will last for whoever gets it at `now`. */
export function validityText(
  locale: Locale,
  validity: Validity,
  timeZone: string,
  now: number | undefined,
): string {
  return validity.kind === 'days'
    ? WORDS[locale].days(validity.days)
    : expiryText(locale, validity.until, timeZone, now)
}
