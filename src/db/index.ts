/*
 * All that services see of the database. The operators leave out what only one dialect has,
 * such as `ilike`; nothing outside this folder imports the query builder itself.
 */

export type { Column, SQL } from 'drizzle-orm'
export {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  notInArray,
  or,
  sql,
  sum,
} from 'drizzle-orm'
export { urlBeside } from './beside'
export { chunksOf } from './chunks'
export { openDatabase } from './database'
export { isUniqueViolation, type Refused, refusedBecause } from './errors'
export type { Database, ReadDb, Tx } from './handles'
export * from './schema'
export { contains, documentContains } from './search'
export { readSnapshot } from './snapshot'
export { change, insertion, lookup } from './statements'
