import type { TaxIdentity } from '@/schemas/tax-identity'
import { and, chunksOf, inArray, isNull, type Tx, taxIdentity } from '@/src/db'
import type { AppContext } from '../context'
import { openIdentity } from './seal'

/**
 * The identities of those of the members who gave theirs, for a declaration; from now on they stay as
 * they are.
 *
 * @throws `conflict` with `identity_unreadable` for one that cannot be read.
 */
export async function declareIdentities(
  tx: Tx,
  { clock, identityKey }: Pick<AppContext, 'clock' | 'identityKey'>,
  memberIds: Iterable<string>,
): Promise<Map<string, TaxIdentity>> {
  const found = new Map<string, TaxIdentity>()
  // In one order for all, so that no two exports wait for each other.
  for (const part of chunksOf([...new Set(memberIds)].sort())) {
    const ofThem = inArray(taxIdentity.memberId, part)
    await tx
      .update(taxIdentity)
      .set({ declaredAt: clock.now() })
      .where(and(ofThem, isNull(taxIdentity.declaredAt)))
    const rows = await tx.select().from(taxIdentity).where(ofThem)
    for (const { memberId, sealed } of rows) found.set(memberId, openIdentity(identityKey, memberId, sealed))
  }
  return found
}
