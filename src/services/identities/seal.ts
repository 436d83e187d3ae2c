import { z } from 'zod'
import type { TaxIdentity } from '@/schemas/tax-identity'
import { AppError } from '@/src/lib/errors'
import { openText, sealText } from '@/src/lib/seal'

const Opened = z.object({ name: z.string(), number: z.string() })

/** An identity as the database keeps it, sealed for its member with the installation's key of 32 bytes. */
export function sealIdentity(key: Buffer, memberId: string, { name, number }: TaxIdentity): string {
  return sealText(key, memberId, JSON.stringify({ name, number }))
}

/**
 * Reads what was sealed for the member.
 *
 * @throws `conflict` with `identity_unreadable` when it was changed, cut, is another member's, or the
 * installation's secret is not the one it was sealed with.
 */
export function openIdentity(key: Buffer, memberId: string, sealed: string): TaxIdentity {
  try {
    return Opened.parse(JSON.parse(openText(key, memberId, sealed)))
  } catch (cause) {
    const details = [{ code: 'identity_unreadable', params: { memberId } }]
    throw new AppError('conflict', `the identity of ${memberId} cannot be read`, details, { cause })
  }
}
