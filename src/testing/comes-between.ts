import type { Database, Tx } from '@/src/db'

type Table = Parameters<Tx['insert']>[0]

/**
 * A transaction before whose first write, of `table` if one is named, `work` happens, as if another process had written between
 * what was read and what follows from it. One database can show what only several would do.
 */
export function comesBetween(tx: Tx, work: (tx: Tx) => Promise<unknown>, table?: Table): Tx {
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
  const written =
    (write: (to: Table) => object) =>
    (to: Table): object =>
      table === undefined || table === to ? wrap(write(to)) : write(to)
  return {
    select: tx.select.bind(tx),
    selectDistinct: tx.selectDistinct.bind(tx),
    insert: written((to) => tx.insert(to)) as Tx['insert'],
    update: written((to) => tx.update(to)) as Tx['update'],
    delete: written((to) => tx.delete(to)) as Tx['delete'],
    find: tx.find,
    put: async (statement, rows) => {
      if (table === undefined || table === statement.table) await beforehand()
      return tx.put(statement, rows)
    },
    change: async (statement, rows) => {
      if (table === undefined || table === statement.table) await beforehand()
      return tx.change(statement, rows)
    },
  }
}

/**
 * A request in whose first transaction `work` comes between; the tries after it are left alone. What
 * is rolled back takes `work` along, so that it was there for that one try.
 */
export function meanwhile<Ctx extends { db: Database }>(
  ctx: Ctx,
  work: (tx: Tx) => Promise<unknown>,
  table: Table,
): { ctx: Ctx; tries: () => number } {
  let tries = 0
  const transaction: Database['transaction'] = (inside) =>
    ctx.db.transaction((tx) => inside(tries++ === 0 ? comesBetween(tx, work, table) : tx))
  return { ctx: { ...ctx, db: { ...ctx.db, transaction } }, tries: () => tries }
}
