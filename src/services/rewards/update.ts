import type { z } from 'zod'
import { and, counter, eq, lte, reward, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { counterText, readCounters, stockOf } from '../grants/counters'
import { authorise } from '../staff/authorise'
import { getReward } from './internal'
import { UpdateReward } from './schemas'

/**
 * Changes a reward's title, its stock, how many are given a day, or whether it is given at all.
 * Terms that members already hold do not change. Stock cannot fall below what was granted:
 * `stock_below_taken` says how many; of a partner's vouchers it is the number of their codes.
 */
export async function updateReward({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof UpdateReward>
}) {
  authorise(ctx, 'reward.write')
  const { id, title, stock, stockPerDay, isEnabled } = UpdateReward.parse(input)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const { kind } = await getReward(tx, id)
    if (stock !== undefined) {
      if (kind === 'partner_voucher') throw codesAreStock(id)
      await setStock(tx, id, stock)
    }
    await tx.update(reward).set({ title, stockPerDay, isEnabled, updatedAt: now }).where(eq(reward.id, id))
    await recordAudit(tx, ctx, 'reward.update', id, { title, stock, stockPerDay, isEnabled })
    return { id }
  })
}

function codesAreStock(id: string): AppError {
  return new AppError('invalid_input', `the stock of ${id} is the number of its codes`, [
    { code: 'codes_are_stock', path: ['stock'] },
  ])
}

async function setStock(tx: Tx, rewardId: string, stock: number): Promise<void> {
  const { scope, key } = stockOf(rewardId)
  const changed = await tx
    .update(counter)
    .set({ cap: stock })
    .where(and(eq(counter.scope, scope), eq(counter.key, key), lte(counter.used, stock)))
    .returning({ key: counter.key })
  if (changed.length === 1) return
  const taken = (await readCounters(tx, [{ scope, key }])).get(counterText({ scope, key }))?.used ?? 0
  throw new AppError('stock_below_taken', `${taken} of ${rewardId} are granted`, [
    { code: 'stock_below_taken', path: ['stock'], params: { taken } },
  ])
}
