import { and, desc, eq, isNull, keptVersion, notInArray, type Tx, type VersionChanges } from '@/src/db'
import { comparePages, type Difference, newPage } from '@/src/document'
import { newId } from '@/src/lib/ids'
import type { PageRow } from './internal'

/** A page keeps at most so many versions that nobody gave a name; the oldest give way. */
export const MAX_UNNAMED_VERSIONS = 50
/** While a page is edited, a version is kept each time as much has passed, ms. */
const KEEP_EVERY_MS = 60 * 60 * 1_000

type Reason = (typeof keptVersion.$inferInsert)['reason']

interface Keep {
  /** The page as it stands. */
  row: PageRow
  reason: Reason
  name?: string
  now: Date
}

/**
 * Keeps the page as it stands, to look at and to go back to; answers the version's id. A revision
 * is kept once: asked for again it takes the new reason, if that says more, and the name.
 */
export async function keepVersion(tx: Tx, { row, reason, name, now }: Keep): Promise<string> {
  const last = await lastKept(tx, row.id)
  if (last?.revision === row.revision) {
    const isMore = reason !== 'hourly' && last.reason === 'hourly'
    if (isMore || name !== undefined) {
      const change = { ...(isMore && { reason }), ...(name !== undefined && { name }) }
      await tx.update(keptVersion).set(change).where(eq(keptVersion.id, last.id))
    }
    return last.id
  }
  const id = newId('kpv', now)
  const before = last ? await definitionOf(tx, last.id) : newPage({ title: row.title, locale: 'zh-CN' })
  const values = {
    id,
    pageId: row.id,
    revision: row.revision,
    definition: row.definition,
    name: name ?? null,
    reason,
    changes: countChanges(comparePages(before ?? row.definition, row.definition)),
    createdBy: row.updatedBy,
    createdAt: row.updatedAt,
  }
  const [kept] = await tx
    .insert(keptVersion)
    .values(values)
    // Somebody kept the same revision at this moment.
    .onConflictDoUpdate({
      target: [keptVersion.pageId, keptVersion.revision],
      set: name === undefined ? { reason } : { name },
    })
    .returning({ id: keptVersion.id })
  await forgetOldest(tx, row.id)
  return kept?.id ?? id
}

/** Keeps what a save is about to replace, when nothing was kept for an hour. */
export async function keepHourly(tx: Tx, row: PageRow, now: Date): Promise<void> {
  // A page that was just made is empty.
  if (row.revision === 1) return
  const last = await lastKept(tx, row.id)
  const isDue = !last || now.getTime() - last.createdAt.getTime() >= KEEP_EVERY_MS
  if (isDue) await keepVersion(tx, { row, reason: 'hourly', now })
}

async function lastKept(tx: Tx, pageId: string) {
  const [last] = await tx
    .select({
      id: keptVersion.id,
      revision: keptVersion.revision,
      reason: keptVersion.reason,
      createdAt: keptVersion.createdAt,
    })
    .from(keptVersion)
    .where(eq(keptVersion.pageId, pageId))
    .orderBy(desc(keptVersion.revision))
    .limit(1)
  return last
}

async function definitionOf(tx: Tx, id: string) {
  const [row] = await tx
    .select({ definition: keptVersion.definition })
    .from(keptVersion)
    .where(eq(keptVersion.id, id))
  return row?.definition
}

function countChanges(differences: readonly Difference[]): VersionChanges {
  const count = (...kinds: Difference['kind'][]) =>
    differences.filter((difference) => kinds.includes(difference.kind)).length
  const changed = new Set(differences.flatMap((one) => (one.kind === 'changed' ? [one.id] : [])))
  return {
    added: differences.reduce((sum, one) => sum + (one.kind === 'added' ? one.count : 0), 0),
    removed: differences.reduce((sum, one) => sum + (one.kind === 'removed' ? one.count : 0), 0),
    moved: count('moved', 'reordered'),
    changed: changed.size,
  }
}

async function forgetOldest(tx: Tx, pageId: string): Promise<void> {
  const unnamed = and(eq(keptVersion.pageId, pageId), isNull(keptVersion.name))
  const newest = await tx
    .select({ id: keptVersion.id })
    .from(keptVersion)
    .where(unnamed)
    .orderBy(desc(keptVersion.revision))
    .limit(MAX_UNNAMED_VERSIONS)
  if (newest.length < MAX_UNNAMED_VERSIONS) return
  const ids = newest.map((row) => row.id)
  await tx.delete(keptVersion).where(and(unnamed, notInArray(keptVersion.id, ids)))
}
