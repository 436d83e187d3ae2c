import type { Tx } from '@/src/db'

/**
 * A transaction before whose first write `work` happens, as if another process had written between
 * what was read and what follows from it. One database can show what only several would do.
 */
export function comesBetween(tx: Tx, work: (tx: Tx) => Promise<unknown>): Tx {
  let isDone = false
  const beforehand = async () => {
    if (isDone) return
    isDone = true
    await work(tx)
  }
  const wrap = (statement: object): object =>
    new Proxy(statement, {
      get: (target, name) => {
        const value = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        if (name !== 'then') return (...args: unknown[]) => wrap(value.apply(target, args))
        return (resolve: (rows: unknown) => void, reject: (error: unknown) => void) =>
          beforehand().then(() => value.call(target, resolve, reject), reject)
      },
    })
  return {
    select: tx.select.bind(tx),
    selectDistinct: tx.selectDistinct.bind(tx),
    insert: ((into: never) => wrap(tx.insert(into))) as unknown as Tx['insert'],
    update: ((of: never) => wrap(tx.update(of))) as unknown as Tx['update'],
    delete: ((from: never) => wrap(tx.delete(from))) as unknown as Tx['delete'],
  }
}
