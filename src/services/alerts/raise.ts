import type { AlertFacts } from '@/schemas/alert'
import { alert, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { AppContext } from '../context'
import { putOutbox } from '../outbox'

export const ALERT_TOPIC = 'alert.webhook'

interface Raised {
  /** Names the occasion: raised again under the same key, it is told once. */
  key: string
  facts: AlertFacts
}

/** Tells staff of something, in the transaction that finds it: in the console, and outside where that is set up. */
export async function raiseAlert(
  tx: Tx,
  { alertWebhook, log }: Pick<AppContext, 'alertWebhook' | 'log'>,
  { key, facts }: Raised,
  now: Date,
): Promise<void> {
  const [raised] = await tx
    .insert(alert)
    .values({ id: newId('alr', now), key, facts, raisedAt: now })
    .onConflictDoNothing()
    .returning({ id: alert.id })
  if (!raised) return
  log.warn({ alertId: raised.id, ...facts }, 'an alert was raised')
  if (!alertWebhook) return
  const message = { topic: ALERT_TOPIC, payload: { alertId: raised.id }, idempotency: `alert:${raised.id}` }
  await putOutbox(tx, message, now)
}
