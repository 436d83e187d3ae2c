import { and, eq, gte, hold, inArray, type ReadDb, sql, type Tx } from '@/src/db'
import { type RowKey, rowText } from '../tools/rows'

/** What is left of stock and budget set aside for grants still to come. */
export interface HeldAside {
  id: string
  toolId: string
  key: string
  campaignId: string
  rewardId: string
  /** The day whose stock it took; null when the reward had none by the day. */
  stockDay: string | null
  countLeft: number
  leftFen: number
  until: Date
}

/** Holds by `rowText` of the tool and its own name for them. */
export async function readHolds(db: ReadDb, keys: RowKey[]): Promise<Map<string, HeldAside>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .select()
    .from(hold)
    .where(
      and(
        inArray(hold.toolId, [...new Set(keys.map((k) => k.toolId))]),
        inArray(hold.key, [...new Set(keys.map((k) => k.key))]),
      ),
    )
  return new Map(rows.map(({ createdAt: _, ...row }) => [rowText(row), row]))
}

/** What grants take out of one hold, and when it is over from then on. */
export interface FromHold {
  id: string
  count: number
  amountFen: number
  until: Date
}

/** Takes grants out of holds. Answers false when one of them holds less by now. */
export async function takeFromHolds(tx: Tx, takes: FromHold[]): Promise<boolean> {
  for (const { id, count, amountFen, until } of takes) {
    const rows = await tx
      .update(hold)
      .set({
        countLeft: sql`${hold.countLeft} - ${count}`,
        leftFen: sql`${hold.leftFen} - ${amountFen}`,
        until,
      })
      .where(and(eq(hold.id, id), gte(hold.countLeft, count), gte(hold.leftFen, amountFen)))
      .returning({ id: hold.id })
    if (rows.length === 0) return false
  }
  return true
}
