import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { TaxIdentity } from '@/schemas/tax-identity'
import { AppError } from '@/src/lib/errors'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

const Opened = z.object({ name: z.string(), number: z.string() })

/**
 * An identity as the database keeps it: AES-256-GCM under the installation's key of 32 bytes, base64 of
 * nonce, tag and text. It is bound to its member, so that one put into another's row cannot be read.
 */
export function sealIdentity(key: Buffer, memberId: string, { name, number }: TaxIdentity): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(
    Buffer.from(memberId),
  )
  const text = Buffer.concat([cipher.update(JSON.stringify({ name, number }), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

/**
 * Reads what was sealed for the member.
 *
 * @throws `conflict` with `identity_unreadable` when it was changed, cut, is another member's, or the
 * installation's secret is not the one it was sealed with.
 */
export function openIdentity(key: Buffer, memberId: string, sealed: string): TaxIdentity {
  const bytes = Buffer.from(sealed, 'base64')
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(memberId)).setAuthTag(tag)
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
    return Opened.parse(JSON.parse(text.toString('utf8')))
  } catch (cause) {
    const details = [{ code: 'identity_unreadable', params: { memberId } }]
    throw new AppError('conflict', `the identity of ${memberId} cannot be read`, details, { cause })
  }
}
