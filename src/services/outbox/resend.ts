import type { z } from 'zod'
import { and, asc, eq, inArray, outbox, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { ResendDeadLetter, ResendDeadLetters } from './schemas'

/** Sent again at one go; of more, the rest are left for the next. */
const MOST = 500

/** Tries a dead letter again, from its first attempt. Throws `wrong_state` for what is none. */
export async function resendDeadLetter({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ResendDeadLetter>
}) {
  authorise(ctx, 'outbox.write')
  const { id } = ResendDeadLetter.parse(input)
  return ctx.db.transaction(async (tx) => {
    const resent = await revive(tx, [id], ctx.clock.now())
    if (resent === 0) throw new AppError('wrong_state', `${id} is no dead letter`)
    await recordAudit(tx, ctx, 'outbox.resend', id)
    return { resent }
  })
}

/** Tries all dead letters of a topic again, or all there are, 500 at a time. Answers how many. */
export async function resendDeadLetters({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ResendDeadLetters>
}) {
  authorise(ctx, 'outbox.write')
  const { topic } = ResendDeadLetters.parse(input)
  return ctx.db.transaction(async (tx) => {
    const dead = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.state, 'dead'), topic ? eq(outbox.topic, topic) : undefined))
      .orderBy(asc(outbox.id))
      .limit(MOST)
    const ids = dead.map(({ id }) => id)
    const resent = await revive(tx, ids, ctx.clock.now())
    if (resent > 0) await recordAudit(tx, ctx, 'outbox.resendAll', topic ?? 'outbox', { resent })
    return { resent }
  })
}

async function revive(tx: Tx, ids: string[], now: Date): Promise<number> {
  if (ids.length === 0) return 0
  const revived = await tx
    .update(outbox)
    .set({ state: 'waiting', attempts: 0, dueAt: now, endedAt: null })
    .where(and(inArray(outbox.id, ids), eq(outbox.state, 'dead')))
    .returning({ id: outbox.id })
  return revived.length
}
