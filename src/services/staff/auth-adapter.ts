import type { BetterAuthOptions, DBAdapter } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { type Database, type ReadDb, staff, staffCredential, staffSession, staffVerification } from '@/src/db'
import { databaseDialect } from '@/src/lib/env'

const config = {
  provider: databaseDialect() === 'sqlite' ? ('sqlite' as const) : ('pg' as const),
  schema: { staff, staffCredential, staffSession, staffVerification },
}

/**
 * better-auth's own adapter, with each of its writes in a transaction of ours. Left to itself it
 * would write outside of them: on SQLite, into whatever transaction happens to be open.
 */
export function authAdapter(db: Database) {
  return (options: BetterAuthOptions): DBAdapter => {
    const on = (handle: ReadDb): DBAdapter => drizzleAdapter(handle, config)(options)
    const reading = on(db.read)
    return {
      ...reading,
      create: (data) => db.transaction((tx) => on(tx).create(data)),
      update: (data) => db.transaction((tx) => on(tx).update(data)),
      updateMany: (data) => db.transaction((tx) => on(tx).updateMany(data)),
      delete: (data) => db.transaction((tx) => on(tx).delete(data)),
      deleteMany: (data) => db.transaction((tx) => on(tx).deleteMany(data)),
      consumeOne: (data) => db.transaction((tx) => on(tx).consumeOne(data)),
      incrementOne: (data) => db.transaction((tx) => on(tx).incrementOne(data)),
      transaction: (work) => db.transaction((tx) => work(on(tx))),
    }
  }
}
