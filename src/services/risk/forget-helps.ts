import { MOST_DAYS } from '@/schemas/risk'
import { and, help, inArray, lt, memberOrigin } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import type { AppContext } from '../context'
import { sinceDay } from './ring-terms'

/** Forgotten in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 500

/** Forgets who helped whom, and where members were seen, longer ago than any rule looks. */
export async function forgetHelps(ctx: AppContext, signal: AbortSignal): Promise<void> {
  const { day } = calendarDay(ctx.timeZone, ctx.clock.now())
  const before = sinceDay(day, MOST_DAYS)
  while (!signal.aborted && (await forgetSome(ctx, before)));
}

/** False when there was nothing left to forget. */
async function forgetSome({ db }: AppContext, before: string): Promise<boolean> {
  const areOld = { help: lt(help.day, before), origin: lt(memberOrigin.lastDay, before) }
  const helps = await db.read.select({ id: help.helperId }).from(help).where(areOld.help).limit(AT_ONCE)
  const { memberId } = memberOrigin
  const origins = await db.read
    .select({ id: memberId })
    .from(memberOrigin)
    .where(areOld.origin)
    .limit(AT_ONCE)
  if (helps.length + origins.length === 0) return false
  const idsOf = (rows: { id: string }[]) => [...new Set(rows.map(({ id }) => id))]
  await db.transaction(async (tx) => {
    await tx.delete(help).where(and(areOld.help, inArray(help.helperId, idsOf(helps))))
    await tx.delete(memberOrigin).where(and(areOld.origin, inArray(memberId, idsOf(origins))))
  })
  return true
}
