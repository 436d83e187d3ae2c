import { entry, grant, hold, redemption, reversal, type SQL, sql } from '@/src/db'
import { type Check, compareEach } from '../sides'

// Money that one redemption or reversal moves from or to several accounts names the account too.
const cause = ['allocated', 'reserved', 'contingency', 'overdraft'].reduce(
  (id, kind) => sql`replace(${id}, ${`:${kind}`}, '')`,
  sql`${entry.causeId}`,
)
const of = (table: typeof grant | typeof hold | typeof redemption | typeof reversal) =>
  sql`exists (select 1 from ${table} where ${table.id} = ${cause})`

/** What the entries of a cause must name; those of staff name what staff asked for, which is not kept. */
const NAMED: [cause: (typeof entry.$inferSelect)['cause'], exists: SQL][] = [
  ['reservation', of(grant)],
  ['hold', of(hold)],
  ['release', sql`${of(hold)} or ${of(grant)} or ${of(redemption)}`],
  ['redemption', sql`${of(grant)} or ${of(redemption)}`],
  ['shortfall', of(redemption)],
  ['reversal', of(reversal)],
]
const isNamed = sql.join(
  NAMED.map(([name, exists]) => sql`when ${entry.cause} = ${name} then ${exists}`),
  sql` `,
)

/** Each entry names a grant, hold, redemption or reversal that is there. */
export const entryCauses: Check = {
  name: 'entry_causes',
  run: (books, found) =>
    compareEach(books, found, entry.id, [
      {
        key: entry.id,
        subject: entry.id,
        kept: sql`1`,
        counted: sql`case when (case ${isNamed} else ${entry.causeId} <> '' end) then 1 else 0 end`,
      },
    ]),
}
