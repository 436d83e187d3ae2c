import type { z } from 'zod'
import { eq, type ReadDb, template } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getSaved } from './internal'
import { DeleteTemplate, RenameTemplate } from './schemas'

/** Who saved it changes it, and administrators do. Throws `forbidden` for anybody else. */
async function requireOwn(db: ReadDb, ctx: StaffContext, id: string): Promise<void> {
  const staff = authorise(ctx, 'page.write')
  const { createdBy } = await getSaved(db, id)
  if (createdBy === staff.id || staff.roles.includes('admin')) return
  throw new AppError('forbidden', `${staff.id} did not save ${id}`, [{ code: 'saved_by_other' }])
}

export async function renameTemplate({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof RenameTemplate>
}) {
  authorise(ctx, 'page.write')
  const { id, name } = RenameTemplate.parse(input)
  return ctx.db.transaction(async (tx) => {
    await requireOwn(tx, ctx, id)
    await tx.update(template).set({ name, updatedAt: ctx.clock.now() }).where(eq(template.id, id))
    await recordAudit(tx, ctx, 'template.rename', id, { name })
    return { id }
  })
}

/** Pages that were made from it stay as they are: they hold copies. */
export async function deleteTemplate({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof DeleteTemplate>
}) {
  authorise(ctx, 'page.write')
  const { id } = DeleteTemplate.parse(input)
  return ctx.db.transaction(async (tx) => {
    await requireOwn(tx, ctx, id)
    await tx.delete(template).where(eq(template.id, id))
    await recordAudit(tx, ctx, 'template.delete', id)
    return { id }
  })
}
