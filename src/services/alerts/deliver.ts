import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { AlertFacts } from '@/schemas/alert'
import { Id } from '@/schemas/primitives'
import { alert, eq } from '@/src/db'
import type { AppContext } from '../context'
import type { OutboxHandler } from '../outbox'

const Payload = z.object({ alertId: Id })

/**
 * Posts an alert to the webhook, from the outbox: `{id, raisedAt, link?, …facts}` as JSON, signed in
 * `x-ziggurat-signature: t=<unix seconds>,v1=<HMAC-SHA256 of "t.body" in hex>`. The same alert may
 * come twice, under the same `idempotency-key`. Any answer but 2xx is tried again later.
 */
export const deliverAlert: OutboxHandler = async (ctx, { payload, idempotency }, signal) => {
  const { alertId } = Payload.parse(payload)
  const { alertWebhook, clock, db } = ctx
  if (!alertWebhook) throw new Error('no webhook for alerts is set')
  const [row] = await db.read.select().from(alert).where(eq(alert.id, alertId))
  if (!row) throw new Error(`no alert ${alertId}`)
  const link = linkOf(ctx, row.facts)
  const body = JSON.stringify({ id: row.id, raisedAt: row.raisedAt, ...(link && { link }), ...row.facts })
  const response = await fetch(alertWebhook.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': idempotency,
      'x-ziggurat-signature': signature(alertWebhook.key, body, clock.now()),
    },
    body,
    // A redirect would take what is signed to somebody else.
    redirect: 'manual',
    signal,
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`the webhook answered ${response.status}`)
}

function signature(key: Buffer, body: string, now: Date): string {
  const t = Math.floor(now.getTime() / 1_000)
  return `t=${t},v1=${createHmac('sha256', key).update(`${t}.${body}`).digest('hex')}`
}

/** Where it can be set right; absent while the shop's address is not known. */
function linkOf({ publicUrl }: Pick<AppContext, 'publicUrl'>, facts: AlertFacts): string | undefined {
  if (!publicUrl) return undefined
  return facts.kind === 'books_disagree'
    ? `${publicUrl}/reconciliation`
    : `${publicUrl}/campaigns/${facts.campaignId}`
}
