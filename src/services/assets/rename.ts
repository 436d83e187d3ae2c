import type { z } from 'zod'
import { asset, eq } from '@/src/db'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getAsset, toAsset } from './internal'
import { RenameAsset } from './schemas'

/** Calls an upload something else; its address stays. */
export async function renameAsset({ ctx, input }: { ctx: StaffContext; input: z.input<typeof RenameAsset> }) {
  authorise(ctx, 'asset.write')
  const { hash, name } = RenameAsset.parse(input)
  return ctx.db.transaction(async (tx) => {
    const row = await getAsset(tx, hash)
    await tx.update(asset).set({ name }).where(eq(asset.hash, hash))
    await recordAudit(tx, ctx, 'asset.rename', hash, { name })
    return toAsset({ ...row, name })
  })
}
