import type { z } from 'zod'
import { and, eq, tool } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { checkConfig, linkRewards, requireToolType } from './check-config'
import { getTool } from './internal'
import { UpdateTool } from './schemas'

/** Changes a tool. Throws `conflict` when somebody changed it since `revision` was read. */
export async function updateTool({ ctx, input }: { ctx: StaffContext; input: z.input<typeof UpdateTool> }) {
  authorise(ctx, 'tool.write')
  const { id, revision, name, config } = UpdateTool.parse(input)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const before = await getTool(tx, id)
    const checked = await checkConfig(tx, requireToolType(before.type), config)
    const changed = await tx
      .update(tool)
      .set({ name, config: checked.config, revision: revision + 1, updatedAt: now })
      .where(and(eq(tool.id, id), eq(tool.revision, revision)))
      .returning({ revision: tool.revision })
    if (changed.length === 0) throw new AppError('conflict', `tool ${id} is at revision ${before.revision}`)
    await linkRewards(tx, id, checked.rewardIds)
    await recordAudit(tx, ctx, 'tool.update', id, { name, revision: revision + 1 })
    return { revision: revision + 1 }
  })
}
