import type { CheckKind } from '@/schemas/check-rule'
import { inArray, staff } from '@/src/db'
import { DEFAULT_RULES } from '@/src/document'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { readChangedRules, ruleOf } from './read'

/** Every rule that pages are checked by, with what was changed of it, by whom and when. */
export async function listCheckRules({ ctx }: { ctx: StaffContext }) {
  authorise(ctx, 'page.read')
  const db = ctx.db.read
  const changed = await readChangedRules(db)
  const ids = [...new Set([...changed.values()].map(({ updatedBy }) => updatedBy))]
  const people =
    ids.length > 0
      ? await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))
      : []
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return (Object.keys(DEFAULT_RULES) as CheckKind[]).map((kind) => {
    const row = changed.get(kind)
    return {
      kind,
      ...ruleOf(kind, row),
      note: row?.note ?? '',
      revision: row?.revision ?? 0,
      changed: row ? { by: nameOf.get(row.updatedBy) ?? '', at: row.updatedAt } : null,
    }
  })
}
