import type { z } from 'zod'
import {
  and,
  asc,
  campaign,
  chunksOf,
  count,
  deliveryAddress,
  desc,
  eq,
  grant,
  inArray,
  isNull,
  reward,
  shipment,
  shipmentList,
  sql,
  type Tx,
} from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { guard, untilGuarded } from '../guard'
import { authorise, requireStaff } from '../staff/authorise'
import { fromPrizes, inStage, ofFilter } from './internal'
import { listFileName, shipmentCsv } from './list-file'
import { ExportShipments } from './schemas'

/** Prizes of one list. What is left over makes the next one. */
const MOST_IN_LIST = 1_000

type Filter = z.infer<typeof ExportShipments>

/**
 * Hands the prizes that wait for it to the warehouse: a numbered list of whom to send what, with
 * whole addresses, that never changes. From now on they are on no other list, and their addresses
 * stay as they are. Who exported how many is noted. Throws `wrong_state` when there is nothing.
 */
export async function exportShipments({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ExportShipments>
}) {
  authorise(ctx, 'shipping.export')
  const filter = ExportShipments.parse(input)
  return untilGuarded(() => ctx.db.transaction((tx) => gather(tx, ctx, filter)))
}

async function gather(tx: Tx, ctx: StaffContext, filter: Filter) {
  const now = ctx.clock.now()
  const waiting = and(inStage('ready', now), ofFilter(filter))
  const prizes = await fromPrizes(tx, {
    grantId: grant.id,
    reward: reward.title,
    campaign: campaign.name,
    address: deliveryAddress,
  })
    .where(waiting)
    .orderBy(asc(grant.id))
    .limit(MOST_IN_LIST)
  if (prizes.length === 0)
    throw new AppError('wrong_state', 'nothing waits to be sent', [{ code: 'nothing_to_ship' }])
  const listed = prizes.flatMap(({ address, ...prize }) =>
    address ? [{ ...prize, address, shipmentId: newId('shp', now) }] : [],
  )
  const csv = shipmentCsv(listed)
  const { id, number } = await addList(tx, ctx, { ...filter, count: listed.length, csv })
  for (const part of chunksOf(listed)) {
    await tx.insert(shipment).values(
      part.map(({ shipmentId, grantId }) => ({
        id: shipmentId,
        listId: id,
        grantId,
        state: 'exported' as const,
        updatedAt: now,
      })),
    )
    await keepAddresses(tx, id, part)
  }
  const [left] = await fromPrizes(tx, { count: count() }).where(waiting)
  await recordAudit(tx, ctx, 'shipping.export', id, { number, count: listed.length })
  return { id, number, count: listed.length, left: left?.count ?? 0, name: listFileName(number), csv }
}

async function addList(
  tx: Tx,
  ctx: StaffContext,
  list: Filter & Pick<typeof shipmentList.$inferInsert, 'count' | 'csv'>,
): Promise<{ id: string; number: number }> {
  const now = ctx.clock.now()
  const [last] = await tx
    .select({ number: shipmentList.number })
    .from(shipmentList)
    .orderBy(desc(shipmentList.number))
    .limit(1)
  const row = { id: newId('shl', now), number: (last?.number ?? 0) + 1 }
  const made = await tx
    .insert(shipmentList)
    .values({ ...row, ...list, createdBy: requireStaff(ctx).id, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: shipmentList.id })
  // Somebody else made a list at the same moment.
  guard(made.length === 1, 'shipments')
  return row
}

/** Ties addresses to their parcels: each as it was read, and on no list yet. */
async function keepAddresses(
  tx: Tx,
  listId: string,
  part: { grantId: string; address: typeof deliveryAddress.$inferSelect }[],
): Promise<void> {
  const ofList = tx
    .select({ id: shipment.id })
    .from(shipment)
    .where(and(eq(shipment.grantId, deliveryAddress.grantId), eq(shipment.listId, listId)))
  const kept = await tx
    .update(deliveryAddress)
    .set({ shipmentId: sql`${ofList}` })
    .where(
      and(
        inArray(
          deliveryAddress.grantId,
          part.map(({ grantId }) => grantId),
        ),
        isNull(deliveryAddress.shipmentId),
      ),
    )
    .returning({ grantId: deliveryAddress.grantId, consentedAt: deliveryAddress.consentedAt })
  const given = new Map(kept.map((row) => [row.grantId, row.consentedAt.getTime()]))
  guard(
    part.every(({ grantId, address }) => given.get(grantId) === address.consentedAt.getTime()),
    'addresses',
  )
}
