import { and, eq, orderRequest, type Tx } from '@/src/db'
import { canonicalJson } from '@/src/document'
import { AppError } from '@/src/lib/errors'
import { sha256Hex } from '@/src/lib/hash'
import type { AppContext } from '../context'
import { guard, untilGuarded } from '../guard'

interface Asked {
  memberId: string
  key: string
  verb: 'lock' | 'redeem' | 'unlock' | 'reverse'
  input: unknown
}

/**
 * Does a request about an order once: in one transaction, again when another process moved what it
 * needs, and not at all when its key was answered before; then that answer is given again. A refusal
 * changed nothing and is not kept.
 *
 * @throws `idempotency_mismatch` when the key was used for another request.
 */
export function answerOnce<Answer extends { status: string }>(
  ctx: AppContext,
  { memberId, key, verb, input }: Asked,
  work: (tx: Tx, now: Date) => Promise<Answer>,
): Promise<Answer> {
  const inputHash = sha256Hex(canonicalJson({ verb, input }))
  const isAsked = and(eq(orderRequest.memberId, memberId), eq(orderRequest.key, key))
  const attempt = async (tx: Tx): Promise<Answer> => {
    const [before] = await tx.select().from(orderRequest).where(isAsked)
    if (before && before.inputHash !== inputHash)
      throw new AppError('idempotency_mismatch', `key ${key} of ${memberId} asked for something else`)
    if (before) return JSON.parse(before.answer) as Answer
    // The key is taken first: a repeat waits here until this one is done, and then finds its answer.
    const now = ctx.clock.now()
    const taken = await tx
      .insert(orderRequest)
      .values({ memberId, key, inputHash, answer: '', createdAt: now })
      .onConflictDoNothing()
      .returning({ key: orderRequest.key })
    guard(taken.length === 1, 'outcomes')
    const answer = await work(tx, now)
    if (answer.status === 'refused') {
      await tx.delete(orderRequest).where(isAsked)
      return answer
    }
    await tx
      .update(orderRequest)
      .set({ answer: JSON.stringify(answer) })
      .where(isAsked)
    return answer
  }
  return untilGuarded(() => ctx.db.transaction(attempt))
}
