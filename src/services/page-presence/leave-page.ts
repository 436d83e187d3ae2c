import type { z } from 'zod'
import { and, eq, pagePresence } from '@/src/db'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { LeavePage } from './schemas'

/** A tab has closed the page; saying so again does nothing. */
export async function leavePage({ ctx, input }: { ctx: StaffContext; input: z.input<typeof LeavePage> }) {
  const me = authorise(ctx, 'page.read')
  const { pageId, tabId } = LeavePage.parse(input)
  await ctx.db.transaction((tx) =>
    tx
      .delete(pagePresence)
      .where(
        and(eq(pagePresence.pageId, pageId), eq(pagePresence.staffId, me.id), eq(pagePresence.tabId, tabId)),
      ),
  )
}
