import type { IdentityStatus } from '@/schemas/tax-identity'
import { and, eq, grant, inArray, type ReadDb, reward, type Tx, taxIdentity } from '@/src/db'
import { lacksIdentity } from './required'

/** Where a member stands with their identity. Nothing of it is read. */
export async function identityStatus(db: ReadDb, memberId: string): Promise<IdentityStatus> {
  const [given] = await db
    .select({ declaredAt: taxIdentity.declaredAt })
    .from(taxIdentity)
    .where(eq(taxIdentity.memberId, memberId))
  if (given) return given.declaredAt ? 'declared' : 'given'
  const [lacking] = await db
    .select({ id: grant.id })
    .from(grant)
    .where(
      and(
        eq(grant.memberId, memberId),
        inArray(grant.state, ['granted', 'locked', 'redeemed']),
        lacksIdentity(),
      ),
    )
    .limit(1)
  return lacking ? 'missing' : 'not_needed'
}

/** True while cash in a member's wallet was won in a prize that asks for an identity they did not give. */
export async function isCashHeldBack(tx: Tx, memberId: string): Promise<boolean> {
  const [held] = await tx
    .select({ id: grant.id })
    .from(grant)
    .innerJoin(reward, and(eq(grant.rewardId, reward.id), eq(reward.kind, 'cash')))
    .where(and(eq(grant.memberId, memberId), eq(grant.state, 'redeemed'), lacksIdentity()))
    .limit(1)
  return held !== undefined
}
