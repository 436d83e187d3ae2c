import type { z } from 'zod'
import { eq, exclusivityGroup, exclusivityMember } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { scopeOfGroup } from './bounds'
import { getSubjects, recount } from './internal'
import { forgetLimits } from './read'
import { SaveExclusivityGroup } from './schemas'

/**
 * Makes a group of campaigns and tools of which a member gets one reward in all, or changes what is
 * in it. What members got before counts. Throws `not_found`.
 */
export async function saveExclusivityGroup({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof SaveExclusivityGroup>
}) {
  const staff = authorise(ctx, 'campaign.write')
  const { id: known, name, subjectIds } = SaveExclusivityGroup.parse(input)
  const now = ctx.clock.now()
  const id = known ?? newId('xgr', now)
  await ctx.db.transaction(async (tx) => {
    const subjects = await getSubjects(tx, subjectIds)
    if (known) {
      const changed = await tx
        .update(exclusivityGroup)
        .set({ name, updatedAt: now })
        .where(eq(exclusivityGroup.id, id))
        .returning({ id: exclusivityGroup.id })
      if (changed.length === 0) throw new AppError('not_found', `no exclusivity group ${id}`)
      await tx.delete(exclusivityMember).where(eq(exclusivityMember.groupId, id))
    } else {
      await tx
        .insert(exclusivityGroup)
        .values({ id, name, createdBy: staff.id, createdAt: now, updatedAt: now })
    }
    await tx.insert(exclusivityMember).values(
      subjects.map((subject) => ({
        groupId: id,
        subjectId: subject.id,
        subjectKind: subject.kind,
        campaignId: subject.campaignId,
      })),
    )
    await recount(tx, [scopeOfGroup(id)])
    await recordAudit(tx, ctx, 'exclusivity.save', id, { name, subjectIds })
  })
  forgetLimits(ctx.db.read)
  return { id }
}
