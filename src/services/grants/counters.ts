import { change, counter, gte, insertion, lookup, lte, type ReadDb, type SQL, sql, type Tx } from '@/src/db'

/** One row of the bounded counter. */
export interface CounterKey {
  scope: string
  key: string
}

/** How many of a reward may be granted. */
export const stockOf = (rewardId: string): CounterKey => ({ scope: 'stock', key: rewardId })

/** How many of a reward may be granted on one day of the shop's. */
export const stockOfDay = (rewardId: string, day: string): CounterKey => ({
  scope: `stock-day:${rewardId}`,
  key: day,
})

/** A tool's own counter, apart from every other tool's. */
export const ofTool = (toolId: string, ref: { name: string; key: string }): CounterKey => ({
  scope: `tool:${toolId}:${ref.name}`,
  key: ref.key,
})

// A NUL cannot occur in either part, so two different counters never share a text.
export const counterText = ({ scope, key }: CounterKey) => `${scope}\0${key}`

export interface CounterRow {
  used: number
  cap: number
}

/** The counters' rows by `counterText`; one that was never taken is absent. */
export async function readCounters(db: ReadDb, keys: CounterKey[]): Promise<Map<string, CounterRow>> {
  const rows = await db.find(byKey, keys)
  return new Map(rows.map((row) => [counterText(row), { used: row.used, cap: row.cap }]))
}

const byKey = lookup(counter, ['scope', 'key'])

export interface Take extends CounterKey {
  amount: number
  cap: number
}

/**
 * Takes from several counters at once. Answers false when one of them would have passed its cap;
 * the caller must then roll back. `capFrom` says whose cap counts: `take` for limits, which come
 * from a tool's configuration, `row` for stock, which is changed by itself and must not be set
 * back to what this transaction read.
 */
export async function takeCounters(tx: Tx, takes: Take[], capFrom: 'take' | 'row'): Promise<boolean> {
  const rows = takes.map(({ scope, key, amount, cap }) => ({ scope, key, used: amount, cap }))
  return (await tx.put(capFrom === 'take' ? takeUnderGivenCap : takeUnderOwnCap, rows)) === takes.length
}

const takeUnder = (cap: SQL) => {
  const used = sql`${counter.used} + excluded.used`
  return insertion(counter, { target: ['scope', 'key'], set: { used, cap }, setWhere: lte(used, cap) })
}
const takeUnderGivenCap = takeUnder(sql`excluded.cap`)
const takeUnderOwnCap = takeUnder(sql`${counter.cap}`)

/** Starts counters at what was counted otherwise until now; one that was started meanwhile stays. */
export async function startCounters(tx: Tx, rows: (CounterKey & CounterRow)[]): Promise<void> {
  await tx.put(startAt, rows)
}

const startAt = insertion(counter, 'leaves')

/** Gives back what was taken. Answers false when less was; the caller must then roll back. */
export async function giveBack(tx: Tx, amounts: (CounterKey & { amount: number })[]): Promise<boolean> {
  return (await tx.change(backTo, amounts)) === amounts.length
}

const backTo = change(counter, ['scope', 'key'], {
  given: { amount: counter.used },
  set: ({ amount }) => ({ used: sql`${counter.used} - ${amount}` }),
  setWhere: ({ amount }) => gte(counter.used, amount),
})
