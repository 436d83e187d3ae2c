import type { z } from 'zod'
import { getCampaign } from '../campaigns/internal'
import { stateAt } from '../campaigns/state'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getTool } from './internal'
import { readUses } from './list'
import { toolDefinitionOf } from './load'
import { GetTool } from './schemas'

/** One tool with its configuration. */
export async function readTool({ ctx, input }: { ctx: StaffContext; input: z.input<typeof GetTool> }) {
  authorise(ctx, 'tool.read')
  const { id } = GetTool.parse(input)
  const row = await getTool(ctx.db.read, id)
  const of = await getCampaign(ctx.db.read, row.campaignId)
  const uses = await readUses(ctx.db.read, [id])
  return {
    id,
    type: row.type,
    name: row.name,
    config: row.config,
    revision: row.revision,
    updatedAt: row.updatedAt,
    campaign: { id: of.id, name: of.name, state: stateAt(of, ctx.clock.now()) },
    /** Members fill something in in it, which staff may look at. */
    isForm: toolDefinitionOf(row.type)?.asks !== undefined,
    usedOn: uses.map(({ pageId, title }) => ({ pageId, title })),
  }
}
