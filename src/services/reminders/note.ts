import { addressReminder, type Tx } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import { newId } from '@/src/lib/ids'
import type { AppContext } from '../context'
import { putOutbox } from '../outbox'

export const REMINDER_TOPIC = 'member.reminder'

interface Occasion {
  /** Null for one by hand. */
  step: number | null
  staffId: string | null
}

/**
 * Notes that members are reminded of prizes, and has the shop told where that is set up. A prize its
 * member was reminded of today, or at that step, is left out. Answers those that were noted.
 */
export async function noteReminders(
  tx: Tx,
  ctx: AppContext,
  grantIds: readonly string[],
  occasion: Occasion,
): Promise<string[]> {
  if (grantIds.length === 0) return []
  const now = ctx.clock.now()
  const { day } = calendarDay(ctx.timeZone, now)
  const noted = await tx
    .insert(addressReminder)
    .values(
      grantIds.map((grantId) => ({ id: newId('rmd', now), grantId, day, remindedAt: now, ...occasion })),
    )
    .onConflictDoNothing()
    .returning({ id: addressReminder.id, grantId: addressReminder.grantId })
  if (ctx.memberWebhook)
    for (const { id } of noted)
      await putOutbox(
        tx,
        { topic: REMINDER_TOPIC, payload: { reminderId: id }, idempotency: `reminder:${id}` },
        now,
      )
  return noted.map(({ grantId }) => grantId)
}
