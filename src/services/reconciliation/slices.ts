import { setImmediate } from 'node:timers/promises'
import { and, asc, type Column, count, gt, lte, type ReadDb, type SQL, sql } from '@/src/db'

/** Rows read by one statement: on SQLite some ten milliseconds, in which nobody is answered. */
const ROWS = 5_000

export interface Slice {
  /** That a column which holds the same keys lies in this slice. */
  holds: (key: Column) => SQL | undefined
  /** How many rows of the table it was cut from are in it. */
  rows: number
}

/**
 * Cuts all keys there can be into slices, each with at most 5,000 rows of the column's table. Other
 * work of the process goes on between two of them.
 *
 * @throws the signal's reason once it is aborted.
 */
export async function* slicesOf(db: ReadDb, key: Column, signal?: AbortSignal): AsyncGenerator<Slice> {
  let after = ''
  for (;;) {
    signal?.throwIfAborted()
    const start = after
    const next = db
      .select({ key: sql<string>`${key}`.as('key') })
      .from(key.table)
      .where(gt(key, start))
      .orderBy(asc(key))
      .limit(ROWS)
      .as('next')
    const [cut] = await db.select({ last: sql<string | null>`max(${next.key})`, rows: count() }).from(next)
    const last = cut?.last ?? ''
    const rows = cut?.rows ?? 0
    if (rows < ROWS) {
      // Open at its end: no key of another table is left out for coming after this one's last.
      yield { rows, holds: (column) => gt(column, start) }
      return
    }
    yield { rows, holds: (column) => and(gt(column, start), lte(column, last)) }
    after = last
    await setImmediate()
  }
}
