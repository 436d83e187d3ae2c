import type { z } from 'zod'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { TryTools } from './schemas'
import { tryOut } from './try-out'

/**
 * How a tap in the editor's preview comes out, and what is seen of the page's tools then. Nothing is
 * granted or written: the preview hands back the taps before, and the last of them is the new one.
 *
 * @throws AppError `not_found` when the tapped tool is not among those of the page.
 */
export async function tryTools({ ctx, input }: { ctx: StaffContext; input: z.input<typeof TryTools> }) {
  authorise(ctx, 'tool.read')
  const { ids, as, taps, who, params } = TryTools.parse(input)
  const asked = taps.map(({ on, ...tap }) => ({ ...tap, toolId: on }))
  return tryOut(ctx, { toolIds: ids, viewpoint: as, taps: asked, who, params })
}
