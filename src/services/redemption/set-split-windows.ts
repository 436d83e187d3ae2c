import type { z } from 'zod'
import { PARTIES, SplitWindows } from '@/schemas/redemption'
import { splitWindow } from '@/src/db'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'

/** For how many minutes orders of one payer, device or address count as one; 0 for not at all. */
export async function setSplitWindows({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof SplitWindows>
}) {
  const staff = authorise(ctx, 'reward.write')
  const windows = SplitWindows.parse(input)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    await tx.delete(splitWindow)
    const rows = PARTIES.flatMap((party) => {
      const minutes = windows[party]
      return minutes > 0 ? [{ party, minutes, setBy: staff.id, setAt: now }] : []
    })
    if (rows.length > 0) await tx.insert(splitWindow).values(rows)
    await recordAudit(tx, ctx, 'order.split_windows', 'shop', windows)
    return windows
  })
}
