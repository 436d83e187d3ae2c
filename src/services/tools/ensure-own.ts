import { insertion, type Tx, tool as toolTable } from '@/src/db'
import type { AnyToolDefinition } from '@/widgets/kit/tool'
import { keepVersion } from './keep-version'

interface OwnTool {
  id: string
  campaignId: string
  definition: Pick<AnyToolDefinition, 'type' | 'version' | 'defaults'>
  /** What lists of grants call it, beside the names that staff gave the others. */
  name: string
  staffId: string
  now: Date
}

/** Makes a tool of a campaign's that no page plays and no form makes, when the campaign has none yet. */
export async function ensureOwnTool(tx: Tx, { definition, staffId, now, ...own }: OwnTool): Promise<void> {
  const { type, version } = definition
  const config = definition.defaults as Record<string, unknown>
  const row = { ...own, type, version, config, revision: 1, createdBy: staffId }
  const made = await tx.put(newTool, [{ ...row, createdAt: now, updatedAt: now }])
  if (made > 0)
    await keepVersion(tx, { toolId: own.id, revision: 1, config, createdBy: staffId, createdAt: now })
}

const newTool = insertion(toolTable, 'leaves')
