import { dayIn } from '@/src/lib/clock'
import type { CountedViews, RuntimeDeps } from './deps'

/** Counts are handed over this often, ms. */
const FLUSH_MS = 5000
/** More links than this between two flushes are not told apart; the rest goes uncounted. */
const MAX_LINKS = 10_000

const ROBOT = /bot\b|spider|crawl|slurp|preview|facebookexternalhit|curl\/|wget\/|monitor|lighthouse/i

interface Headers {
  'user-agent'?: string | undefined
  purpose?: string | string[] | undefined
  'sec-purpose'?: string | string[] | undefined
}

/**
 * Counts views on the server, because static pages have no script. A view is a GET of the page
 * that was answered with the page, or with 304 by somebody who looks at it again. What is none:
 * HEAD, the redirect that takes a ticket out of the address, errors, definition.json, pages a
 * browser fetches ahead, and clients that say they are robots or link previews.
 */
export class ViewCounter {
  private counts = new Map<string, Map<string, number>>()
  private day = ''
  private dayUntil = 0
  private readonly timer: ReturnType<typeof setInterval>

  constructor(private readonly deps: Pick<RuntimeDeps, 'recordViews' | 'timeZone' | 'now' | 'log'>) {
    this.timer = setInterval(() => void this.flush(), FLUSH_MS)
    this.timer.unref()
  }

  count(slug: string, headers: Headers): void {
    if (headers.purpose || headers['sec-purpose']) return
    const agent = headers['user-agent']
    if (agent && ROBOT.test(agent)) return
    const day = this.today()
    const links = this.counts.get(day) ?? new Map<string, number>()
    this.counts.set(day, links)
    if (links.size < MAX_LINKS || links.has(slug)) links.set(slug, (links.get(slug) ?? 0) + 1)
  }

  /** Hands over what was counted. What cannot be stored is kept for the next time. */
  async flush(): Promise<void> {
    const counted = this.counts
    if (counted.size === 0) return
    this.counts = new Map()
    const views: CountedViews[] = [...counted].flatMap(([day, links]) =>
      [...links].map(([slug, n]) => ({ slug, day, views: n })),
    )
    try {
      await this.deps.recordViews(views)
    } catch (err) {
      this.deps.log.warn({ err }, 'views could not be stored; they are kept for now')
      for (const { day, slug, views: n } of views) this.restore(day, slug, n)
    }
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.flush()
  }

  private restore(day: string, slug: string, n: number): void {
    const links = this.counts.get(day) ?? new Map<string, number>()
    this.counts.set(day, links.set(slug, (links.get(slug) ?? 0) + n))
  }

  /** Working out the day costs more than sending a page, and days change on full minutes only. */
  private today(): string {
    const now = this.deps.now()
    if (now >= this.dayUntil || now < this.dayUntil - 60_000) {
      this.day = dayIn(this.deps.timeZone, new Date(now))
      this.dayUntil = Math.floor(now / 60_000) * 60_000 + 60_000
    }
    return this.day
  }
}
