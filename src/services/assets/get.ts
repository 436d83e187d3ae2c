import type { z } from 'zod'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getAsset, toAsset } from './internal'
import { GetAsset } from './schemas'
import { toolsByUpload } from './tool-uses'
import { catchUpUses, pagesUsing } from './uses'

/** More pages or tools than this are not told one by one. */
const MAX_SHOWN = 200

/** One upload, the pages that show it, in their drafts, published, or both, and the tools that do. */
export async function readAsset({ ctx, input }: { ctx: StaffContext; input: z.input<typeof GetAsset> }) {
  authorise(ctx, 'page.read')
  const { hash } = GetAsset.parse(input)
  await catchUpUses(ctx)
  const db = ctx.db.read
  const row = await getAsset(db, hash)
  const tools = (await toolsByUpload(db)).get(hash) ?? []
  return {
    ...toAsset(row),
    pages: await pagesUsing(db, hash, MAX_SHOWN),
    tools: tools.slice(0, MAX_SHOWN),
  }
}
