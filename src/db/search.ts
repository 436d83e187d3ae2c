import { type Column, type SQL, sql } from 'drizzle-orm'

/** True where the column holds `text` anywhere, whatever the case; `%` and `_` mean themselves. */
export function contains(column: Column, text: string): SQL {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql`lower(${column}) like lower(${pattern}) escape '\\'`
}
