import type { z } from 'zod'
import { instantOf, PLAIN_VIEWPOINT, type Viewpoint } from '@/schemas/viewpoint-parts'
import { definitions } from '@/widgets/registry.definitions.gen'
import type { AppContext, StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { readTools } from './load'
import { presentTools } from './present'
import { presentPretended, pretendedMember } from './pretend'
import { PreviewTools } from './schemas'

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
  return presentFrom(ctx, ids, as)
}

/** The tools from that viewpoint, each at the moment of its own campaign. */
export async function presentFrom(
  ctx: Pick<AppContext, 'clock' | 'timeZone' | 'invitationKey' | 'db'>,
  ids: string[],
  viewpoint: Viewpoint,
): Promise<Record<string, unknown>> {
  const tools = await readTools(ctx.db.read, ids)
  const byInstant = new Map<number, string[]>()
  for (const { id, campaign } of tools.values()) {
    const window = { startsAt: campaign.startsAt.getTime(), endsAt: campaign.endsAt.getTime() }
    const at = instantOf(viewpoint.moment, window, ctx.clock.now().getTime())
    byInstant.set(at, [...(byInstant.get(at) ?? []), id])
  }
  const groups = [...byInstant].map(([at, those]) => {
    const then = { ...ctx, clock: { now: () => new Date(at) } }
    const viewer = pretendedMember(viewpoint)
    return presentTools(then, ctx.db.read, those, viewer, {}, (definition, facts, { now }) =>
      presentPretended(definition, facts, now, viewpoint, definitions),
    )
  })
  return Object.assign({}, ...(await Promise.all(groups)))
}
