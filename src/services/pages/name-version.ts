import type { z } from 'zod'
import { and, count, eq, isNotNull, keptVersion, ne, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getPage } from './internal'
import { keepVersion } from './keep-version'
import { NameVersion } from './schemas'

/** A page has at most so many versions with a name: they are never thrown away by themselves. */
const MAX_NAMED_VERSIONS = 50

/**
 * Names a kept version, or keeps the page as it is saved under a name. Answers the version's id.
 * Throws `conflict` when the page was saved since `revision`, and `invalid_input` when there are
 * enough names already.
 */
export async function nameVersion({ ctx, input }: { ctx: StaffContext; input: z.input<typeof NameVersion> }) {
  authorise(ctx, 'page.write')
  const { id, name, ...which } = NameVersion.parse(input)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const row = await getPage(tx, id)
    await requireRoom(tx, id, 'versionId' in which ? which.versionId : '')
    const versionId =
      'versionId' in which
        ? await rename(tx, id, which.versionId, name)
        : await keepVersion(tx, { row: atRevision(row, which.revision), reason: 'named', name, now })
    await recordAudit(tx, ctx, 'page.name_version', id, { versionId, name })
    return { id: versionId }
  })
}

function atRevision<Row extends { id: string; revision: number }>(row: Row, revision: number): Row {
  if (row.revision === revision) return row
  throw new AppError('conflict', `page ${row.id} is at revision ${row.revision}`, [
    { code: 'page_changed', params: { revision: row.revision } },
  ])
}

async function rename(tx: Tx, pageId: string, versionId: string, name: string): Promise<string> {
  const renamed = await tx
    .update(keptVersion)
    .set({ name })
    .where(and(eq(keptVersion.id, versionId), eq(keptVersion.pageId, pageId)))
    .returning({ id: keptVersion.id })
  if (renamed.length === 0) throw new AppError('not_found', `page ${pageId} has no version ${versionId}`)
  return versionId
}

async function requireRoom(tx: Tx, pageId: string, except: string): Promise<void> {
  const [named] = await tx
    .select({ total: count() })
    .from(keptVersion)
    .where(and(eq(keptVersion.pageId, pageId), isNotNull(keptVersion.name), ne(keptVersion.id, except)))
  if ((named?.total ?? 0) < MAX_NAMED_VERSIONS) return
  throw new AppError('invalid_input', `page ${pageId} has ${MAX_NAMED_VERSIONS} named versions`, [
    { code: 'too_many_versions', path: ['name'] },
  ])
}
