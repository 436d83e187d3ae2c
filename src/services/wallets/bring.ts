import type { Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { EMPTY_WALLET, withLot } from './state'
import { readWallets, writeWallets } from './store'

/** What a member brings along from the shop's earlier books. Points lapse at `pointsUntil`. */
export interface Brought {
  memberId: string
  points: number
  pointsUntil: Date
  cashFen: number
}

/** Opens wallets with what members had before, once each: a second time throws. */
export async function bringWallets(tx: Tx, brought: Brought[], now: Date): Promise<void> {
  const before = await readWallets(
    tx,
    brought.map(({ memberId }) => memberId),
  )
  const changes = brought.map(({ memberId, points, pointsUntil, cashFen }) => {
    const was = before.get(memberId) ?? EMPTY_WALLET
    const lot = { id: newId('lot', now), points, left: points, expiresAt: pointsUntil, availableAt: null }
    const filled = points > 0 ? withLot(was, lot) : was
    return { memberId, before: was, after: { ...filled, cashFen: filled.cashFen + cashFen } }
  })
  const entries = brought.flatMap(({ memberId, points, cashFen }) =>
    [
      { unit: 'points' as const, amount: points },
      { unit: 'cash' as const, amount: cashFen },
    ]
      .filter(({ amount }) => amount > 0)
      .map((moved) => ({
        ...moved,
        id: newId('wen', now),
        memberId,
        cause: 'opening' as const,
        causeId: memberId,
        createdAt: now,
      })),
  )
  await writeWallets(tx, changes, entries, now)
}
