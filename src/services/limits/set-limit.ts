import type { z } from 'zod'
import { eq, participationLimit } from '@/src/db'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { scopesOfLimit } from './bounds'
import { getSubjects, recount } from './internal'
import { forgetLimits } from './read'
import { SetParticipationLimit } from './schemas'

/**
 * Sets how many rewards one member may get of a campaign or a tool, by the day and in all. What
 * members got before counts. Throws `not_found`.
 */
export async function setParticipationLimit({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof SetParticipationLimit>
}) {
  authorise(ctx, 'campaign.write')
  const { subjectId, perDay, inAll } = SetParticipationLimit.parse(input)
  const now = ctx.clock.now()
  const done = await ctx.db.transaction(async (tx) => {
    const [subject] = await getSubjects(tx, [subjectId])
    const { kind: subjectKind = 'tool', campaignId = '' } = subject ?? {}
    const row = { subjectId, subjectKind, campaignId, perDay, inAll, updatedAt: now }
    if (perDay === null && inAll === null)
      await tx.delete(participationLimit).where(eq(participationLimit.subjectId, subjectId))
    else
      await tx
        .insert(participationLimit)
        .values(row)
        .onConflictDoUpdate({ target: participationLimit.subjectId, set: row })
    await recount(tx, scopesOfLimit(subjectId))
    await recordAudit(tx, ctx, 'limit.set', subjectId, { perDay, inAll })
    return { subjectId }
  })
  forgetLimits(ctx.db.read)
  return done
}
