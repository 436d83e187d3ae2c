import { eq, type ReadDb, tool } from '@/src/db'
import { AppError } from '@/src/lib/errors'

/** One tool. Throws `not_found`. */
export async function getTool(db: ReadDb, id: string): Promise<typeof tool.$inferSelect> {
  const [row] = await db.select().from(tool).where(eq(tool.id, id))
  if (!row) throw new AppError('not_found', `no tool ${id}`)
  return row
}
