import type { z } from 'zod'
import { and, asc, eq, gt, lte, ne, page, pagePresence, staff } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { BeOnPage } from './schemas'

/** Who has not been heard of for so long is gone. Tabs in the background speak once a minute. */
export const PRESENT_FOR_MS = 75_000
/** At most so many others are named. */
const MAX_OTHERS = 50

/**
 * Says that a tab still has a page open, and answers who else does, with the revision the page
 * is at by now. Leaves no trace in the audit: it says nothing of the page.
 */
export async function beOnPage({ ctx, input }: { ctx: StaffContext; input: z.input<typeof BeOnPage> }) {
  const me = authorise(ctx, 'page.read')
  const { pageId, tabId, selectedId } = BeOnPage.parse(input)
  const now = ctx.clock.now()
  const since = new Date(now.getTime() - PRESENT_FOR_MS)
  return ctx.db.transaction(async (tx) => {
    const [saved] = await tx
      .select({ revision: page.revision, updatedBy: staff.name })
      .from(page)
      .innerJoin(staff, eq(page.updatedBy, staff.id))
      .where(eq(page.id, pageId))
    if (!saved) throw new AppError('not_found', `no page ${pageId}`)
    await tx
      .insert(pagePresence)
      .values({ pageId, staffId: me.id, tabId, selectedId, seenAt: now })
      .onConflictDoUpdate({
        target: [pagePresence.pageId, pagePresence.staffId, pagePresence.tabId],
        set: { selectedId, seenAt: now },
      })
    await tx.delete(pagePresence).where(and(eq(pagePresence.pageId, pageId), lte(pagePresence.seenAt, since)))
    const others = await tx
      .select({
        tabId: pagePresence.tabId,
        staffId: pagePresence.staffId,
        name: staff.name,
        selectedId: pagePresence.selectedId,
      })
      .from(pagePresence)
      .innerJoin(staff, eq(pagePresence.staffId, staff.id))
      .where(
        and(eq(pagePresence.pageId, pageId), gt(pagePresence.seenAt, since), ne(pagePresence.tabId, tabId)),
      )
      .orderBy(asc(staff.name), asc(pagePresence.tabId))
      .limit(MAX_OTHERS)
    return { ...saved, others: others.map((one) => ({ ...one, isMe: one.staffId === me.id })) }
  })
}
