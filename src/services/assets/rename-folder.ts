import type { z } from 'zod'
import { assetFolder, eq, isUniqueViolation } from '@/src/db'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { nameTaken, requireFolder } from './internal'
import { RenameFolder } from './schemas'

/** Throws `already_exists` when another folder has this name, `not_found` when it is gone. */
export async function renameFolder({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof RenameFolder>
}) {
  authorise(ctx, 'asset.write')
  const { id, name } = RenameFolder.parse(input)
  try {
    return await ctx.db.transaction(async (tx) => {
      await requireFolder(tx, id)
      await tx.update(assetFolder).set({ name }).where(eq(assetFolder.id, id))
      await recordAudit(tx, ctx, 'assetFolder.rename', id, { name })
      return { id, name }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw nameTaken(name)
  }
}
