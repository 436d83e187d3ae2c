import type { z } from 'zod'
import { campaign } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getCampaign, requireUnchanged, unchanged } from './internal'
import { UpdateCampaign } from './schemas'
import { stateAt } from './state'

/** Changes a campaign's name and window. An ended campaign stays as it was. */
export async function updateCampaign({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof UpdateCampaign>
}) {
  authorise(ctx, 'campaign.write')
  const { id, name, startsAt, endsAt } = UpdateCampaign.parse(input)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const before = await getCampaign(tx, id)
    if (stateAt(before, now) === 'ended') {
      throw new AppError('wrong_state', 'an ended campaign cannot be changed', [
        {
          code: 'allowed_from',
          params: { event: 'update', state: 'ended', allowed: 'draft,scheduled,running,suspended' },
        },
      ])
    }
    const changed = await tx
      .update(campaign)
      .set({ name, startsAt: new Date(startsAt), endsAt: new Date(endsAt), updatedAt: now })
      .where(unchanged(before))
      .returning({ id: campaign.id })
    requireUnchanged(changed, before)
    await recordAudit(tx, ctx, 'campaign.update', id, { name, startsAt, endsAt })
    return { id }
  })
}
