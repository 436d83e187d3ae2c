import type { z } from 'zod'
import { PLAIN_VIEWPOINT } from '@/schemas/viewpoint-parts'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { PreviewTools } from './schemas'
import { tryOut } from './try-out'

/**
 * What is seen of these tools from a viewpoint, by the tool's id, for the editor's canvas: as
 * anybody sees them now when none is given.
 */
export async function previewTools({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof PreviewTools>
}) {
  authorise(ctx, 'tool.read')
  const { ids, as = PLAIN_VIEWPOINT } = PreviewTools.parse(input)
  const { states } = await tryOut(ctx, { toolIds: ids, viewpoint: as })
  return states
}
