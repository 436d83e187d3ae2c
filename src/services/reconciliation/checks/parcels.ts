import { redemption, reversal, shipment, sql } from '@/src/db'
import { type Check, compareEach } from '../sides'

/** Each parcel that was sent, and did not come back, spent what it cost; no other one did. */
export const parcels: Check = {
  name: 'parcels',
  run: (books, found) =>
    compareEach(books, found, shipment.id, [
      {
        key: shipment.id,
        subject: shipment.id,
        kept: sql`case when ${shipment.state} = 'shipped' then 1 else 0 end`,
      },
      {
        key: redemption.orderRef,
        subject: redemption.orderRef,
        // A sample costs nothing, sent or returned: only its reversal tells.
        counted: sql`case when exists (select 1 from ${reversal} where ${reversal.redemptionId} = ${redemption.id}) then 0 else 1 end`,
        where: sql`${redemption.orderRef} like 'shp\\_%' escape '\\'`,
      },
    ]),
}
