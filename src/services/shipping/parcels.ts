import type { Parcel } from '@/schemas/shipping'
import { and, deliveryAddress, eq, grant, isNotNull, type ReadDb, shipment } from '@/src/db'

/** Parcels of one member. */
const MOST = 200

/** The member's parcels that are under way, or came back. */
export async function parcelsOf(db: ReadDb, memberId: string): Promise<Parcel[]> {
  const rows = await db
    .select({ grantId: grant.id, parcel: shipment })
    .from(grant)
    .innerJoin(deliveryAddress, eq(deliveryAddress.grantId, grant.id))
    .innerJoin(shipment, eq(deliveryAddress.shipmentId, shipment.id))
    .where(and(eq(grant.memberId, memberId), isNotNull(deliveryAddress.shipmentId)))
    .limit(MOST)
  return rows.flatMap(({ grantId, parcel: { state, carrier, trackingNumber, shippedAt } }) =>
    state === 'put_back'
      ? []
      : [
          {
            grantId,
            state: state === 'exported' ? ('packing' as const) : state,
            carrier: carrier ?? '',
            trackingNumber: trackingNumber ?? '',
            shippedAt: shippedAt?.toISOString() ?? null,
          },
        ],
  )
}
