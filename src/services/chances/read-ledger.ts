import { z } from 'zod'
import { Id } from '@/schemas/primitives'
import { and, chanceEntry, desc, eq } from '@/src/db'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { chanceText, readChances } from './store'

const LATEST = 100

export const ReadChances = z.object({ toolId: Id, memberId: Id })

/** A member's ledger of chances in a tool: what is left, and the latest entries from the newest. */
export async function readLedger({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ReadChances> }) {
  authorise(ctx, 'grant.read')
  const of = ReadChances.parse(input)
  const balances = await readChances(ctx.db.read, [of])
  const entries = await ctx.db.read
    .select({
      cause: chanceEntry.cause,
      causeId: chanceEntry.causeId,
      amount: chanceEntry.amount,
      at: chanceEntry.createdAt,
    })
    .from(chanceEntry)
    .where(and(eq(chanceEntry.toolId, of.toolId), eq(chanceEntry.memberId, of.memberId)))
    .orderBy(desc(chanceEntry.createdAt))
    .limit(LATEST)
  return { left: balances.get(chanceText(of)) ?? 0, entries }
}
