import type { SplitWindows } from '@/schemas/redemption'
import { splitWindow } from '@/src/db'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'

/** For how many minutes orders of one payer, device or address count as one; 0 for not at all. */
export async function readSplitWindows({ ctx }: { ctx: StaffContext }): Promise<SplitWindows> {
  authorise(ctx, 'grant.read')
  const { party, minutes } = splitWindow
  const rows = await ctx.db.read.select({ party, minutes }).from(splitWindow)
  const minutesOf = (of: keyof SplitWindows) => rows.find((row) => row.party === of)?.minutes ?? 0
  return { payer: minutesOf('payer'), device: minutesOf('device'), address: minutesOf('address') }
}
