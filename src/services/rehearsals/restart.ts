import type { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { closeRehearsal } from './close'
import { RestartRehearsal } from './schemas'
import { readRehearsalRow } from './stage'
import { startRehearsal } from './start'

/**
 * Clears a rehearsal and starts another one of what is configured now, with what the first was
 * started with; the first one's link leads on to it. Throws `not_found`, `wrong_state` for one that is
 * closed, and what starting throws.
 */
export async function restartRehearsal({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof RestartRehearsal>
}) {
  authorise(ctx, 'campaign.rehearse')
  const { id } = RestartRehearsal.parse(input)
  const row = await readRehearsalRow(ctx.db.read, id)
  if (!row) throw new AppError('not_found', `no rehearsal ${id}`)
  const isClosed =
    row.closedAt === null &&
    (await closeRehearsal(ctx, row, {
      why: 'restarted',
      alsoWrite: (tx, summary) =>
        recordAudit(tx, ctx, 'rehearsal.clear', row.campaignId, { rehearsal: id, ...summary }),
    }))
  if (!isClosed) throw new AppError('wrong_state', `${id} is closed`, [{ code: 'rehearsal_closed' }])
  const { campaignId, pointsEach, options } = row
  return startRehearsal({ ctx, input: { campaignId, pointsEach, ...options } })
}
