import type { CartLine, Refusal, RefusedAnswer, UsedCoupon } from '@/schemas/redemption'
import { grant, inArray, pointsUse, type Tx } from '@/src/db'
import { canonicalJson } from '@/src/document'
import { AppError } from '@/src/lib/errors'
import { sha256Hex } from '@/src/lib/hash'
import { settle } from '../../grants/settle'
import { guard } from '../../guard'
import { pointsToolOf } from '../../tools/points-off'
import { EMPTY_WALLET, type WalletState } from '../../wallets/state'
import { readWallets } from '../../wallets/store'
import type { Offer } from '../price/offer'
import { priceOrder } from '../price/price-order'
import { type PointsOff, pointsOffOf } from './most-points'
import { pointsOffer } from './offer'
import { readPointsRule } from './rule'

/** Points are refused: everything that was done for the order so far is undone with this. */
export class PointsRefused extends Error {
  override readonly name = 'PointsRefused'

  constructor(readonly refusal: Refusal) {
    super(refusal.reason)
  }

  answer(orderRef: string): RefusedAnswer {
    return { status: 'refused', orderRef, coupons: [], points: this.refusal }
  }
}

interface Taking {
  memberId: string
  orderRef: string
  lines: readonly CartLine[]
  /** What comes off before the points. */
  offers: readonly Offer[]
  points: number
  /** Makes a second try for the same order another request than the first. */
  attempt: number
  now: Date
  timeZone: string
}

/**
 * Burns points for an order and makes them a subsidy that is used on it, in one decision, and answers what that
 * takes off. When it is kept for the order, it is to be ended with `endPoints`.
 *
 * @throws PointsRefused; GuardFailed when another process moved what was decided on.
 */
export async function takePoints(tx: Tx, o: Taking): Promise<UsedCoupon> {
  const rule = await readPointsRule(tx)
  if (!rule) throw new PointsRefused({ reason: 'points_not_taken' })
  const off = pointsOffOf(rule, o.points, priceOrder(o.lines, o.offers).payFen)
  if ('reason' in off) throw new PointsRefused(off)

  const { memberId, orderRef, now, timeZone } = o
  const before = await readWallet(tx, memberId)
  const asked = { rewardId: rule.rewardId, ...off }
  const request = {
    memberId,
    toolId: pointsToolOf(rule.campaignId),
    action: 'use',
    input: asked,
    // No key of a member's own holds a space.
    key: `order ${orderRef} ${o.attempt}`,
    inputHash: sha256Hex(canonicalJson(asked)),
  }
  const grantId = grantIn(await settle(tx, [request], { now, timeZone }))
  const lots = burntLots(before, await readWallet(tx, memberId))
  // Somebody else spent some meanwhile: which were burnt here cannot be told.
  guard(lots.reduce((sum, { points }) => sum + points, 0) === off.points, 'wallets')
  await tx.insert(pointsUse).values({ grantId, memberId, orderRef, points: off.points, lots, createdAt: now })
  return usedOn(grantId, off, o)
}

async function readWallet(tx: Tx, memberId: string): Promise<WalletState> {
  return (await readWallets(tx, [memberId])).get(memberId) ?? EMPTY_WALLET
}

function grantIn([outcome]: Awaited<ReturnType<typeof settle>>): string {
  if (!outcome || outcome instanceof AppError) throw outcome ?? new Error('nothing was settled')
  if (outcome.status === 'points_short')
    throw new PointsRefused({ reason: 'points_short', missing: outcome.missing })
  const id = outcome.status === 'granted' ? outcome.rewards[0]?.id : undefined
  if (!id) throw new PointsRefused({ reason: 'points_not_taken' })
  return id
}

/** What went out of which lots, in the order in which they lapse. */
function burntLots(before: WalletState, after: WalletState) {
  const left = new Map(after.lots.map((lot) => [lot.id, lot.left]))
  return before.lots.flatMap((lot) => {
    const points = lot.left - (left.get(lot.id) ?? 0)
    return points > 0 ? [{ points, expiresAt: lot.expiresAt.toISOString() }] : []
  })
}

function usedOn(id: string, { points, amountFen }: PointsOff, { lines, offers }: Taking): UsedCoupon {
  const answer = priceOrder(lines, [...offers, pointsOffer(id, amountFen)]).coupons.find(
    (each) => each.id === id,
  )
  if (!answer?.applies || answer.discountFen !== amountFen) throw new Error(`${points} points take off less`)
  return { id, thresholdFen: 0, isSubsidy: true, points, lines: answer.lines }
}

/**
 * What points became lasts only while the order keeps it: let go, or taken back, it is no subsidy to be used
 * again, and the points come back instead.
 */
export async function endPoints(tx: Tx, coupons: readonly UsedCoupon[], now: Date): Promise<void> {
  const ids = coupons.flatMap(({ id, points }) => (points === undefined ? [] : [id]))
  if (ids.length > 0) await tx.update(grant).set({ expiresAt: now }).where(inArray(grant.id, ids))
}
