import { campaign, counter, eq, inArray, type ReadDb, type Tx, tool } from '@/src/db'
import { AppError } from '@/src/lib/errors'

/** A campaign or a tool, as limits and groups name it. */
export interface Subject {
  id: string
  kind: 'campaign' | 'tool'
  name: string
  campaignId: string
  campaignName: string
}

/** Campaigns and tools by their ids, in their order. Throws `not_found` for one that does not exist. */
export async function getSubjects(db: ReadDb, ids: string[]): Promise<Subject[]> {
  const found = new Map((await readSubjects(db, ids)).map((subject) => [subject.id, subject]))
  return ids.map((id) => {
    const subject = found.get(id)
    if (!subject) throw new AppError('not_found', `no campaign and no tool ${id}`)
    return subject
  })
}

/** Those of the campaigns and tools that there are. */
export async function readSubjects(db: ReadDb, ids: string[]): Promise<Subject[]> {
  if (ids.length === 0) return []
  const campaigns = await db
    .select({ id: campaign.id, name: campaign.name })
    .from(campaign)
    .where(inArray(campaign.id, ids))
  const tools = await db
    .select({ id: tool.id, name: tool.name, campaignId: campaign.id, campaignName: campaign.name })
    .from(tool)
    .innerJoin(campaign, eq(tool.campaignId, campaign.id))
    .where(inArray(tool.id, ids))
  return [
    ...campaigns.map((row) => ({
      ...row,
      kind: 'campaign' as const,
      campaignId: row.id,
      campaignName: row.name,
    })),
    ...tools.map((row) => ({ ...row, kind: 'tool' as const })),
  ]
}

/**
 * Forgets what was counted under a bound that changed. Each member's count is taken anew from what
 * they were granted, when they next come.
 */
export async function recount(tx: Tx, scopes: string[]): Promise<void> {
  await tx.delete(counter).where(inArray(counter.scope, scopes))
}
