import { AsyncLocalStorage } from 'node:async_hooks'

const inTransaction = new AsyncLocalStorage<true>()

/**
 * Runs `work` marked as being inside a transaction, and throws at once when it already is one:
 * on SQLite the inner one would wait for the outer one for ever.
 */
export function withoutNesting<T>(work: () => Promise<T>): Promise<T> {
  if (inTransaction.getStore()) throw new Error('transactions do not nest: hand the Tx on instead')
  return inTransaction.run(true, work)
}
