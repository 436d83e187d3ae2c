import type { z } from 'zod'
import { assetFolder, count, isUniqueViolation } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { nameTaken } from './internal'
import { MAX_FOLDERS } from './list-folders'
import { CreateFolder } from './schemas'

/** Makes an empty folder. Throws `already_exists` when one has this name, `wrong_state` beyond 200. */
export async function createFolder({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof CreateFolder>
}) {
  const staff = authorise(ctx, 'asset.write')
  const { name } = CreateFolder.parse(input)
  const now = ctx.clock.now()
  const id = newId('fld', now)
  try {
    return await ctx.db.transaction(async (tx) => {
      const [folders] = await tx.select({ made: count() }).from(assetFolder)
      if ((folders?.made ?? 0) >= MAX_FOLDERS)
        throw new AppError('wrong_state', 'too many folders', [{ code: 'too_many_folders' }])
      await tx.insert(assetFolder).values({ id, name, createdBy: staff.id, createdAt: now })
      await recordAudit(tx, ctx, 'assetFolder.create', id, { name })
      return { id, name }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw nameTaken(name)
  }
}
