import type { z } from 'zod'
import { type Tx, tool } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import { getCampaign } from '../campaigns/internal'
import type { StaffContext } from '../context'
import { authorise, requireStaff } from '../staff/authorise'
import { checkConfig, linkRewards, requireToolType } from './check-config'
import { keepVersion } from './keep-version'
import { CreateTool } from './schemas'

/** Makes a tool of a campaign: a configured game or offer that pages can bind. */
export async function createTool({ ctx, input }: { ctx: StaffContext; input: z.input<typeof CreateTool> }) {
  authorise(ctx, 'tool.write')
  const parsed = CreateTool.parse(input)
  return ctx.db.transaction((tx) => addTool(tx, ctx, parsed))
}

/** The same as part of a larger transaction, whose verb has authorised it. */
export async function addTool(
  tx: Tx,
  ctx: StaffContext,
  { campaignId, type, name, config }: z.output<typeof CreateTool>,
): Promise<{ id: string }> {
  const definition = requireToolType(type)
  const now = ctx.clock.now()
  const id = newId('tool', now)
  const createdBy = requireStaff(ctx).id
  await getCampaign(tx, campaignId)
  const checked = await checkConfig(tx, definition, config)
  await tx.insert(tool).values({
    id,
    campaignId,
    type,
    version: definition.version,
    name,
    config: checked.config,
    revision: 1,
    createdBy,
    createdAt: now,
    updatedAt: now,
  })
  await keepVersion(tx, { toolId: id, revision: 1, config: checked.config, createdBy, createdAt: now })
  await linkRewards(tx, id, checked.rewardIds)
  await recordAudit(tx, ctx, 'tool.create', id, { type, name })
  return { id }
}
