/*
 * `npm run reconcile`: checks the books of an installation, which may be running meanwhile, and those
 * of each rehearsal that is open in it, which are books of their own; ends with 0 when they agree, 1 when they do not, 2 when they could not be checked.
 */
import { readSnapshot, urlBeside } from '@/src/db'
import { readEnv } from '@/src/lib/env'
import { type Reconciliation, reconcile } from '@/src/services/reconciliation'
import { rehearsalsWithBooks } from '@/src/services/rehearsals'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Rows as columns that stand below each other. */
function asTable(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function report({ checked, differenceCount, differences }: Reconciliation): void {
  if (differenceCount === 0) {
    say(asTable(Object.entries(checked).map(([check, rows]) => [check, `${rows} rows`])))
    say('\nThe books agree.')
    return
  }
  const rows = differences.map(({ check, subject, kept, counted }) => [
    check,
    subject,
    `${kept}`,
    `${counted}`,
  ])
  say(asTable([['check', 'subject', 'kept', 'counted'], ...rows]))
  const more = differenceCount - differences.length
  say(
    `\nThe books do not agree: ${differenceCount} differences${more > 0 ? `, ${more} of them not shown` : ''}.`,
  )
}

try {
  const url = readEnv().DATABASE_URL
  const { result, rehearsals } = await readSnapshot(url, async (read) => ({
    result: await reconcile(read),
    rehearsals: await rehearsalsWithBooks(read),
  }))
  report(result)
  let differences = result.differenceCount
  for (const id of rehearsals) {
    const rehearsed = await readSnapshot(urlBeside(url, id), (read) => reconcile(read))
    say(`\nThe rehearsal ${id}:`)
    report(rehearsed)
    differences += rehearsed.differenceCount
  }
  process.exitCode = differences === 0 ? 0 : 1
} catch (error) {
  process.stderr.write(`The books cannot be checked: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 2
}
