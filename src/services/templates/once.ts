import { and, eq, type Tx, templateUse } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { sha256Hex } from '@/src/lib/hash'
import type { StaffContext } from '../context'
import { requireStaff } from '../staff/authorise'

interface Made {
  pageId: string
  campaignId: string | null
}

/**
 * Does the work once under the key; asked again, answers what it made then. Whoever asks at the
 * same moment waits for the first. Throws `idempotency_mismatch` when the key was used for
 * something else.
 */
export async function madeOnce(
  tx: Tx,
  ctx: StaffContext,
  { idempotencyKey: key, ...input }: { idempotencyKey: string } & Record<string, unknown>,
  make: () => Promise<Made>,
): Promise<Made> {
  const staffId = requireStaff(ctx).id
  const request = sha256Hex(JSON.stringify(input))
  const mine = and(eq(templateUse.staffId, staffId), eq(templateUse.key, key))
  const begun = await tx
    .insert(templateUse)
    .values({ staffId, key, request, usedAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning({ key: templateUse.key })
  if (begun.length === 0) {
    const [before] = await tx.select().from(templateUse).where(mine)
    if (!before?.pageId || before.request !== request)
      throw new AppError('idempotency_mismatch', `${key} was used for another template`)
    return { pageId: before.pageId, campaignId: before.campaignId }
  }
  const made = await make()
  await tx.update(templateUse).set(made).where(mine)
  return made
}
