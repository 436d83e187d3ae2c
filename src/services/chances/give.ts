import { z } from 'zod'
import { Id, IdempotencyKey, plainText } from '@/schemas/primitives'
import { inArray, member } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { untilGuarded } from '../guard'
import { authorise } from '../staff/authorise'
import { getTool } from '../tools/internal'
import { toolDefinitionOf } from '../tools/load'
import { CHANCES_MAX, giveChancesFor } from './give-for-event'

export const GiveChances = z.object({
  toolId: Id,
  memberIds: z.array(Id).min(1).max(500),
  /** For each of them. */
  amount: z.int().min(1).max(CHANCES_MAX),
  reason: plainText(100, 1),
  /** Names the gift: sent again, it gives nothing more. */
  key: IdempotencyKey,
})

/**
 * Gives members chances in a tool, as a campaign's gift or by hand. Answers how many members got
 * theirs; those who had it under this key already get nothing more. Throws `not_found` for a tool or
 * a member that does not exist, and `wrong_state` for a tool that knows no chances.
 */
export async function giveChances({ ctx, input }: { ctx: StaffContext; input: z.input<typeof GiveChances> }) {
  authorise(ctx, 'tool.write')
  const { toolId, amount, reason, key, ...asked } = GiveChances.parse(input)
  const memberIds = [...new Set(asked.memberIds)]
  const now = ctx.clock.now()
  return untilGuarded(() =>
    ctx.db.transaction(async (tx) => {
      const { type } = await getTool(tx, toolId)
      if (!toolDefinitionOf(type)?.hasChances)
        throw new AppError('wrong_state', `the tool ${toolId} knows no chances`)
      const found = await tx.select({ id: member.id }).from(member).where(inArray(member.id, memberIds))
      const known = new Set(found.map(({ id }) => id))
      const missing = memberIds.find((id) => !known.has(id))
      if (missing) throw new AppError('not_found', `no member ${missing}`)
      const events = memberIds.map((memberId) => {
        const cause = { cause: 'gift' as const, causeId: key }
        return { toolId, memberId, amount, ...cause }
      })
      const given = await giveChancesFor(tx, events, now)
      if (given > 0) await recordAudit(tx, ctx, 'chances.give', toolId, { given, amount, reason, key })
      return { given }
    }),
  )
}
