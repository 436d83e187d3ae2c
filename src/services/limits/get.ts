import type { z } from 'zod'
import { and, eq, ne, tool } from '@/src/db'
import { getCampaign } from '../campaigns/internal'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { directGrant } from '../tools/direct-grant'
import { readSubjects } from './internal'
import { queryLimits } from './read'
import { ReadParticipation } from './schemas'

/** Tools of one campaign that are listed. */
const MOST_TOOLS = 200

/** How often members may get something of a campaign and its tools, and what excludes what. */
export async function readParticipation({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ReadParticipation>
}) {
  authorise(ctx, 'campaign.read')
  const { campaignId } = ReadParticipation.parse(input)
  const db = ctx.db.read
  await getCampaign(db, campaignId)
  const { limits, groups } = await queryLimits(db, campaignId)
  const capsOf = (subjectId: string) => {
    const { perDay = null, inAll = null } = limits.find((limit) => limit.subjectId === subjectId) ?? {}
    return { perDay, inAll }
  }
  const tools = await db
    .select({ id: tool.id, name: tool.name })
    .from(tool)
    .where(and(eq(tool.campaignId, campaignId), ne(tool.type, directGrant.type)))
    .limit(MOST_TOOLS)
  const subjects = await readSubjects(db, [...new Set(groups.flatMap(({ subjectIds }) => [...subjectIds]))])
  return {
    campaign: { id: campaignId, ...capsOf(campaignId) },
    tools: tools.map((row) => ({ ...row, ...capsOf(row.id) })),
    groups: groups.map(({ id, name, subjectIds }) => ({
      id,
      name,
      subjects: subjects.filter((subject) => subjectIds.has(subject.id)),
    })),
  }
}
