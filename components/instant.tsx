'use client'

import { useLocale } from 'next-intl'
import { wallClockIn } from './shop-time'
import { useShopTimeZone } from './shop-time-zone'

/** An instant as the shop's clock shows it, to the minute: `2026-11-11 20:00`, `11 Nov 2026, 20:00`. */
export function formatInstant(at: string, timeZone: string, locale: string): string {
  if (locale === 'zh-CN') return wallClockIn(timeZone, new Date(at)).slice(0, 16).replace('T', ' ')
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))
}

/** `formatInstant` in the shop's zone and the reader's language. */
export function useFormatInstant(): (at: string) => string {
  const timeZone = useShopTimeZone()
  const locale = useLocale()
  return (at) => formatInstant(at, timeZone, locale)
}

/** Shows an instant (ISO 8601) in the shop's time zone; pointing at it tells the zone. */
export function Instant({ at, className = '' }: { at: string; className?: string }) {
  const format = useFormatInstant()
  const timeZone = useShopTimeZone()
  return (
    <time dateTime={at} title={timeZone} className={`whitespace-nowrap tabular-nums ${className}`}>
      {format(at)}
    </time>
  )
}
