export interface TimeLeft {
  days: number
  /** Two digits each: hours, minutes, seconds. */
  clock: [string, string, string]
}

/** The time from `now` until `target`, both in ms, in whole seconds rounded up; nothing below zero. */
export function timeLeft(target: number, now: number): TimeLeft {
  const seconds = Math.max(0, Math.ceil((target - now) / 1000))
  const digits = (value: number) => String(value).padStart(2, '0')
  return {
    days: Math.floor(seconds / 86_400),
    clock: [
      digits(Math.floor(seconds / 3_600) % 24),
      digits(Math.floor(seconds / 60) % 60),
      digits(seconds % 60),
    ],
  }
}
