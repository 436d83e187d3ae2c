import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/* The columns our tables are made of, for SQLite. See `kit.postgres.ts`. */

export { check, index, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'
export { integer, primaryKey, text }
export const table = sqliteTable

/** SQLite's integers have 64 bits already. */
export const big = (name: string) => integer(name)

export const flag = (name: string) => integer(name, { mode: 'boolean' })

export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })

export const document = <T>(name: string) => text(name, { mode: 'json' }).$type<T>()

export const word = <const T extends [string, ...string[]]>(name: string, words: T) =>
  text(name, { enum: words })
