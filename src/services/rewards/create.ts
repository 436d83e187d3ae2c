import type { z } from 'zod'
import { costFenOf, taxFenOf } from '@/schemas/reward'
import { counter, reward, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { ppmOfFenRoundedUp } from '@/src/lib/money'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { stockOf } from '../grants/counters'
import { authorise, requireStaff } from '../staff/authorise'
import { CreateReward } from './schemas'

/** Makes a reward with its stock. What one grant will reserve is worked out here, once, in fen. */
export async function createReward({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof CreateReward>
}) {
  authorise(ctx, 'reward.write')
  const parsed = CreateReward.parse(input)
  return ctx.db.transaction((tx) => addReward(tx, ctx, parsed))
}

/** What one grant of it sets aside in the budget at most, its tax included, in fen. */
export function reservedFenOf({
  terms,
  taxClass,
  reservation,
}: Pick<z.output<typeof CreateReward>, 'terms' | 'taxClass' | 'reservation'>): number {
  const valueFen = costFenOf(terms)
  const costFen = valueFen + taxFenOf(valueFen, taxClass)
  return reservation.kind === 'full' ? costFen : ppmOfFenRoundedUp(costFen, reservation.ratePpm)
}

/** The same as part of a larger transaction, whose verb has authorised it. */
export async function addReward(
  tx: Tx,
  ctx: StaffContext,
  parsed: z.output<typeof CreateReward>,
): Promise<{ id: string }> {
  const { title, terms, stock, stockPerDay, reservation, bearer, taxClass } = parsed
  const now = ctx.clock.now()
  const id = newId('rwd', now)
  const reservedFenEach = reservedFenOf(parsed)
  await tx.insert(reward).values({
    id,
    kind: terms.kind,
    title,
    terms,
    reservation,
    bearer,
    taxClass,
    reservedFenEach,
    stockPerDay,
    isEnabled: true,
    createdBy: requireStaff(ctx).id,
    createdAt: now,
    updatedAt: now,
  })
  await tx.insert(counter).values({ ...stockOf(id), used: 0, cap: stock })
  await recordAudit(tx, ctx, 'reward.create', id, { title, stock, reservedFenEach })
  return { id }
}
