import { audit, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { StaffContext } from '../context'
import { requireStaff } from '../staff/authorise'

/** Notes who did what to what, in the same transaction as the deed. `details` holds no secrets. */
export async function recordAudit(
  tx: Tx,
  ctx: StaffContext,
  action: string,
  subjectId: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  const now = ctx.clock.now()
  const staffId = requireStaff(ctx).id
  await tx
    .insert(audit)
    .values({ id: newId('aud', now), staffId, action, subjectId, details, createdAt: now })
}
