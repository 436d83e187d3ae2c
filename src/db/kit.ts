import { databaseDialect } from '../lib/env'
import * as postgres from './kit.postgres'
import * as sqlite from './kit.sqlite'

/*
 * The one place where a dialect is chosen. The cast holds because `kit.types.test.ts` asserts
 * that both kits infer the same rows, and because services use only what both dialects of the
 * query builder share.
 */
const kit = (databaseDialect() === 'sqlite' ? sqlite : postgres) as typeof postgres

export const { table, text, integer, big, flag, instant, document, word } = kit
export const { primaryKey, unique, uniqueIndex, index, check } = kit
