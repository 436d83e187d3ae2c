import type { z } from 'zod'
import { and, eq, page } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordDraftUses } from '../assets/uses'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getPage, requireValidPage } from './internal'
import { keepHourly, keepVersion } from './keep-version'
import { SavePage } from './schemas'

/**
 * Saves a page's definition. What is published does not change. Throws `page_invalid` with every
 * problem, or `conflict` when somebody saved since `revision` was read; nothing is overwritten.
 * What it replaces is kept as a version now and then, and when `keep` says why.
 */
export async function savePage({ ctx, input }: { ctx: StaffContext; input: z.input<typeof SavePage> }) {
  const staff = authorise(ctx, 'page.write')
  const { id, revision, definition: given, keep } = SavePage.parse(input)
  const definition = requireValidPage(given)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const before = await getPage(tx, id)
    const [after] = await tx
      .update(page)
      .set({
        definition,
        title: definition.title,
        revision: revision + 1,
        updatedBy: staff.id,
        updatedAt: now,
      })
      .where(and(eq(page.id, id), eq(page.revision, revision)))
      .returning()
    if (!after) {
      throw new AppError('conflict', `page ${id} is at revision ${before.revision}`, [
        { code: 'page_changed', params: { revision: before.revision } },
      ])
    }
    await recordDraftUses(tx, id, revision + 1, definition)
    if (keep) await keepVersion(tx, { row: before, reason: keep, now })
    else await keepHourly(tx, before, now)
    // What was merged is kept as it came out, whatever is decided of it later.
    if (keep === 'conflict') await keepVersion(tx, { row: after, reason: keep, now })
    await recordAudit(tx, ctx, 'page.save', id, { revision: revision + 1 })
    return { revision: revision + 1, savedAt: now }
  })
}
