import type { z } from 'zod'
import { eq, exclusivityGroup, exclusivityMember } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { scopeOfGroup } from './bounds'
import { recount } from './internal'
import { forgetLimits } from './read'
import { DeleteExclusivityGroup } from './schemas'

/** Dissolves a group: its campaigns and tools no longer exclude each other. Throws `not_found`. */
export async function deleteExclusivityGroup({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof DeleteExclusivityGroup>
}) {
  authorise(ctx, 'campaign.write')
  const { id } = DeleteExclusivityGroup.parse(input)
  await ctx.db.transaction(async (tx) => {
    await tx.delete(exclusivityMember).where(eq(exclusivityMember.groupId, id))
    const gone = await tx
      .delete(exclusivityGroup)
      .where(eq(exclusivityGroup.id, id))
      .returning({ name: exclusivityGroup.name })
    const [group] = gone
    if (!group) throw new AppError('not_found', `no exclusivity group ${id}`)
    await recount(tx, [scopeOfGroup(id)])
    await recordAudit(tx, ctx, 'exclusivity.delete', id, { name: group.name })
  })
  forgetLimits(ctx.db.read)
  return { id }
}
