import type { z } from 'zod'
import {
  and,
  campaign,
  contains,
  desc,
  eq,
  inArray,
  lt,
  ne,
  page,
  publication,
  publicationTool,
  type ReadDb,
  tool,
} from '@/src/db'
import { stateAt } from '../campaigns/state'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { directGrant } from './direct-grant'
import { pointsOff } from './points-off'
import { ListTools } from './schemas'

/** Tools from the newest, with their campaigns and the published pages that play them. */
export async function listTools({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ListTools> }) {
  authorise(ctx, 'tool.read')
  const { campaignId, type, search, cursor, limit } = ListTools.parse(input)
  const now = ctx.clock.now()
  const rows = await ctx.db.read
    .select({
      id: tool.id,
      type: tool.type,
      name: tool.name,
      revision: tool.revision,
      updatedAt: tool.updatedAt,
      campaign,
    })
    .from(tool)
    .innerJoin(campaign, eq(tool.campaignId, campaign.id))
    .where(
      and(
        ne(tool.type, directGrant.type),
        ne(tool.type, pointsOff.type),
        campaignId ? eq(tool.campaignId, campaignId) : undefined,
        type ? eq(tool.type, type) : undefined,
        search ? contains(tool.name, search) : undefined,
        cursor ? lt(tool.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(tool.id))
    .limit(limit + 1)
  const { items, nextCursor } = toPage(rows, limit)
  const uses = await readUses(
    ctx.db.read,
    items.map((row) => row.id),
  )
  return {
    items: items.map(({ campaign: of, ...row }) => ({
      ...row,
      campaign: { id: of.id, name: of.name, state: stateAt(of, now) },
      usedOn: uses.filter((use) => use.toolId === row.id).map(({ pageId, title }) => ({ pageId, title })),
    })),
    nextCursor,
  }
}

/** The published pages that play these tools. */
export async function readUses(db: ReadDb, toolIds: string[]) {
  if (toolIds.length === 0) return []
  return db
    .select({ toolId: publicationTool.toolId, pageId: page.id, title: page.title })
    .from(publicationTool)
    .innerJoin(publication, eq(publicationTool.slug, publication.slug))
    .innerJoin(page, eq(publication.pageId, page.id))
    .where(inArray(publicationTool.toolId, toolIds))
    .limit(1_000)
}
