import type { z } from 'zod'
import { count, eq, template } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { contentToKeep } from './internal'
import { SaveTemplate } from './schemas'

/** One person keeps so many. */
const MOST_EACH = 200

/**
 * Keeps blocks, or a page, to start from again; everybody who builds pages finds it. Throws
 * `page_invalid` with what is wrong with them, and `too_large` when this person keeps too many.
 */
export async function saveTemplate({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof SaveTemplate>
}) {
  const staff = authorise(ctx, 'page.write')
  const parsed = SaveTemplate.parse(input)
  const content = contentToKeep(parsed)
  const { kind, name } = parsed
  const now = ctx.clock.now()
  const id = newId('tpl', now)
  return ctx.db.transaction(async (tx) => {
    const [own] = await tx.select({ count: count() }).from(template).where(eq(template.createdBy, staff.id))
    if ((own?.count ?? 0) >= MOST_EACH) {
      throw new AppError('too_large', `${staff.id} keeps ${MOST_EACH} templates`, [
        { code: 'too_many_templates', params: { most: MOST_EACH } },
      ])
    }
    await tx
      .insert(template)
      .values({ id, kind, name, content, createdBy: staff.id, createdAt: now, updatedAt: now })
    await recordAudit(tx, ctx, 'template.save', id, { kind, name })
    return { id }
  })
}
