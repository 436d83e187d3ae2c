import type { Trace } from '@/schemas/decision'
import type { Outcome } from '@/schemas/outcome'
import { chunksOf, type Database, decision, sql } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import type { Logger } from '@/src/lib/log'

/** Different refusals that wait to be written at most; what comes on top is counted and dropped. */
const MAX_WAITING = 10_000
/** Rows written in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 200
const FLUSH_EVERY_MS = 1_000

/** An action of a member's that gave them nothing, as it was answered. */
export interface Refused {
  memberId: string
  toolId: string
  campaignId: string
  action: string
  status: Outcome['status'] | 'not_shown'
  /** What refused, where it has a name. */
  rule: string
  trace: Trace
}

type Row = typeof decision.$inferInsert

export interface DecisionLog {
  /** Remembers a refusal at an instant, to be written soon. Takes no time of the answer's. */
  note: (refused: Refused, at: Date) => void
  /** Writes what was noted. Never throws: what could not be written waits for the next time. */
  flush: () => Promise<void>
  /** Flushes every second from now on. */
  start: () => void
  /** Flushes a last time. */
  stop: () => Promise<void>
}

export interface DecisionLogOptions {
  db: Database
  timeZone: string
  log: Logger
  maxWaiting?: number
}

/**
 * Keeps why members got nothing, off the transaction that decided it: whoever taps a hundred times
 * on what is sold out is one row, and a rush of refusals costs the claims that do get something
 * next to nothing.
 */
export function createDecisionLog(options: DecisionLogOptions): DecisionLog {
  const { db, timeZone, log, maxWaiting = MAX_WAITING } = options
  let waiting = new Map<string, Row>()
  let dropped = 0
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const keep = (row: Row) => {
    const key = keyOf(row)
    const known = waiting.get(key)
    if (known) waiting.set(key, joined(known, row))
    else if (waiting.size < maxWaiting) waiting.set(key, row)
    else dropped += row.times
  }

  const write = async () => {
    if (dropped > 0) log.warn({ dropped }, 'refusals were not noted: too many at once')
    dropped = 0
    const rows = [...waiting.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    waiting = new Map()
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      try {
        await writeRows(db, rows.slice(at, at + AT_ONCE))
      } catch (err) {
        log.error({ err, rows: rows.length - at }, 'refusals could not be noted yet')
        for (const row of rows.slice(at)) keep(row)
        return
      }
    }
  }

  // One after the other: two at once would write the same rows in transactions of their own.
  const flush = () => {
    writing = writing.then(write)
    return writing
  }

  return {
    note: (refused, at) => {
      const { day } = calendarDay(timeZone, at)
      keep({ ...refused, day, times: 1, firstAt: at, lastAt: at })
    },
    flush,
    start: () => {
      timer = setInterval(flush, FLUSH_EVERY_MS)
      timer.unref()
    },
    stop: () => {
      clearInterval(timer)
      return flush()
    },
  }
}

// A NUL occurs in none of the parts.
const keyOf = (r: Row) => [r.memberId, r.day, r.toolId, r.action, r.status, r.rule].join('\0')

/** What could not be written comes back after what was noted since, so either may be the later one. */
function joined(one: Row, other: Row): Row {
  const [earlier, later] = one.lastAt <= other.lastAt ? [one, other] : [other, one]
  return { ...later, times: earlier.times + later.times, firstAt: earlier.firstAt }
}

/** Rows come sorted by their key, so that processes writing at the same time never wait in a ring. */
async function writeRows(db: Database, rows: Row[]): Promise<void> {
  const { memberId, day, toolId, action, status, rule } = decision
  await db.transaction(async (tx) => {
    for (const part of chunksOf(rows)) {
      await tx
        .insert(decision)
        .values(part)
        .onConflictDoUpdate({
          target: [memberId, day, toolId, action, status, rule],
          set: {
            times: sql`${decision.times} + excluded.times`,
            lastAt: sql`excluded.last_at`,
            trace: sql`excluded.trace`,
          },
        })
    }
  })
}
