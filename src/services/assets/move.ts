import type { z } from 'zod'
import { and, asset, inArray, isNull } from '@/src/db'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { requireFolder } from './internal'
import { MoveAssets } from './schemas'

/** Puts uploads into a folder, or into none; answers how many there were. Throws `not_found`. */
export async function moveAssets({ ctx, input }: { ctx: StaffContext; input: z.input<typeof MoveAssets> }) {
  authorise(ctx, 'asset.write')
  const { hashes, folderId } = MoveAssets.parse(input)
  return ctx.db.transaction(async (tx) => {
    if (folderId !== null) await requireFolder(tx, folderId)
    const moved = await tx
      .update(asset)
      .set({ folderId })
      .where(and(inArray(asset.hash, hashes), isNull(asset.deletedAt)))
      .returning({ hash: asset.hash })
    await recordAudit(tx, ctx, 'asset.move', folderId ?? 'none', { hashes: moved.map(({ hash }) => hash) })
    return { moved: moved.length }
  })
}
