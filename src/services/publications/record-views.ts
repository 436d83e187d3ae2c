import { pageView, sql } from '@/src/db'
import type { AppContext } from '../context'

/** Adds views that a runtime process counted, by link and the shop's day. */
export async function recordViews(
  ctx: AppContext,
  views: { slug: string; day: string; views: number }[],
): Promise<void> {
  if (views.length === 0) return
  // Sorted, so that two processes adding at the same time never wait for each other in a ring.
  const rows = [...views].sort((a, b) => (a.slug + a.day < b.slug + b.day ? -1 : 1))
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
