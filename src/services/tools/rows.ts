import { and, eq, inArray, type ReadDb, type Tx, toolRow } from '@/src/db'

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
  if (keys.length === 0) return new Map()
  const rows = await db
    .select()
    .from(toolRow)
    .where(
      and(
        inArray(toolRow.toolId, [...new Set(keys.map((k) => k.toolId))]),
        inArray(toolRow.key, [...new Set(keys.map((k) => k.key))]),
      ),
    )
  return new Map(rows.map((row) => [rowText(row), { value: row.value, revision: row.revision }]))
}

/**
 * Writes rows that stood at `revision` when they were read, 0 for one that was not there. Answers
 * false when one of them moved meanwhile; the caller must then roll back.
 */
export async function writeToolRows(
  tx: Tx,
  rows: (RowKey & { value: unknown; revision: number })[],
  now: Date,
): Promise<boolean> {
  for (const { toolId, key, value, revision } of rows) {
    const next = { value, revision: revision + 1, updatedAt: now }
    const written =
      revision === 0
        ? await tx
            .insert(toolRow)
            .values({ toolId, key, ...next })
            .onConflictDoNothing()
            .returning({ key: toolRow.key })
        : await tx
            .update(toolRow)
            .set(next)
            .where(and(eq(toolRow.toolId, toolId), eq(toolRow.key, key), eq(toolRow.revision, revision)))
            .returning({ key: toolRow.key })
    if (written.length === 0) return false
  }
  return true
}
