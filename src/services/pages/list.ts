import type { z } from 'zod'
import {
  and,
  campaign,
  contains,
  desc,
  eq,
  inArray,
  lt,
  or,
  page,
  pageView,
  publication,
  type ReadDb,
  staff,
  sum,
} from '@/src/db'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { ListPages } from './schemas'

/** Pages from the newest, without their definitions, with how often each was opened in all. */
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
  const views = await readViews(
    ctx.db.read,
    items.map((row) => row.slug),
  )
  return {
    items: items.map(({ campaignId, campaignName, ...row }) => ({
      ...row,
      views: views.get(row.slug) ?? 0,
      campaign: campaignId && campaignName ? { id: campaignId, name: campaignName } : null,
    })),
    nextCursor,
  }
}

async function readViews(db: ReadDb, slugs: string[]): Promise<Map<string, number>> {
  if (slugs.length === 0) return new Map()
  const rows = await db
    .select({ slug: pageView.slug, views: sum(pageView.views) })
    .from(pageView)
    .where(inArray(pageView.slug, slugs))
    .groupBy(pageView.slug)
  return new Map(rows.map((row) => [row.slug, Number(row.views)]))
}
