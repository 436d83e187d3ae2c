import { change, eq, insertion, lookup, type ReadDb, sql, type Tx, toolRow } from '@/src/db'

/** One of a tool's own rows. */
export interface RowKey {
  toolId: string
  key: string
}

export interface StoredRow {
  value: unknown
  revision: number
}

export const rowText = ({ toolId, key }: RowKey) => `${toolId}\0${key}`

/** The rows by `rowText`; one that was never written is absent. */
export async function readToolRows(db: ReadDb, keys: RowKey[]): Promise<Map<string, StoredRow>> {
  const rows = await db.find(byKey, keys)
  return new Map(rows.map((row) => [rowText(row), { value: row.value, revision: row.revision }]))
}

const byKey = lookup(toolRow, ['toolId', 'key'])

/**
 * Writes rows that stood at `revision` when they were read, 0 for one that was not there. Answers
 * false when one of them moved meanwhile; the caller must then roll back.
 */
export async function writeToolRows(
  tx: Tx,
  rows: (RowKey & { value: unknown; revision: number })[],
  now: Date,
): Promise<boolean> {
  const isNew = ({ revision }: { revision: number }) => revision === 0
  // A row that one process finds and another does not is committed between the two, so that new ones
  // first, each part in its order, is one order for both.
  const fresh = rows.filter(isNew).map((row) => ({ ...row, revision: 1, updatedAt: now }))
  if ((await tx.put(writeOnce, fresh)) < fresh.length) return false
  const known = rows.filter((row) => !isNew(row)).map((row) => ({ ...row, updatedAt: now }))
  return (await tx.change(writeNext, known)) === known.length
}

const writeOnce = insertion(toolRow, 'leaves')

const writeNext = change(toolRow, ['toolId', 'key'], {
  given: { value: toolRow.value, revision: toolRow.revision, updatedAt: toolRow.updatedAt },
  set: ({ value, revision, updatedAt }) => ({ value, revision: sql`${revision} + 1`, updatedAt }),
  setWhere: ({ revision }) => eq(toolRow.revision, revision),
})
