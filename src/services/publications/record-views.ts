import { eq, formerSlug, inArray, page, pageView, type ReadDb, sql } from '@/src/db'
import type { AppContext } from '../context'

/** Adds views that a runtime process counted, by link and the shop's day. */
export async function recordViews(
  ctx: AppContext,
  views: { slug: string; day: string; views: number }[],
): Promise<void> {
  if (views.length === 0) return
  const ownSlug = await readOwnSlugs(
    ctx.db.read,
    views.map(({ slug }) => slug),
  )
  // Sorted, so that two processes adding at the same time never wait for each other in a ring.
  const rows = joined(views.map((row) => ({ ...row, slug: ownSlug.get(row.slug) ?? row.slug }))).sort(
    (a, b) => (a.slug + a.day < b.slug + b.day ? -1 : 1),
  )
  await ctx.db.transaction(async (tx) => {
    await tx
      .insert(pageView)
      .values(rows)
      .onConflictDoUpdate({
        target: [pageView.slug, pageView.day],
        set: { views: sql`${pageView.views} + excluded.views` },
      })
  })
}

interface Views {
  slug: string
  day: string
  views: number
}

/** A page that is opened by a link it had before is counted under the one it has. */
async function readOwnSlugs(db: ReadDb, slugs: string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ former: formerSlug.slug, own: page.slug })
    .from(formerSlug)
    .innerJoin(page, eq(page.id, formerSlug.pageId))
    .where(inArray(formerSlug.slug, [...new Set(slugs)]))
  return new Map(rows.map(({ former, own }) => [former, own]))
}

/** One row for each link and day: no statement may write a row twice. */
function joined(rows: Views[]): Views[] {
  const byKey = new Map<string, Views>()
  for (const row of rows) {
    const key = `${row.slug} ${row.day}`
    byKey.set(key, { ...row, views: row.views + (byKey.get(key)?.views ?? 0) })
  }
  return [...byKey.values()]
}
