import type { z } from 'zod'
import { SHIPPING_STAGES, type ShippingStage } from '@/schemas/shipping'
import {
  addressReminder,
  and,
  asc,
  campaign,
  contains,
  count,
  deliveryAddress,
  desc,
  eq,
  grant,
  inArray,
  lt,
  member,
  or,
  type ReadDb,
  reward,
  shipment,
  shipmentList,
} from '@/src/db'
import type { StaffContext } from '../context'
import { maskedAddress } from '../grants/masked-address'
import { lacksIdentity } from '../identities'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { fromPrizes, inStage, ofFilter, type ParcelRow } from './internal'
import { ListPrizes, ShippingTotals } from './schemas'

/** Physical prizes from the newest, by stage, campaign and reward, with masked addresses. */
export async function listPrizes({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ListPrizes> }) {
  authorise(ctx, 'shipping.read')
  const { stage, search, cursor, limit, ...filter } = ListPrizes.parse(input)
  const now = ctx.clock.now()
  const rows = await fromPrizes(ctx.db.read, {
    id: grant.id,
    state: grant.state,
    grantedAt: grant.grantedAt,
    expiresAt: grant.expiresAt,
    reservedFen: grant.reservedFen,
    reward: { id: reward.id, title: reward.title },
    campaign: { id: campaign.id, name: campaign.name },
    member: { id: member.id, nickname: member.nickname, shopMemberId: member.shopMemberId },
    address: deliveryAddress,
    lacksIdentity: lacksIdentity(),
    parcel: shipment,
    listNumber: shipmentList.number,
  })
    .innerJoin(member, eq(grant.memberId, member.id))
    .leftJoin(shipmentList, eq(shipment.listId, shipmentList.id))
    .where(
      and(
        stage ? inStage(stage, now) : or(...SHIPPING_STAGES.map((each) => inStage(each, now))),
        ofFilter(filter),
        search
          ? or(
              contains(member.nickname, search),
              eq(member.shopMemberId, search),
              eq(grant.id, search),
              eq(shipment.id, search),
              eq(shipment.trackingNumber, search.toUpperCase()),
            )
          : undefined,
        cursor ? lt(grant.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(grant.id))
    .limit(limit + 1)
  const page = toPage(rows, limit)
  const reminders = await readReminders(
    ctx.db.read,
    page.items.map(({ id }) => id),
  )
  return {
    ...page,
    items: page.items.map(({ address, parcel, lacksIdentity: lacks, ...row }) => ({
      ...row,
      address: address && maskedAddress(address),
      parcel: parcel && {
        id: parcel.id,
        state: parcel.state,
        carrier: parcel.carrier,
        trackingNumber: parcel.trackingNumber,
        shippedAt: parcel.shippedAt,
        reason: parcel.reason,
      },
      stage: stageOf({ address, parcel, lacksIdentity: lacks }),
      reminders: reminders.get(row.id) ?? [],
    })),
  }
}

interface Stand {
  address: unknown
  parcel: ParcelRow | null
  lacksIdentity: boolean
}

/** The stage of a prize that is in one: what `inStage` asks the database. */
function stageOf({ address, parcel, lacksIdentity }: Stand): ShippingStage {
  if (parcel && parcel.state !== 'put_back') return parcel.state
  if (!address) return 'no_address'
  return lacksIdentity ? 'no_identity' : 'ready'
}

/** When members were reminded, by the grant, from the first time. */
async function readReminders(db: ReadDb, grantIds: string[]) {
  const rows = await db
    .select({
      grantId: addressReminder.grantId,
      step: addressReminder.step,
      remindedAt: addressReminder.remindedAt,
      deliveredAt: addressReminder.deliveredAt,
    })
    .from(addressReminder)
    .where(inArray(addressReminder.grantId, grantIds))
    .orderBy(asc(addressReminder.remindedAt))
  const found = new Map<string, Omit<(typeof rows)[number], 'grantId'>[]>()
  for (const { grantId, ...row } of rows) found.set(grantId, [...(found.get(grantId) ?? []), row])
  return found
}

/** How many prizes stand at each stage. */
export async function shippingTotals({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ShippingTotals>
}) {
  authorise(ctx, 'shipping.read')
  const filter = ShippingTotals.parse(input)
  const now = ctx.clock.now()
  const counted = await Promise.all(
    SHIPPING_STAGES.map((stage) =>
      fromPrizes(ctx.db.read, { count: count() }).where(and(inStage(stage, now), ofFilter(filter))),
    ),
  )
  return SHIPPING_STAGES.map((stage, i) => ({ stage, count: counted[i]?.[0]?.count ?? 0 }))
}
