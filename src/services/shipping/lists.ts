import type { z } from 'zod'
import { asc, campaign, count, desc, eq, inArray, lt, reward, shipment, shipmentList, staff } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { listFileName } from './list-file'
import { DownloadShipmentList, ListShipmentLists } from './schemas'

/** The lists made so far, from the newest, and how many of each are sent by now. */
export async function listShipmentLists({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ListShipmentLists>
}) {
  authorise(ctx, 'shipping.read')
  const { cursor, limit } = ListShipmentLists.parse(input)
  const rows = await ctx.db.read
    .select({
      id: shipmentList.id,
      number: shipmentList.number,
      count: shipmentList.count,
      campaign: campaign.name,
      reward: reward.title,
      createdBy: staff.name,
      createdAt: shipmentList.createdAt,
    })
    .from(shipmentList)
    .innerJoin(staff, eq(shipmentList.createdBy, staff.id))
    .leftJoin(campaign, eq(shipmentList.campaignId, campaign.id))
    .leftJoin(reward, eq(shipmentList.rewardId, reward.id))
    .where(cursor ? lt(shipmentList.id, cursor) : undefined)
    .orderBy(desc(shipmentList.id))
    .limit(limit + 1)
  const page = toPage(rows, limit)
  const states = await ctx.db.read
    .select({ listId: shipment.listId, state: shipment.state, count: count() })
    .from(shipment)
    .where(
      inArray(
        shipment.listId,
        page.items.map(({ id }) => id),
      ),
    )
    .groupBy(shipment.listId, shipment.state)
    .orderBy(asc(shipment.listId))
  const of = (id: string, state: string) =>
    states.find((row) => row.listId === id && row.state === state)?.count ?? 0
  return {
    ...page,
    items: page.items.map((row) => ({
      ...row,
      shipped: of(row.id, 'shipped'),
      returned: of(row.id, 'returned'),
      putBack: of(row.id, 'put_back'),
    })),
  }
}

/** A list once more, to the letter. Who took it is noted. Throws `not_found`. */
export async function downloadShipmentList({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof DownloadShipmentList>
}) {
  authorise(ctx, 'shipping.export')
  const { id } = DownloadShipmentList.parse(input)
  return ctx.db.transaction(async (tx) => {
    const [list] = await tx.select().from(shipmentList).where(eq(shipmentList.id, id))
    if (!list) throw new AppError('not_found', `no shipment list ${id}`)
    await recordAudit(tx, ctx, 'shipping.download', id, { number: list.number, count: list.count })
    return { name: listFileName(list.number), csv: list.csv }
  })
}
