import { randomBytes } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Wall } from './coupon-wall'

/** A member's session cookie, got as the shop's app gets it: a ticket it signed, exchanged for one. */
export async function memberCookie(
  origin: string,
  ticketSecret: string,
  wall: Wall,
  member: string,
): Promise<string> {
  const ticket = await new SignJWT({ nickname: member })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(member)
    .setAudience('ziggurat')
    .setIssuedAt()
    .setExpirationTime('60s')
    .sign(Buffer.from(ticketSecret))
  const response = await fetch(`${origin}/p/${wall.slug}?ticket=${ticket}`, { redirect: 'manual' })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`no session came of the ticket: ${response.status}`)
  return cookie
}

/** Taps 立即领取 and answers how that ended. */
export async function claim(origin: string, cookie: string, wall: Wall): Promise<string> {
  const response = await fetch(`${origin}/api/member/widget.coupon-wall.claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({
      version: wall.version,
      block: 'wall',
      key: randomBytes(12).toString('hex'),
      input: { rewardId: wall.rewardId },
    }),
  })
  const body = (await response.json()) as { result?: { data: { status: string } } }
  return body.result?.data.status ?? JSON.stringify(body)
}
