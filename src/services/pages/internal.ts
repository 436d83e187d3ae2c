import type { PageDefinition } from '@/schemas/page'
import { eq, page, type ReadDb } from '@/src/db'
import { validatePage } from '@/src/document'
import { AppError } from '@/src/lib/errors'
import { definitions } from '@/widgets/registry.definitions.gen'

export type PageRow = typeof page.$inferSelect

/** One page; undefined when there is none. */
export async function findPage(db: ReadDb, id: string): Promise<PageRow | undefined> {
  const [row] = await db.select().from(page).where(eq(page.id, id))
  return row
}

/** One page. Throws `not_found`. */
export async function getPage(db: ReadDb, id: string): Promise<PageRow> {
  const row = await findPage(db, id)
  if (!row) throw new AppError('not_found', `no page ${id}`)
  return row
}

/** A definition that may be stored. Throws `page_invalid` with every problem and where it is. */
export function requireValidPage(definition: unknown): PageDefinition {
  const checked = validatePage(definition, definitions)
  if (!checked.ok) throw new AppError('page_invalid', 'the page definition is not valid', checked.problems)
  return checked.page
}
