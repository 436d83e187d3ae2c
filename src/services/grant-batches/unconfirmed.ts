import type { ReadDb, Tx } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import { counterText, readCounters, takeCounters } from '../grants/counters'

/**
 * What one member of staff may give out on one day of the shop's with nobody else's confirmation, at
 * worst and in all batches together, in fen: ¥1,000. Beyond it a second person confirms, and cutting
 * a batch into small ones does not get around that. The approval engine takes this over.
 */
export const CONFIRM_ABOVE_FEN = 100_000

interface Asked {
  staffId: string
  worstFen: number
  now: Date
  timeZone: string
}

const counterOf = ({ staffId, now, timeZone }: Asked) => ({
  scope: 'unconfirmed-grants',
  key: `${calendarDay(timeZone, now).day} ${staffId}`,
})

/** Whether a second person has to confirm it, as things stand. */
export async function needsConfirmation(db: ReadDb, asked: Asked): Promise<boolean> {
  const counter = counterOf(asked)
  const used = (await readCounters(db, [counter])).get(counterText(counter))?.used ?? 0
  return used + asked.worstFen > CONFIRM_ABOVE_FEN
}

/** Counts it on what this person gives out alone today; false, and nothing counted, when it is too much. */
export async function takeUnconfirmed(tx: Tx, asked: Asked): Promise<boolean> {
  if (asked.worstFen > CONFIRM_ABOVE_FEN) return false
  const take = { ...counterOf(asked), amount: asked.worstFen, cap: CONFIRM_ABOVE_FEN }
  return takeCounters(tx, [take], 'take')
}
