import { expectTypeOf, test } from 'vitest'
import type { ReadDb, Tx } from './handles'
import type { campaign } from './schema'

test('what only one dialect has, and what only a transaction may do, does not compile', () => {
  expectTypeOf<ReadDb>().not.toHaveProperty('insert')
  expectTypeOf<ReadDb>().not.toHaveProperty('update')
  expectTypeOf<ReadDb>().not.toHaveProperty('delete')
  expectTypeOf<ReadDb>().not.toHaveProperty('transaction')
  expectTypeOf<Tx>().not.toHaveProperty('execute')
  expectTypeOf<typeof import('./index')>().not.toHaveProperty('ilike')

  // Never run: only its type is looked at, before and after a clause was added.
  const query = (tx: Tx, table: typeof campaign) => tx.select().from(table)
  const filtered = (tx: Tx, table: typeof campaign) => tx.select().from(table).where(undefined)
  expectTypeOf<ReturnType<typeof query>>().not.toHaveProperty('for')
  expectTypeOf<ReturnType<typeof filtered>>().not.toHaveProperty('for')
  expectTypeOf<ReturnType<typeof query>>().toHaveProperty('where')
})
