import type { z } from 'zod'
import { asset, eq } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getAsset } from './internal'
import { DeleteAsset } from './schemas'
import { catchUpUses, pagesUsing } from './uses'

/** Named one by one when they stand in the way. */
const PAGES_NAMED = 20

/**
 * Takes an upload out of the library. Its address goes on answering: versions that may be
 * restored, tools, and phones with a page open may show it. Throws `wrong_state` naming the pages
 * while a draft or what is published uses it.
 */
export async function deleteAsset({ ctx, input }: { ctx: StaffContext; input: z.input<typeof DeleteAsset> }) {
  authorise(ctx, 'asset.write')
  const { hash } = DeleteAsset.parse(input)
  await catchUpUses(ctx)
  const deletedAt = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    await getAsset(tx, hash)
    const pages = await pagesUsing(tx, hash, PAGES_NAMED)
    if (pages.length > 0) {
      throw new AppError(
        'wrong_state',
        `asset ${hash} is used`,
        pages.map(({ id, title }) => ({ code: 'asset_used', params: { pageId: id, title } })),
      )
    }
    await tx.update(asset).set({ deletedAt, folderId: null }).where(eq(asset.hash, hash))
    await recordAudit(tx, ctx, 'asset.delete', hash)
    return { hash }
  })
}
