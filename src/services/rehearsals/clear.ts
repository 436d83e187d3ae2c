import type { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { closeRehearsal } from './close'
import { ClearRehearsal } from './schemas'
import { readRehearsalRow } from './stage'

/**
 * Clears a rehearsal: it ends, and everything that was played in it is gone. One that is closed
 * already stays so. Throws `not_found`.
 */
export async function clearRehearsal({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ClearRehearsal>
}) {
  authorise(ctx, 'campaign.rehearse')
  const { id } = ClearRehearsal.parse(input)
  const row = await getRehearsalRow(ctx, id)
  if (row.closedAt !== null) return { id }
  try {
    await closeRehearsal(ctx, row, {
      why: 'cleared',
      alsoWrite: (tx, summary) =>
        recordAudit(tx, ctx, 'rehearsal.clear', row.campaignId, { rehearsal: id, ...summary }),
    })
  } catch (error) {
    // Somebody else cleared it at the same moment, and its database is gone from under us.
    if ((await getRehearsalRow(ctx, id)).closedAt === null) throw error
  }
  return { id }
}

async function getRehearsalRow(ctx: StaffContext, id: string) {
  const row = await readRehearsalRow(ctx.db.read, id)
  if (!row) throw new AppError('not_found', `no rehearsal ${id}`)
  return row
}
