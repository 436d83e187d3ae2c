import { z } from 'zod'
import { ADDRESS_LENGTHS, type AddressPart, bareNumber, isAddressPart } from '@/schemas/delivery-address'
import { Id, plainText } from '@/schemas/primitives'
import { and, deliveryAddress, eq, grant } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import type { MemberContext } from '../context'

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

/**
 * Where the member's prize is sent. Given again, it replaces the address before.
 * Throws `unauthenticated` without a member, `not_found` for a grant that is not theirs, and
 * `conflict` for one that is not sent anywhere.
 */
export async function giveAddress({
  ctx,
  input,
}: {
  ctx: MemberContext
  input: z.input<typeof GiveAddress>
}) {
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
  return ctx.db.transaction(async (tx) => {
    const [found] = await tx
      .select({ given: grant.given, state: grant.state })
      .from(grant)
      .where(and(eq(grant.id, grantId), eq(grant.memberId, member.id)))
    if (!found) throw new AppError('not_found', `no grant ${grantId} of ${member.id}`)
    const { given, state } = found
    if (given.kind !== 'physical' || state !== 'granted') {
      throw new AppError('conflict', `nothing of ${grantId} is to be sent`)
    }
    await tx
      .insert(deliveryAddress)
      .values({ grantId, ...address })
      .onConflictDoUpdate({ target: deliveryAddress.grantId, set: address })
    await tx
      .update(grant)
      .set({ given: { ...given, hasAddress: true } })
      .where(eq(grant.id, grantId))
    return { ok: true as const }
  })
}
