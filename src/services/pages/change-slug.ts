import type { z } from 'zod'
import {
  eq,
  formerSlug,
  page,
  pageView,
  publication,
  publicationTool,
  replacedVersion,
  sql,
  type Tx,
} from '@/src/db'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { refusingTakenLink } from './create'
import { getPage } from './internal'
import { requireFreeSlug } from './links'
import { ChangeSlug } from './schemas'

/**
 * Gives a page another link. The one it had goes on opening it, for as long as there are posters and
 * messages with it, and can be taken back. Throws `already_exists` when the link is another page's,
 * now or before. Of a published page it takes the right to publish.
 */
export async function changeSlug({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ChangeSlug> }) {
  authorise(ctx, 'page.write')
  const { id, slug } = ChangeSlug.parse(input)
  const now = ctx.clock.now()
  return refusingTakenLink(slug, () =>
    ctx.db.transaction(async (tx) => {
      const before = await getPage(tx, id)
      if (before.slug === slug) return { slug }
      await requireFreeSlug(tx, slug, id)
      const [published] = await tx.select().from(publication).where(eq(publication.pageId, id))
      if (published) authorise(ctx, 'page.publish')
      await tx.delete(formerSlug).where(eq(formerSlug.slug, slug))
      await tx.insert(formerSlug).values({ slug: before.slug, pageId: id, leftAt: now })
      await tx.update(page).set({ slug, updatedAt: now }).where(eq(page.id, id))
      if (published) await movePublication(tx, published, slug)
      await moveViews(tx, before.slug, slug)
      await recordAudit(tx, ctx, 'page.slug', id, { from: before.slug, to: slug })
      return { slug }
    }),
  )
}

/** The publication's slug is what others name it by, so they step aside while it changes. */
async function movePublication(tx: Tx, { slug: from }: typeof publication.$inferSelect, to: string) {
  const tools = await tx.select().from(publicationTool).where(eq(publicationTool.slug, from))
  const replaced = await tx.select().from(replacedVersion).where(eq(replacedVersion.slug, from))
  await tx.delete(publicationTool).where(eq(publicationTool.slug, from))
  await tx.delete(replacedVersion).where(eq(replacedVersion.slug, from))
  await tx.update(publication).set({ slug: to }).where(eq(publication.slug, from))
  if (tools.length > 0) await tx.insert(publicationTool).values(tools.map((row) => ({ ...row, slug: to })))
  if (replaced.length > 0)
    await tx.insert(replacedVersion).values(replaced.map((row) => ({ ...row, slug: to })))
}

/** How often it was opened goes along; a link that is taken back may have views of its own. */
async function moveViews(tx: Tx, from: string, to: string) {
  const views = await tx.select().from(pageView).where(eq(pageView.slug, from))
  if (views.length === 0) return
  await tx.delete(pageView).where(eq(pageView.slug, from))
  await tx
    .insert(pageView)
    .values(views.map((row) => ({ ...row, slug: to })))
    .onConflictDoUpdate({
      target: [pageView.slug, pageView.day],
      set: { views: sql`${pageView.views} + excluded.views` },
    })
}
