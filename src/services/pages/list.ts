import type { z } from 'zod'
import { and, campaign, contains, desc, eq, lt, or, page, publication, staff } from '@/src/db'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { ListPages } from './schemas'

/** Pages from the newest, without their definitions. */
export async function listPages({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ListPages> }) {
  authorise(ctx, 'page.read')
  const { search, cursor, limit } = ListPages.parse(input)
  const rows = await ctx.db.read
    .select({
      id: page.id,
      title: page.title,
      slug: page.slug,
      revision: page.revision,
      updatedAt: page.updatedAt,
      updatedBy: staff.name,
      campaignId: campaign.id,
      campaignName: campaign.name,
      publishedRevision: publication.revision,
      publishedAt: publication.publishedAt,
    })
    .from(page)
    .innerJoin(staff, eq(page.updatedBy, staff.id))
    .leftJoin(campaign, eq(page.campaignId, campaign.id))
    .leftJoin(publication, eq(publication.pageId, page.id))
    .where(
      and(
        search ? or(contains(page.title, search), contains(page.slug, search)) : undefined,
        cursor ? lt(page.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(page.id))
    .limit(limit + 1)
  const { items, nextCursor } = toPage(rows, limit)
  return {
    items: items.map(({ campaignId, campaignName, ...row }) => ({
      ...row,
      campaign: campaignId && campaignName ? { id: campaignId, name: campaignName } : null,
    })),
    nextCursor,
  }
}
