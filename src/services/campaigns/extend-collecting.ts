import type { z } from 'zod'
import { collectsUntilOf } from '@/schemas/collecting'
import { campaign } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { moveAddressDeadlines } from '../grants/address-deadlines'
import { authorise } from '../staff/authorise'
import { shortened } from './collecting'
import { getCampaign, requireUnchanged, unchanged } from './internal'
import { ExtendCollecting } from './schemas'

/**
 * Lets members of a campaign collect for longer, also after its end, and those who still owe an
 * address learn the new date. Throws `invalid_input` for a sooner date, and `wrong_state` once
 * collecting is over: what nobody asked for is the campaign's again by then.
 */
export async function extendCollecting({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ExtendCollecting>
}) {
  authorise(ctx, 'campaign.write')
  const { id, collectsUntil } = ExtendCollecting.parse(input)
  const until = new Date(collectsUntil)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const before = await getCampaign(tx, id)
    const told = collectsUntilOf(before)
    if (until < told) throw shortened(told)
    if (told <= now)
      throw new AppError('wrong_state', 'collecting is over', [
        { code: 'collecting_over', params: { until: told.toISOString() } },
      ])
    const changed = await tx
      .update(campaign)
      .set({ collectsUntil: until, updatedAt: now })
      .where(unchanged(before))
      .returning({ id: campaign.id, endsAt: campaign.endsAt, collectsUntil: campaign.collectsUntil })
    requireUnchanged(changed, before)
    for (const row of changed) await moveAddressDeadlines(tx, row)
    await recordAudit(tx, ctx, 'campaign.extendCollecting', id, { collectsUntil })
    return { id }
  })
}
