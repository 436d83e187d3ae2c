import { outbox, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'

interface Message {
  /** Which handler does it (src/jobs/topics.ts). */
  topic: string
  /** What the handler needs. Ids rather than copies, and nothing secret: staff read it among dead letters. */
  payload: Record<string, unknown>
  /** One for each intent: put again under the same key, it is still one. */
  idempotency: string
}

/** Notes what is to be done outside, in the transaction that is the reason for it. */
export async function putOutbox(tx: Tx, { topic, payload, idempotency }: Message, now: Date): Promise<void> {
  await tx
    .insert(outbox)
    .values({
      id: newId('obx', now),
      topic,
      payload,
      idempotency,
      state: 'waiting',
      dueAt: now,
      createdAt: now,
    })
    .onConflictDoNothing()
}
