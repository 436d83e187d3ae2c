import type { z } from 'zod'
import { costFenOf, taxFenOf } from '@/schemas/reward'
import { counter, reward } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { ppmOfFenRoundedUp } from '@/src/lib/money'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { stockOf } from '../grants/counters'
import { authorise } from '../staff/authorise'
import { CreateReward } from './schemas'

/** Makes a reward with its stock. What one grant will reserve is worked out here, once, in fen. */
export async function createReward({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof CreateReward>
}) {
  const staff = authorise(ctx, 'reward.write')
  const { title, terms, stock, stockPerDay, reservation, bearer, taxClass } = CreateReward.parse(input)
  const now = ctx.clock.now()
  const id = newId('rwd', now)
  const valueFen = costFenOf(terms)
  const costFen = valueFen + taxFenOf(valueFen, taxClass)
  const reservedFenEach =
    reservation.kind === 'full' ? costFen : ppmOfFenRoundedUp(costFen, reservation.ratePpm)
  return ctx.db.transaction(async (tx) => {
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
      createdBy: staff.id,
      createdAt: now,
      updatedAt: now,
    })
    await tx.insert(counter).values({ ...stockOf(id), used: 0, cap: stock })
    await recordAudit(tx, ctx, 'reward.create', id, { title, stock, reservedFenEach })
    return { id }
  })
}
