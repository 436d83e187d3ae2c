import { campaign, desc, documentContains, eq, type ReadDb, tool } from '@/src/db'
import { uploadsIn } from './uploads-in'

/** Tools that show pictures are few beside pages; more than so many are not looked through. */
const MOST_TOOLS = 2_000

interface ToolUse {
  id: string
  name: string
  type: string
  campaignName: string
}

/**
 * The tools whose configurations show uploads, by the uploads' hashes, the newest first. Read from
 * the configurations as they are: a prize's picture is seen by members as soon as it is saved.
 */
export async function toolsByUpload(db: ReadDb): Promise<ReadonlyMap<string, ToolUse[]>> {
  const rows = await db
    .select({
      id: tool.id,
      name: tool.name,
      type: tool.type,
      campaignName: campaign.name,
      config: tool.config,
    })
    .from(tool)
    .innerJoin(campaign, eq(campaign.id, tool.campaignId))
    .where(documentContains(tool.config, '/assets/u/'))
    .orderBy(desc(tool.createdAt), desc(tool.id))
    .limit(MOST_TOOLS)
  const uses = new Map<string, ToolUse[]>()
  for (const { config, ...use } of rows) {
    for (const hash of uploadsIn(config)) uses.set(hash, [...(uses.get(hash) ?? []), use])
  }
  return uses
}
