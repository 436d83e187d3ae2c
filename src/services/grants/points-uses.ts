import { and, asc, eq, inArray, pointsUse, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { guard } from '../guard'
import { EMPTY_WALLET, type Lot, withLot } from '../wallets/state'
import { readWallets, writeWallets } from '../wallets/store'

/** Points that lapsed while an order had them come back for at least so long. */
const GRACE_MS = 7 * 24 * 60 * 60 * 1000

type PointsUse = typeof pointsUse.$inferSelect

/** A grant whose points are to come back. */
export interface ComingBack {
  grantId: string
  /** The reversal, or the grant that ended unused. */
  causeId: string
  /** How much of what it took off is taken back in all by now, fen; of how much. Absent for all of it. */
  share?: { fen: number; ofFen: number }
}

/**
 * Gives points back that had come off an order, as far as what they took off is taken back: in
 * parts rounded down, in the end exactly all. They lapse when they would have, and not within a week. Of grants that
 * no points were burnt for, nothing happens.
 *
 * @throws GuardFailed when another process gave them back meanwhile.
 */
export async function returnPoints(tx: Tx, coming: readonly ComingBack[], now: Date): Promise<void> {
  if (coming.length === 0) return
  const uses = await tx
    .select()
    .from(pointsUse)
    .where(
      inArray(
        pointsUse.grantId,
        coming.map(({ grantId }) => grantId),
      ),
    )
    .orderBy(asc(pointsUse.memberId), asc(pointsUse.grantId))
  for (const use of uses) {
    const each = coming.find(({ grantId }) => grantId === use.grantId)
    if (each) await returnSome(tx, use, each, now)
  }
}

async function returnSome(tx: Tx, use: PointsUse, { causeId, share }: ComingBack, now: Date): Promise<void> {
  const { grantId, memberId, points, givenBack } = use
  const total = share ? Number((BigInt(points) * BigInt(share.fen)) / BigInt(share.ofFen)) : points
  if (total <= givenBack) return
  const noted = await tx
    .update(pointsUse)
    .set({ givenBack: total })
    .where(and(eq(pointsUse.grantId, grantId), eq(pointsUse.givenBack, givenBack)))
    .returning({ grantId: pointsUse.grantId })
  guard(noted.length === 1, 'wallets')
  const before = (await readWallets(tx, [memberId])).get(memberId) ?? EMPTY_WALLET
  const after = lotsBack(use, total, now).reduce(withLot, before)
  const entry = { id: newId('wen', now), memberId, unit: 'points' as const, amount: total - givenBack }
  await writeWallets(
    tx,
    [{ memberId, before, after }],
    [{ ...entry, cause: 'points_return', causeId, createdAt: now }],
    now,
  )
}

/** What was burnt last comes back first: it lasts longest. */
function lotsBack({ lots, givenBack }: PointsUse, total: number, now: Date): Lot[] {
  let passed = 0
  return [...lots].reverse().flatMap(({ points: burnt, expiresAt }): Lot[] => {
    const from = Math.max(givenBack, passed)
    passed += burnt
    const points = Math.min(total, passed) - from
    if (points <= 0) return []
    const lapses = Math.max(Date.parse(expiresAt), now.getTime() + GRACE_MS)
    return [{ id: newId('lot', now), points, left: points, expiresAt: new Date(lapses), availableAt: null }]
  })
}
