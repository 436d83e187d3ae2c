import type { ShippingStage } from '@/schemas/shipping'
import {
  and,
  campaign,
  deliveryAddress,
  eq,
  grant,
  gt,
  isNotNull,
  isNull,
  ne,
  or,
  type ReadDb,
  reward,
  type SQL,
  shipment,
  sql,
  type Tx,
} from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { guard } from '../guard'
import { lacksIdentity } from '../identities'
import { type ParcelEvent, transition } from './state'

export type ParcelRow = typeof shipment.$inferSelect

/** One parcel. Throws `not_found`. */
export async function getParcel(db: ReadDb, id: string): Promise<ParcelRow> {
  const [row] = await db.select().from(shipment).where(eq(shipment.id, id))
  if (!row) throw new AppError('not_found', `no parcel ${id}`)
  return row
}

/** Moves a parcel on, if it still stands as it was read. @throws GuardFailed; `wrong_state` */
export async function moveParcel(
  tx: Tx,
  was: ParcelRow,
  event: ParcelEvent,
  changes: Partial<Pick<ParcelRow, 'carrier' | 'trackingNumber' | 'redemptionId' | 'shippedAt' | 'reason'>>,
  now: Date,
): Promise<void> {
  const state = transition(was.state, event)
  const moved = await tx
    .update(shipment)
    .set({ ...changes, state, updatedAt: now })
    .where(and(eq(shipment.id, was.id), eq(shipment.state, was.state)))
    .returning({ id: shipment.id })
  guard(moved.length === 1, 'shipments')
}

/** True when a parcel of somebody else goes by that number. */
export async function isNumberTaken(
  db: ReadDb,
  { memberId, carrier, trackingNumber }: { memberId: string; carrier: string; trackingNumber: string },
): Promise<boolean> {
  const [other] = await db
    .select({ id: shipment.id })
    .from(shipment)
    .innerJoin(grant, eq(shipment.grantId, grant.id))
    .where(
      and(
        eq(shipment.trackingNumber, trackingNumber),
        eq(shipment.carrier, carrier),
        ne(grant.memberId, memberId),
      ),
    )
    .limit(1)
  return other !== undefined
}

/** The prizes of a campaign, of a reward, or of both. */
export const ofFilter = ({
  campaignId,
  rewardId,
}: {
  campaignId?: string | undefined
  rewardId?: string | undefined
}) =>
  and(
    campaignId ? eq(grant.campaignId, campaignId) : undefined,
    rewardId ? eq(grant.rewardId, rewardId) : undefined,
  )

/**
 * The prizes of a stage: grants with `deliveryAddress` and, by that, `shipment` joined to them, where
 * they exist. What lapsed or was taken back before it was handed over is in none.
 */
export function inStage(stage: ShippingStage, now: Date): SQL | undefined {
  switch (stage) {
    case 'no_address':
      return and(
        eq(grant.state, 'granted'),
        isNull(deliveryAddress.grantId),
        or(isNull(grant.expiresAt), gt(grant.expiresAt, now)),
      )
    case 'no_identity':
      return and(waitsForList(), lacksIdentity())
    case 'ready':
      return and(waitsForList(), sql`not ${lacksIdentity()}`)
    case 'exported':
    case 'shipped':
    case 'returned':
      return eq(shipment.state, stage)
  }
}

const waitsForList = () =>
  and(eq(grant.state, 'granted'), isNotNull(deliveryAddress.grantId), isNull(deliveryAddress.shipmentId))

/** Grants of physical prizes with what `inStage` looks at. */
export function fromPrizes<Columns extends Parameters<ReadDb['select']>[0]>(db: ReadDb, columns: Columns) {
  return db
    .select(columns)
    .from(grant)
    .innerJoin(reward, and(eq(grant.rewardId, reward.id), eq(reward.kind, 'physical')))
    .innerJoin(campaign, eq(grant.campaignId, campaign.id))
    .leftJoin(deliveryAddress, eq(deliveryAddress.grantId, grant.id))
    .leftJoin(shipment, eq(deliveryAddress.shipmentId, shipment.id))
}
