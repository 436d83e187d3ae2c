import type { Clock } from '@/src/lib/clock'

/** A clock that stands still until it is set. Starts on a running day of 双11, at noon in Shanghai. */
export class FakeClock implements Clock {
  private at = new Date('2026-11-11T04:00:00.000Z')

  now(): Date {
    return new Date(this.at)
  }

  set(instant: string): void {
    this.at = new Date(instant)
  }

  advance(ms: number): void {
    this.at = new Date(this.at.getTime() + ms)
  }
}
