import { and, asc, counter, entry, eq, gt, hold, lte, or, sql, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { addToBalance, readBalances, takeFromBalance } from '../budgets/ledger'
import type { AppContext } from '../context'
import { stockOf } from './counters'
import type { HeldAside } from './holds'

/** Holds released in one transaction. */
const AT_ONCE = 100

/** Gives back what is left of holds that are over: the stock, and the money by the opposite entry. */
export async function releaseHolds(ctx: AppContext): Promise<void> {
  for (;;) {
    const now = ctx.clock.now()
    const isOver = and(lte(hold.until, now), or(gt(hold.countLeft, 0), gt(hold.leftFen, 0)))
    const over = await ctx.db.transaction(async (tx) => {
      const rows = await tx.select().from(hold).where(isOver).orderBy(asc(hold.id)).limit(AT_ONCE)
      for (const row of rows) await release(tx, row, now)
      return rows.length
    })
    if (over < AT_ONCE) return
  }
}

async function release(tx: Tx, row: HeldAside, now: Date): Promise<void> {
  const emptied = await tx
    .update(hold)
    .set({ countLeft: 0, leftFen: 0 })
    .where(and(eq(hold.id, row.id), eq(hold.countLeft, row.countLeft), eq(hold.leftFen, row.leftFen)))
    .returning({ id: hold.id })
  // A grant took from it meanwhile: the next round sees what it left.
  if (emptied.length === 0) return
  const { scope, key } = stockOf(row.rewardId)
  await tx
    .update(counter)
    .set({ used: sql`${counter.used} - ${row.countLeft}` })
    .where(and(eq(counter.scope, scope), eq(counter.key, key)))
  if (row.leftFen === 0) return
  const balances = (await readBalances(tx, [row.campaignId])).get(row.campaignId)
  if (!balances) throw new Error(`campaign ${row.campaignId} has no accounts`)
  if (!(await takeFromBalance(tx, balances.reserved.id, row.leftFen)))
    throw new Error(`hold ${row.id} holds more than its campaign reserved`)
  await addToBalance(tx, balances.allocated.id, row.leftFen)
  await tx.insert(entry).values({
    id: newId('ent', now),
    debitAccountId: balances.reserved.id,
    creditAccountId: balances.allocated.id,
    amountFen: row.leftFen,
    cause: 'release',
    causeId: row.id,
    createdAt: now,
  })
}
