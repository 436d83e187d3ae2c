import type { z } from 'zod'
import { and, eq, page } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordDraftUses } from '../assets/uses'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getPage, requireValidPage } from './internal'
import { SavePage } from './schemas'

/**
 * Saves a page's definition. What is published does not change. Throws `page_invalid` with every
 * problem, or `conflict` when somebody saved since `revision` was read; nothing is overwritten.
 */
export async function savePage({ ctx, input }: { ctx: StaffContext; input: z.input<typeof SavePage> }) {
  const staff = authorise(ctx, 'page.write')
  const { id, revision, definition: given } = SavePage.parse(input)
  const definition = requireValidPage(given)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const before = await getPage(tx, id)
    const saved = await tx
      .update(page)
      .set({
        definition,
        title: definition.title,
        revision: revision + 1,
        updatedBy: staff.id,
        updatedAt: now,
      })
      .where(and(eq(page.id, id), eq(page.revision, revision)))
      .returning({ revision: page.revision })
    if (saved.length === 0) {
      throw new AppError('conflict', `page ${id} is at revision ${before.revision}`, [
        { code: 'page_changed', params: { revision: before.revision } },
      ])
    }
    await recordDraftUses(tx, id, revision + 1, definition)
    await recordAudit(tx, ctx, 'page.save', id, { revision: revision + 1 })
    return { revision: revision + 1, savedAt: now }
  })
}
