import type { z } from 'zod'
import { asset, assetFolder, count, eq } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { requireFolder } from './internal'
import { DeleteFolder } from './schemas'

/** Takes an empty folder away. Throws `wrong_state` while anything lies in it. */
export async function deleteFolder({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof DeleteFolder>
}) {
  authorise(ctx, 'asset.write')
  const { id } = DeleteFolder.parse(input)
  return ctx.db.transaction(async (tx) => {
    await requireFolder(tx, id)
    const [held] = await tx.select({ assets: count() }).from(asset).where(eq(asset.folderId, id))
    const assets = held?.assets ?? 0
    if (assets > 0) {
      throw new AppError('wrong_state', `folder ${id} holds ${assets}`, [
        { code: 'folder_not_empty', params: { assets } },
      ])
    }
    await tx.delete(assetFolder).where(eq(assetFolder.id, id))
    await recordAudit(tx, ctx, 'assetFolder.delete', id)
    return { id }
  })
}
