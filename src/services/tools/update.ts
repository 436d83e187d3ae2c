import type { z } from 'zod'
import { and, eq, gt, hold, type Tx, tool } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { checkConfig, linkRewards, requireToolType } from './check-config'
import { getTool } from './internal'
import { keepVersion } from './keep-version'
import { UpdateTool } from './schemas'

/**
 * Changes a tool. Throws `conflict` when somebody changed it since `revision` was read, and
 * `invalid_input` for what the configuration may not be, or not while something is held under it.
 */
export async function updateTool({ ctx, input }: { ctx: StaffContext; input: z.input<typeof UpdateTool> }) {
  const staff = authorise(ctx, 'tool.write')
  const { id, revision, name, config } = UpdateTool.parse(input)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const before = await getTool(tx, id)
    const definition = requireToolType(before.type)
    const checked = await checkConfig(tx, definition, config)
    const changed = await tx
      .update(tool)
      .set({ name, config: checked.config, revision: revision + 1, updatedAt: now })
      .where(and(eq(tool.id, id), eq(tool.revision, revision)))
      .returning({ revision: tool.revision })
    if (changed.length === 0) throw new AppError('conflict', `tool ${id} is at revision ${before.revision}`)
    const problems = definition.checkWhileHeld?.(before.config, checked.config) ?? []
    if (problems.length > 0 && (await hasOpenHolds(tx, id, now))) {
      const details = problems.map(({ code, path }) => ({ code, path: ['config', ...path] }))
      throw new AppError('invalid_input', `something is held under the configuration of ${id}`, details)
    }
    await keepVersion(tx, {
      toolId: id,
      revision: revision + 1,
      config: checked.config,
      createdBy: staff.id,
      createdAt: now,
    })
    await linkRewards(tx, id, checked.rewardIds)
    await recordAudit(tx, ctx, 'tool.update', id, { name, revision: revision + 1 })
    return { revision: revision + 1 }
  })
}

async function hasOpenHolds(tx: Tx, toolId: string, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ id: hold.id })
    .from(hold)
    .where(and(eq(hold.toolId, toolId), gt(hold.countLeft, 0), gt(hold.until, now)))
    .limit(1)
  return rows.length > 0
}
