import type { z } from 'zod'
import { campaign } from '@/src/db'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getCampaign, requireUnchanged, unchanged } from './internal'
import { TransitionCampaign } from './schemas'
import { eventsOf, stateAt, transition } from './state'

/** Launches, suspends, resumes or ends a campaign. Throws `wrong_state` when that is not possible now. */
export async function transitionCampaign({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof TransitionCampaign>
}) {
  authorise(ctx, 'campaign.run')
  const { id, event } = TransitionCampaign.parse(input)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const before = await getCampaign(tx, id)
    const state = transition(before, event, now)
    const changed = await tx
      .update(campaign)
      .set({ state, updatedAt: now })
      .where(unchanged(before))
      .returning({ id: campaign.id })
    requireUnchanged(changed, before)
    await recordAudit(tx, ctx, `campaign.${event}`, id)
    const after = stateAt({ ...before, state }, now)
    return { state: after, events: eventsOf(after) }
  })
}
