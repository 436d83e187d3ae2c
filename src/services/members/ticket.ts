import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { plainText } from '@/schemas/primitives'
import { eq, isUniqueViolation, member } from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { AppContext, MemberIdentity } from '../context'
import { noteLateTicket } from './late-ticket'
import { keepTraits, TraitClaims, type Traits } from './traits'

/** How long a ticket is good for, in seconds. Until then it may be used again. */
export const TICKET_SECONDS = 60
const AUDIENCE = 'ziggurat'
/** Two machines' clocks differ a little. */
const CLOCK_TOLERANCE_SECONDS = 5

const Claims = z.object({ sub: plainText(100, 1), nickname: plainText(40).default(''), ...TraitClaims })

type TicketContext = Pick<AppContext, 'clock' | 'ticketKey'>

/** Signs a ticket as the shop's app does: HS256 over the member's id, nickname and what it says beside them. */
export function issueTicket(
  ctx: TicketContext,
  { shopMemberId, nickname, city, level, tags }: { shopMemberId: string; nickname: string } & Traits,
): Promise<string> {
  const now = Math.floor(ctx.clock.now().getTime() / 1000)
  return new SignJWT({ nickname, city, level, tags })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(shopMemberId)
    .setAudience(AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(now + TICKET_SECONDS)
    .sign(ctx.ticketKey)
}

/**
 * The member a ticket names, made on the first visit; undefined when the ticket is forged,
 * damaged or older than a minute. A ticket works again until it expires, because reloads and
 * link scanners open a link twice. One that is refused is recorded: with its member when the shop did
 * sign it, too long ago, which staff then see; in the log when nobody knows whose it is.
 */
export async function exchangeTicket(ctx: AppContext, ticket: string): Promise<MemberIdentity | undefined> {
  const claims = await verify(ctx, ticket)
  if (!claims || 'late' in claims) {
    const late = claims && (await find(ctx, claims.late.shopMemberId))
    if (late) noteLateTicket(ctx, late, claims.late)
    else ctx.log.warn({ ticket: claims ? 'late' : 'forged' }, 'a ticket was refused')
    return undefined
  }
  const found = (await find(ctx, claims.sub)) ?? (await add(ctx, claims))
  if (found) await keepTraits(ctx, found.id, claims)
  return found
}

/** What the ticket says; `late` when the shop signed it and it is too old. */
async function verify(ctx: TicketContext, ticket: string) {
  if (ticket.length > 2_000) return undefined
  try {
    const { payload } = await jwtVerify(ticket, ctx.ticketKey, {
      algorithms: ['HS256'],
      audience: AUDIENCE,
      requiredClaims: ['sub', 'iat', 'exp'],
      maxTokenAge: TICKET_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: ctx.clock.now(),
    })
    return Claims.safeParse(payload).data
  } catch (error) {
    if (!(error instanceof errors.JWTExpired)) return undefined
    const { sub = '', iat = 0 } = error.payload
    return { late: { shopMemberId: sub, issuedAt: new Date(iat * 1000) } }
  }
}

async function find(ctx: AppContext, shopMemberId: string): Promise<MemberIdentity | undefined> {
  const [row] = await ctx.db.read
    .select({ id: member.id })
    .from(member)
    .where(eq(member.shopMemberId, shopMemberId))
  return row
}

async function add(ctx: AppContext, claims: z.infer<typeof Claims>): Promise<MemberIdentity | undefined> {
  const now = ctx.clock.now()
  const id = newId('mbr', now)
  try {
    await ctx.db.transaction((tx) =>
      tx
        .insert(member)
        .values({ id, shopMemberId: claims.sub, nickname: claims.nickname, createdAt: now })
        .returning(),
    )
    return { id }
  } catch (error) {
    // Two tabs of a first visit: the other one made the member.
    if (isUniqueViolation(error)) return find(ctx, claims.sub)
    throw error
  }
}
