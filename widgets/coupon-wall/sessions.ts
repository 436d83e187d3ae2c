import type { Now } from '../kit/tool'
import type { CouponWallConfig } from './config'

/** One session of one day: from its start until before the next one's, or before the day is over. */
export interface Session {
  /** Names it apart from every other: `2026-11-11 20:00`. */
  key: string
  startsAt: Date
  endsAt: Date
}

function startsOf({ sessions = [] }: CouponWallConfig): number[] {
  return sessions.map(({ hour, minute }) => hour * 60 + minute).sort((a, b) => a - b)
}

/** The day's sessions in their order. */
export function sessionsOf(config: CouponWallConfig, { day, nextDayAt, instantAt }: Now): Session[] {
  // Most walls have none, and every claim asks.
  if (!config.sessions?.length) return []
  const digits = (value: number) => String(value).padStart(2, '0')
  return startsOf(config).map((start, i, starts) => {
    const end = starts[i + 1]
    return {
      key: `${day} ${digits(Math.floor(start / 60))}:${digits(start % 60)}`,
      startsAt: instantAt(start, 0),
      endsAt: end === undefined ? nextDayAt : instantAt(end, 0),
    }
  })
}

/** The session that runs now; none before the first of the day. */
export function sessionAt(config: CouponWallConfig, now: Now): Session | undefined {
  return sessionsOf(config, now).find(({ startsAt, endsAt }) => startsAt <= now.at && now.at < endsAt)
}

/** When the next session begins, today or tomorrow; undefined when there are none at all. */
export function nextSessionAt(config: CouponWallConfig, now: Now): Date | undefined {
  const later = sessionsOf(config, now).find(({ startsAt }) => startsAt > now.at)
  if (later) return later.startsAt
  return firstSessionTomorrow(config, now)
}

export function firstSessionTomorrow(config: CouponWallConfig, { instantAt }: Now): Date | undefined {
  const [first] = startsOf(config)
  return first === undefined ? undefined : instantAt(first, 1)
}
