import { bigint, boolean, integer, json, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/*
 * The columns our tables are made of, for PostgreSQL. `kit.sqlite.ts` exports the same names;
 * a type test asserts that both infer the same rows.
 */

export { check, index, unique, uniqueIndex } from 'drizzle-orm/pg-core'
export { integer, primaryKey, text }
export const table = pgTable

/** Whole numbers that may pass 2^31, such as money in fen; safe up to 2^53. */
export const big = (name: string) => bigint(name, { mode: 'number' })

export const flag = (name: string) => boolean(name)

/** An instant in UTC, to the millisecond. */
export const instant = (name: string) => timestamp(name, { mode: 'date', withTimezone: true, precision: 3 })

/** A document kept as it was written (`json`, not `jsonb`): never queried inside. */
export const document = <T>(name: string) => json(name).$type<T>()

/** One of a closed set of words. */
export const word = <const T extends [string, ...string[]]>(name: string, words: T) =>
  text(name, { enum: words })
