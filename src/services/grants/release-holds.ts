import { and, asc, entry, eq, gt, hold, lte, or, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { addToBalance, type Balances, readBalances, takeFromBalance } from '../budgets/ledger'
import type { AppContext } from '../context'
import { guard, untilGuarded } from '../guard'
import { type CounterKey, counterText, giveBack, stockOf, stockOfDay } from './counters'
import type { HeldAside } from './holds'

/** Holds released in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 20

/** Gives back what is left of holds that are over: the stock, and the money by the opposite entry. */
export async function releaseHolds(ctx: AppContext): Promise<void> {
  for (;;) {
    const now = ctx.clock.now()
    const over = await untilGuarded(() => ctx.db.transaction((tx) => releaseSome(tx, now)))
    if (over < AT_ONCE) return
  }
}

/**
 * Answers how many holds it gave back. It writes in the order in which batches are written, so that
 * neither waits for the other in a ring.
 */
async function releaseSome(tx: Tx, now: Date): Promise<number> {
  const isOver = and(lte(hold.until, now), or(gt(hold.countLeft, 0), gt(hold.leftFen, 0)))
  const over = await tx.select().from(hold).where(isOver).orderBy(asc(hold.id)).limit(AT_ONCE)
  const balances = await readBalances(tx, [...new Set(over.map(({ campaignId }) => campaignId))])
  await moveMoney(tx, over, balances)
  guard(await giveBack(tx, countsOf(over, dayOf)), 'limits')
  guard(await giveBack(tx, countsOf(over, totalOf)), 'stock')
  guard(await emptyHolds(tx, over), 'holds')
  const entries = over.flatMap(({ id, campaignId, leftFen }) => {
    const { allocated, reserved } = accountsOf(balances, campaignId)
    const sides = { debitAccountId: reserved.id, creditAccountId: allocated.id }
    const cause = { cause: 'release' as const, causeId: id }
    return leftFen > 0
      ? [{ id: newId('ent', now), ...sides, ...cause, amountFen: leftFen, createdAt: now }]
      : []
  })
  if (entries.length > 0) await tx.insert(entry).values(entries)
  return over.length
}

async function moveMoney(tx: Tx, over: HeldAside[], balances: Map<string, Balances>): Promise<void> {
  for (const campaignId of [...balances.keys()].sort()) {
    const own = over.filter((row) => row.campaignId === campaignId)
    const amountFen = own.reduce((sum, { leftFen }) => sum + leftFen, 0)
    if (amountFen === 0) continue
    const { allocated, reserved } = accountsOf(balances, campaignId)
    await addToBalance(tx, allocated.id, amountFen)
    guard(await takeFromBalance(tx, reserved.id, amountFen), 'budget')
  }
}

const totalOf = ({ rewardId }: HeldAside) => stockOf(rewardId)
const dayOf = ({ rewardId, stockDay }: HeldAside) =>
  stockDay === null ? undefined : stockOfDay(rewardId, stockDay)

/** How many are given back to each counter, in the order in which counters are written. */
function countsOf(over: HeldAside[], counterOf: (row: HeldAside) => CounterKey | undefined) {
  const counts = new Map<string, CounterKey & { amount: number }>()
  for (const row of over) {
    const key = counterOf(row)
    if (!key || row.countLeft === 0) continue
    const text = counterText(key)
    counts.set(text, { ...key, amount: (counts.get(text)?.amount ?? 0) + row.countLeft })
  }
  return [...counts.values()].sort((a, b) => (counterText(a) < counterText(b) ? -1 : 1))
}

/** Answers false when a grant took from one of them since they were read. */
async function emptyHolds(tx: Tx, over: HeldAside[]): Promise<boolean> {
  for (const { id, countLeft, leftFen } of [...over].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const emptied = await tx
      .update(hold)
      .set({ countLeft: 0, leftFen: 0 })
      .where(and(eq(hold.id, id), eq(hold.countLeft, countLeft), eq(hold.leftFen, leftFen)))
      .returning({ id: hold.id })
    if (emptied.length === 0) return false
  }
  return true
}

function accountsOf(balances: Map<string, Balances>, campaignId: string): Balances {
  const own = balances.get(campaignId)
  if (!own) throw new Error(`the accounts of ${campaignId} were not read`)
  return own
}
