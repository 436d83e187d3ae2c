import type { BookCheck } from '@/schemas/reconciliation'
import { and, type Column, type ReadDb, type SQL, sql } from '@/src/db'
import type { Found, Relation } from './found'
import { slicesOf } from './slices'

/**
 * Rows of one table, each an amount of some subject. Of two sides that should agree, one is `kept`
 * and the others are what is `counted`; a subject that only one side knows differs from nothing.
 */
export interface Side {
  /** The key the rows are read by, of an index; its table is the one that is read. */
  key: Column
  /** What is read beside each of its rows: `inner join …`. */
  join?: SQL
  subject: Column | SQL
  kept?: Column | SQL
  counted?: Column | SQL
  where?: SQL
}

export interface Books {
  db: ReadDb
  signal?: AbortSignal
}

const kept = sql<number>`sum(kept)`.mapWith(Number)
const counted = sql<number>`sum(counted)`.mapWith(Number)
const subject = sql<string>`subject`

const amounts = (side: Side, within: SQL | undefined) => sql`
  select ${side.subject} as subject, ${side.kept ?? sql`0`} as kept, ${side.counted ?? sql`0`} as counted
  from ${side.key.table} ${side.join ?? sql``} where ${and(within, side.where)}`

/**
 * Compares the totals of subjects of which there are few, such as accounts or rewards: each side is
 * read by its own key, and the sums are put together here.
 */
export async function compareTotals(
  { db, signal }: Books,
  found: Found,
  sides: Side[],
  relation: Relation = 'same',
): Promise<void> {
  const totals = new Map<string, { kept: number; counted: number }>()
  for (const side of sides) {
    for await (const slice of slicesOf(db, side.key, signal)) {
      found.checked += slice.rows
      const rows = await db
        .select({ subject, kept, counted })
        .from(sql`(${amounts(side, slice.holds(side.key))}) as side`)
        .groupBy(subject)
      for (const row of rows) {
        const total = totals.get(row.subject) ?? { kept: 0, counted: 0 }
        totals.set(row.subject, { kept: total.kept + row.kept, counted: total.counted + row.counted })
      }
    }
  }
  for (const [of, total] of totals) found.compare(of, total.kept, total.counted, relation)
}

/**
 * Compares subjects of which there are many, such as members or grants. All sides are read by keys
 * of one kind, slice by slice of `spine`'s table, and the database answers only where the two are not the same.
 */
export async function compareEach(
  { db, signal }: Books,
  found: Found,
  spine: Column,
  sides: Side[],
  relation: Relation = 'same',
): Promise<void> {
  for await (const slice of slicesOf(db, spine, signal)) {
    found.checked += slice.rows
    const all = sides.map((side) => amounts(side, slice.holds(side.key)))
    const rows = await db
      .select({ subject, kept, counted })
      .from(sql`(${sql.join(all, sql` union all `)}) as sides`)
      .groupBy(subject)
      .having(sql`sum(kept) <> sum(counted)`)
    for (const row of rows) found.compare(row.subject, row.kept, row.counted, relation)
  }
}

/** A check of the books: one thing that must be so whatever happened. */
export interface Check {
  name: BookCheck
  run: (books: Books, found: Found) => Promise<void>
}
