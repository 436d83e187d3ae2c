import { z } from 'zod'
import type { AlertFacts } from '@/schemas/alert'
import { Id } from '@/schemas/primitives'
import { alert, eq } from '@/src/db'
import { postSigned } from '@/src/lib/post-signed'
import type { AppContext } from '../context'
import type { OutboxHandler } from '../outbox'

const Payload = z.object({ alertId: Id })

/** Posts an alert to the webhook, from the outbox: `{id, raisedAt, link?, …facts}` as JSON, signed. */
export const deliverAlert: OutboxHandler = async (ctx, { payload, idempotency }, signal) => {
  const { alertId } = Payload.parse(payload)
  const { alertWebhook, clock, db } = ctx
  if (!alertWebhook) throw new Error('no webhook for alerts is set')
  const [row] = await db.read.select().from(alert).where(eq(alert.id, alertId))
  if (!row) throw new Error(`no alert ${alertId}`)
  const link = linkOf(ctx, row.facts)
  const content = { id: row.id, raisedAt: row.raisedAt, ...(link && { link }), ...row.facts }
  await postSigned(alertWebhook, { content, idempotency, now: clock.now() }, signal)
}

/** Where it can be set right; absent while the shop's address is not known. */
function linkOf({ publicUrl }: Pick<AppContext, 'publicUrl'>, facts: AlertFacts): string | undefined {
  if (!publicUrl) return undefined
  return facts.kind === 'books_disagree'
    ? `${publicUrl}/reconciliation`
    : `${publicUrl}/campaigns/${facts.campaignId}`
}
