import { createHmac } from 'node:crypto'

/** Whoever outside is told, and what it is signed with. */
export interface Webhook {
  url: string
  key: Buffer
}

/**
 * Posts JSON, signed in `x-ziggurat-signature: t=<unix seconds>,v1=<HMAC-SHA256 of "t.body" in hex>`.
 * The same may come twice, under the same `idempotency-key`. Throws for any answer but 2xx.
 */
export async function postSigned(
  { url, key }: Webhook,
  { content, idempotency, now }: { content: object; idempotency: string; now: Date },
  signal: AbortSignal,
): Promise<void> {
  const body = JSON.stringify(content)
  const t = Math.floor(now.getTime() / 1_000)
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': idempotency,
      'x-ziggurat-signature': `t=${t},v1=${createHmac('sha256', key).update(`${t}.${body}`).digest('hex')}`,
    },
    body,
    // A redirect would take what is signed to somebody else.
    redirect: 'manual',
    signal,
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`the webhook answered ${response.status}`)
}
