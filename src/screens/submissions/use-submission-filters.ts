'use client'

import { instantOfWallClock } from '@/components/shop-time'
import { useShopTimeZone } from '@/components/shop-time-zone'
import { useUrlFilters } from '@/src/client/use-url-filters'

const FILTERS = ['search', 'from', 'to'] as const
const DAY_MS = 24 * 3_600_000

/** Which submissions of a form are looked at, as the address says, and as the server is asked. */
export function useSubmissionFilters(toolId: string) {
  const timeZone = useShopTimeZone()
  const url = useUrlFilters(FILTERS)
  const { search, from, to } = url.filters
  const asked = {
    toolId,
    search: search.trim() || undefined,
    from: startOf(timeZone, from),
    until: startOf(timeZone, dayAfter(to)),
  }
  return { ...url, asked }
}

/** When a day begins in the shop; undefined for what is no day, as somebody may have typed it. */
function startOf(timeZone: string, day: string): string | undefined {
  const isDay = /^20\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
  return isDay ? instantOfWallClock(timeZone, `${day}T00:00:00`).toISOString() : undefined
}

function dayAfter(day: string): string {
  const at = Date.parse(day)
  return Number.isNaN(at) ? '' : new Date(at + DAY_MS).toISOString().slice(0, 10)
}
