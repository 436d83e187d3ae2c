import type { z } from 'zod'
import { asset, eq } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getAsset } from './internal'
import { DeleteAsset } from './schemas'
import { toolsByUpload } from './tool-uses'
import { catchUpUses, pagesUsing } from './uses'

/** Named one by one when they stand in the way. */
const MOST_NAMED = 20

/**
 * Takes an upload out of the library. Its address goes on answering: versions that may be
 * restored, and phones with a page open may show it. Throws `wrong_state` naming the pages and
 * tools while a draft, what is published, or a tool shows it.
 */
export async function deleteAsset({ ctx, input }: { ctx: StaffContext; input: z.input<typeof DeleteAsset> }) {
  authorise(ctx, 'asset.write')
  const { hash } = DeleteAsset.parse(input)
  await catchUpUses(ctx)
  const deletedAt = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    await getAsset(tx, hash)
    const pages = await pagesUsing(tx, hash, MOST_NAMED)
    const tools = ((await toolsByUpload(tx)).get(hash) ?? []).slice(0, MOST_NAMED)
    if (pages.length + tools.length > 0) {
      throw new AppError('wrong_state', `asset ${hash} is used`, [
        ...pages.map(({ id, title }) => ({ code: 'asset_used', params: { pageId: id, title } })),
        ...tools.map(({ id, name }) => ({ code: 'asset_used', params: { toolId: id, title: name } })),
      ])
    }
    await tx.update(asset).set({ deletedAt, folderId: null }).where(eq(asset.hash, hash))
    await recordAudit(tx, ctx, 'asset.delete', hash)
    return { hash }
  })
}
