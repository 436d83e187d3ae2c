import type { z } from 'zod'
import { campaign } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { moveAddressDeadlines } from '../grants/address-deadlines'
import { authorise } from '../staff/authorise'
import { nextDeadline } from './collecting'
import { getCampaign, requireUnchanged, unchanged } from './internal'
import { UpdateCampaign } from './schemas'
import { stateAt } from './state'

/**
 * Changes a campaign's name, window and collecting deadline. An ended campaign stays as it was, but for
 * `extendCollecting`. Throws `wrong_state`, and `invalid_input` for a deadline sooner than members
 * were told.
 */
export async function updateCampaign({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof UpdateCampaign>
}) {
  authorise(ctx, 'campaign.write')
  const { id, name, startsAt, endsAt, collectsUntil } = UpdateCampaign.parse(input)
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
    const window = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
    const asked = collectsUntil === undefined ? undefined : new Date(collectsUntil)
    const deadline = nextDeadline(before, { endsAt: window.endsAt, collectsUntil: asked }, now)
    const changed = await tx
      .update(campaign)
      .set({ name, ...window, collectsUntil: deadline, updatedAt: now })
      .where(unchanged(before))
      .returning({ id: campaign.id, endsAt: campaign.endsAt, collectsUntil: campaign.collectsUntil })
    requireUnchanged(changed, before)
    for (const row of changed) await moveAddressDeadlines(tx, row)
    await recordAudit(tx, ctx, 'campaign.update', id, {
      name,
      startsAt,
      endsAt,
      collectsUntil: deadline?.toISOString() ?? '',
    })
    return { id }
  })
}
