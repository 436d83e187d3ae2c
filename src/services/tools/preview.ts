import type { z } from 'zod'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { presentTools } from './present'
import { PreviewTools } from './schemas'

/** What anybody may see of these tools now, for the editor's canvas. */
export async function previewTools({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof PreviewTools>
}) {
  authorise(ctx, 'tool.read')
  const { ids } = PreviewTools.parse(input)
  return presentTools(ctx, ctx.db.read, ids, undefined)
}
