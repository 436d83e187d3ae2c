import type { z } from 'zod'
import { and, eq, keptVersion } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { GetVersion } from './schemas'

/** One kept version of a page with its definition. Throws `not_found`. */
export async function readVersion({ ctx, input }: { ctx: StaffContext; input: z.input<typeof GetVersion> }) {
  authorise(ctx, 'page.read')
  const { id, versionId } = GetVersion.parse(input)
  const [row] = await ctx.db.read
    .select()
    .from(keptVersion)
    .where(and(eq(keptVersion.id, versionId), eq(keptVersion.pageId, id)))
  if (!row) throw new AppError('not_found', `page ${id} has no version ${versionId}`)
  const { revision, name, reason, createdAt, definition } = row
  return { id: versionId, revision, name, reason, createdAt, definition }
}
