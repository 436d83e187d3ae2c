import { z } from 'zod'
import { addressDeadline } from '@/schemas/collecting'
import { ADDRESS_LENGTHS, type AddressPart, bareNumber, isAddressPart } from '@/schemas/delivery-address'
import type { Given } from '@/schemas/outcome'
import { Id, plainText } from '@/schemas/primitives'
import { and, campaign, deliveryAddress, eq, grant, isNull, shipment, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import type { MemberContext } from '../context'
import { guard, untilGuarded } from '../guard'

/** White space around a part counts for its length here and is cut before it is kept. */
const part = (name: AddressPart) =>
  plainText(ADDRESS_LENGTHS[name].max, 1).refine((value) => isAddressPart(name, value), {
    error: `not_a_${name}`,
  })

export const GiveAddress = z.object({
  grantId: Id,
  name: part('name'),
  phone: part('phone'),
  region: part('region'),
  detail: part('detail'),
  /** The member's own yes to keeping the address and handing it to whoever ships the prize. */
  consent: z.literal(true),
})

/** What came of giving an address. A refusal says why, and changes nothing. */
type AddressOutcome =
  | { ok: true }
  /** The collecting deadline (兑奖截止) has passed. */
  | { ok: false; rule: 'collecting_over'; until: string }
  /** The parcel is made up for the address that was given before. */
  | { ok: false; rule: 'on_its_way' }

/**
 * Where the member's prize is sent. Given again, it replaces the address before, until the prize is
 * handed to the warehouse; a parcel that came back takes a new one at any time. Once an address is
 * known the prize does not lapse any more.
 * Throws `unauthenticated` without a member, `not_found` for a grant that is not theirs, and
 * `conflict` for one that is not sent anywhere.
 */
export async function giveAddress({
  ctx,
  input,
}: {
  ctx: MemberContext
  input: z.input<typeof GiveAddress>
}): Promise<AddressOutcome> {
  const { member } = ctx
  if (!member) throw new AppError('unauthenticated', 'an address is given by a member')
  const { grantId, name, phone, region, detail } = GiveAddress.parse(input)
  const address = {
    name: name.trim(),
    phone: bareNumber(phone),
    region: region.trim(),
    detail: detail.trim(),
    consentedAt: ctx.clock.now(),
  }
  return untilGuarded(() =>
    ctx.db.transaction(async (tx) => {
      const found = await readPrize(tx, grantId, member.id)
      const refused = refusedNow(found, ctx.clock.now())
      if (refused) return refused
      await keep(tx, found, address)
      return { ok: true as const }
    }),
  )
}

type Prize = Awaited<ReturnType<typeof readPrize>>

async function readPrize(tx: Tx, grantId: string, memberId: string) {
  const [found] = await tx
    .select({ grant, campaign, shipmentId: deliveryAddress.shipmentId, parcel: shipment.state })
    .from(grant)
    .innerJoin(campaign, eq(grant.campaignId, campaign.id))
    .leftJoin(deliveryAddress, eq(deliveryAddress.grantId, grant.id))
    .leftJoin(shipment, eq(deliveryAddress.shipmentId, shipment.id))
    .where(and(eq(grant.id, grantId), eq(grant.memberId, memberId)))
  if (!found) throw new AppError('not_found', `no grant ${grantId} of ${memberId}`)
  return found
}

function refusedNow(
  { grant: { id, given, state, expiresAt, grantedAt }, campaign: of, parcel }: Prize,
  now: Date,
) {
  if (given.kind !== 'physical') throw new AppError('conflict', `nothing of ${id} is to be sent`)
  if (parcel === 'exported' || parcel === 'shipped') return { ok: false, rule: 'on_its_way' } as const
  const until = expiresAt ?? addressDeadline(of, grantedAt)
  const isOver = state === 'expired' || (state === 'granted' && parcel !== 'returned' && until <= now)
  if (isOver) return { ok: false, rule: 'collecting_over', until: until.toISOString() } as const
  if (state !== 'granted') throw new AppError('conflict', `${id} is ${state}`)
}

/** An address that was handed to the warehouse meanwhile stays, as does a prize that lapsed. */
async function keep(
  tx: Tx,
  { grant: { id: grantId, given }, shipmentId }: Prize,
  address: Omit<typeof deliveryAddress.$inferInsert, 'grantId'>,
): Promise<void> {
  const kept = await tx
    .insert(deliveryAddress)
    .values({ grantId, ...address })
    .onConflictDoUpdate({
      target: deliveryAddress.grantId,
      set: { ...address, shipmentId: null },
      setWhere:
        shipmentId === null ? isNull(deliveryAddress.shipmentId) : eq(deliveryAddress.shipmentId, shipmentId),
    })
    .returning({ grantId: deliveryAddress.grantId })
  guard(kept.length === 1, 'addresses')
  const awaited = await tx
    .update(grant)
    .set({ given: { ...given, hasAddress: true } as Given, expiresAt: null })
    .where(and(eq(grant.id, grantId), eq(grant.state, 'granted')))
    .returning({ id: grant.id })
  guard(awaited.length === 1, 'grants')
}
