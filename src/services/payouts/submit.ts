import { z } from 'zod'
import { Id } from '@/schemas/primitives'
import { and, eq, isNull, member, payout, type ReadDb } from '@/src/db'
import type { OutboxHandler } from '../outbox'
import { fileAdapter, type PayoutAdapter, type PayoutOrder } from './adapter'
import { referenceOf, unchanged } from './internal'
import { transition } from './state'

const Payload = z.object({ payoutId: Id, attempt: z.int().min(1) })

/** Hands payouts to an adapter, from the outbox. One that it took over before is left alone. */
export function submitPayouts(adapter: PayoutAdapter = fileAdapter): OutboxHandler {
  return async ({ db, clock }, { payload }, signal) => {
    const { payoutId, attempt } = Payload.parse(payload)
    const found = await readOrder(db.read, payoutId, attempt)
    if (!found) return
    const taken = await adapter.submit(found.order, signal)
    const now = clock.now()
    const state = taken === 'paying' ? transition(found.row.state, 'pay') : found.row.state
    await db.transaction((tx) =>
      tx
        .update(payout)
        .set({ state, handedAt: now, updatedAt: now })
        .where(and(unchanged(found.row), isNull(payout.handedAt)))
        .returning({ id: payout.id }),
    )
  }
}

/** The order of that try; undefined when it was handed over already, or another try followed. */
async function readOrder(db: ReadDb, payoutId: string, attempt: number) {
  const [found] = await db
    .select({ row: payout, shopMemberId: member.shopMemberId, name: member.nickname })
    .from(payout)
    .innerJoin(member, eq(payout.memberId, member.id))
    .where(
      and(
        eq(payout.id, payoutId),
        eq(payout.attempt, attempt),
        eq(payout.state, 'claim_pending'),
        isNull(payout.handedAt),
      ),
    )
  if (!found) return undefined
  const { row, shopMemberId, name } = found
  const { amountFen, account } = row
  const order: PayoutOrder = {
    reference: referenceOf(row),
    amountFen,
    receiver: { shopMemberId, name, account },
  }
  return { row, order }
}
