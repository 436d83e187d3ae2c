import { and, chunksOf, counter, eq, gte, inArray, lte, type ReadDb, sql, type Tx } from '@/src/db'

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
  const found = new Map<string, CounterRow>()
  for (const part of chunksOf(keys)) {
    // Scopes times keys covers more pairs than were asked for, but few of those exist.
    const rows = await db
      .select()
      .from(counter)
      .where(
        and(
          inArray(counter.scope, [...new Set(part.map((k) => k.scope))]),
          inArray(counter.key, [...new Set(part.map((k) => k.key))]),
        ),
      )
    for (const row of rows) found.set(counterText(row), { used: row.used, cap: row.cap })
  }
  return found
}

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
  const used = sql`${counter.used} + excluded.used`
  const cap = capFrom === 'take' ? sql`excluded.cap` : sql`${counter.cap}`
  for (const part of chunksOf(takes)) {
    const rows = await tx
      .insert(counter)
      .values(part.map(({ scope, key, amount, cap }) => ({ scope, key, used: amount, cap })))
      .onConflictDoUpdate({
        target: [counter.scope, counter.key],
        set: { used, cap },
        setWhere: lte(used, cap),
      })
      .returning({ key: counter.key })
    if (rows.length < part.length) return false
  }
  return true
}

/** Starts counters at what was counted otherwise until now; one that was started meanwhile stays. */
export async function startCounters(tx: Tx, rows: (CounterKey & CounterRow)[]): Promise<void> {
  for (const part of chunksOf(rows)) {
    await tx
      .insert(counter)
      .values(part.map(({ scope, key, used, cap }) => ({ scope, key, used, cap })))
      .onConflictDoNothing()
  }
}

/** Gives back what was taken. Answers false when less was; the caller must then roll back. */
export async function giveBack(tx: Tx, amounts: (CounterKey & { amount: number })[]): Promise<boolean> {
  for (const { scope, key, amount } of amounts) {
    const rows = await tx
      .update(counter)
      .set({ used: sql`${counter.used} - ${amount}` })
      .where(and(eq(counter.scope, scope), eq(counter.key, key), gte(counter.used, amount)))
      .returning({ key: counter.key })
    if (rows.length === 0) return false
  }
  return true
}
