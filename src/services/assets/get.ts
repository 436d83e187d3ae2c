import type { z } from 'zod'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getAsset, toAsset } from './internal'
import { GetAsset } from './schemas'
import { catchUpUses, pagesUsing } from './uses'

/** More pages than this are not told one by one. */
const MAX_PAGES = 200

/** One upload, and the pages that show it: in their drafts, published, or both. */
export async function readAsset({ ctx, input }: { ctx: StaffContext; input: z.input<typeof GetAsset> }) {
  authorise(ctx, 'page.read')
  const { hash } = GetAsset.parse(input)
  await catchUpUses(ctx)
  const row = await getAsset(ctx.db.read, hash)
  return { ...toAsset(row), pages: await pagesUsing(ctx.db.read, hash, MAX_PAGES) }
}
