import { z } from 'zod'
import { plainText } from '@/schemas/primitives'
import {
  bareIdNumber,
  isIdNumber,
  isLegalName,
  NAME_LENGTH,
  NUMBER_TYPED_LENGTH,
  type TaxIdentity,
} from '@/schemas/tax-identity'
import { isNull, taxIdentity } from '@/src/db'
import { dayIn } from '@/src/lib/clock'
import { AppError } from '@/src/lib/errors'
import type { MemberContext } from '../context'
import { maskedName } from '../members/masked-name'
import { sealIdentity } from './seal'

export const GiveIdentity = z.object({
  name: plainText(NAME_LENGTH.max, NAME_LENGTH.min).refine(isLegalName, { error: 'not_a_name' }),
  number: plainText(NUMBER_TYPED_LENGTH, 18),
  /** The member's own yes to keeping both and declaring the tax on what they won with them. */
  consent: z.literal(true),
})

/** What came of giving an identity. A refusal says why, and changes nothing. */
type IdentityOutcome =
  /** As the member may see it again: `张*`, `110***********123X`. */
  | { ok: true; name: string; number: string }
  /** A declaration that names it was exported. */
  | { ok: false; rule: 'declared' }

/**
 * Who the member is by law, once for all they win. Given again it replaces what was given before, until
 * a declaration was exported with it. It is kept sealed and never answered in full.
 * Throws `unauthenticated` without a member, and `invalid_input` for what is no name or no number.
 */
export async function giveIdentity({
  ctx,
  input,
}: {
  ctx: MemberContext
  input: z.input<typeof GiveIdentity>
}): Promise<IdentityOutcome> {
  const { member } = ctx
  if (!member) throw new AppError('unauthenticated', 'an identity is given by a member')
  const now = ctx.clock.now()
  const identity = readIdentity(GiveIdentity.parse(input), dayIn(ctx.timeZone, now))
  const kept = { sealed: sealIdentity(ctx.identityKey, member.id, identity), consentedAt: now }
  const written = await ctx.db.transaction((tx) =>
    tx
      .insert(taxIdentity)
      .values({ memberId: member.id, ...kept, createdAt: now })
      .onConflictDoUpdate({
        target: taxIdentity.memberId,
        set: kept,
        setWhere: isNull(taxIdentity.declaredAt),
      })
      .returning({ memberId: taxIdentity.memberId }),
  )
  return written.length === 1 ? { ok: true, ...masked(identity) } : { ok: false, rule: 'declared' }
}

function readIdentity({ name, number }: TaxIdentity, today: string): TaxIdentity {
  if (!isIdNumber(number, today))
    throw new AppError('invalid_input', 'no number of an identity card', [
      { code: 'not_an_id_number', path: ['number'] },
    ])
  return { name: name.trim(), number: bareIdNumber(number) }
}

function masked({ name, number }: TaxIdentity): TaxIdentity {
  return { name: maskedName(name), number: `${number.slice(0, 3)}${'*'.repeat(11)}${number.slice(-4)}` }
}
