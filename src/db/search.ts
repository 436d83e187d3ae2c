import { type Column, type SQL, sql } from 'drizzle-orm'

/** True where the column's document holds `text` as it is written, anywhere in it. */
export function documentContains(column: Column, text: string): SQL {
  return sql`cast(${column} as text) like ${`%${escaped(text)}%`} escape '\\'`
}

/** True where the column holds `text` anywhere, whatever the case; `%` and `_` mean themselves. */
export function contains(column: Column, text: string): SQL {
  const pattern = `%${escaped(text)}%`
  return sql`lower(${column}) like lower(${pattern}) escape '\\'`
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')
