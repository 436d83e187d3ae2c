import type { CouponFace } from '@/schemas/outcome'
import type { Refusal } from '@/schemas/redemption'
import { and, asc, eq, grant, gt, inArray, or, type ReadDb, reward } from '@/src/db'
import { type GrantOfReward, type GrantRow, readGrantRows } from '../grants/grant-rows'
import type { RewardRow } from '../rewards/internal'
import type { Benefit, Offer } from './price/offer'

/** A wallet that holds more is looked through from what lapses first. */
const MOST_HELD = 200

/** The coupons and subsidies a member could use, from the first to lapse. */
export async function readUsable(db: ReadDb, memberId: string, now: Date): Promise<GrantOfReward[]> {
  return db
    .select({ grant, reward })
    .from(grant)
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    .where(
      and(
        eq(grant.memberId, memberId),
        inArray(reward.kind, ['coupon', 'subsidy']),
        // What a lock keeps is still there when it has lapsed meanwhile.
        or(and(eq(grant.state, 'granted'), gt(grant.expiresAt, now)), eq(grant.state, 'locked')),
      ),
    )
    .orderBy(asc(grant.expiresAt), asc(grant.id))
    .limit(MOST_HELD)
}

/** These grants of the member's, whatever became of them, in the order of their ids. */
export async function readOwn(
  db: ReadDb,
  memberId: string,
  grantIds: readonly string[],
): Promise<GrantOfReward[]> {
  const found = await readGrantRows(db, grantIds)
  return [...grantIds].sort().flatMap((id) => {
    const row = found.get(id)
    return row?.grant.memberId === memberId ? [row] : []
  })
}

/** Why a grant cannot be used on an order, whatever is in it; undefined when it can. */
export function refusalOf(
  { grant: row }: GrantOfReward,
  orderRef: string | undefined,
  now: Date,
): Refusal | undefined {
  if (row.given.kind !== 'coupon' && row.given.kind !== 'subsidy') return { reason: 'not_a_coupon' }
  if (row.state === 'redeemed') return { reason: 'used' }
  if (row.state === 'revoked' || row.state === 'reversed') return { reason: 'revoked' }
  const until = lockedUntil(row, now)
  if (until) return row.lockedBy === orderRef ? undefined : { reason: 'locked', until: until.toISOString() }
  const isLapsed = row.expiresAt !== null && row.expiresAt <= now
  if (row.state === 'expired' || isLapsed) {
    return { reason: 'expired', at: (row.expiresAt ?? now).toISOString() }
  }
  return undefined
}

/** A lock that has timed out is none, also before a job has recorded it. */
function lockedUntil({ state, lockedUntil: until }: GrantRow, now: Date): Date | undefined {
  return state === 'locked' && until !== null && until > now ? until : undefined
}

/**
 * A coupon as an order sees it: what it takes off and its threshold as they were given, where and beside which
 * others it is used as its reward says, which never changes.
 */
export function offerOf({ grant: row, reward: { terms } }: { grant: GrantRow; reward: RewardRow }): Offer {
  const { id, given, expiresAt } = row
  const lapsesAt = expiresAt?.getTime() ?? Number.POSITIVE_INFINITY
  if (given.kind === 'subsidy') {
    const benefit = { kind: 'amount' as const, amountFen: given.amountFen }
    const scope = terms.kind === 'subsidy' ? terms.scope : undefined
    return { id, benefit, thresholdFen: 0, lapsesAt, isSubsidy: true, ...(scope && { scope }) }
  }
  if (given.kind !== 'coupon') throw new Error(`${id} is no coupon`)
  return {
    id,
    benefit: benefitOf(given),
    thresholdFen: given.thresholdFen,
    lapsesAt,
    ...(terms.kind === 'coupon' && { scope: terms.scope, stackGroup: terms.stackGroup }),
  }
}

function benefitOf({ amountFen, off }: CouponFace): Benefit {
  switch (off?.kind) {
    case 'percent':
      return { kind: 'percent', offPpm: off.offPpm, maxFen: amountFen }
    case 'exchange':
      return { kind: 'exchange', maxFen: amountFen }
    default:
      return { kind: 'amount', amountFen }
  }
}

/** Which of these grants are other members'. */
export async function readForeign(db: ReadDb, memberId: string, grantIds: readonly string[]) {
  const rows = await db
    .select({ id: grant.id, memberId: grant.memberId })
    .from(grant)
    .where(inArray(grant.id, [...grantIds]))
  return rows.filter((row) => row.memberId !== memberId)
}
