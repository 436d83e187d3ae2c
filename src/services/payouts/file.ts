import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { toCsv } from '@/src/lib/csv'
import { sha256Hex } from '@/src/lib/hash'
import type { PayoutOrder } from './adapter'

/** What finance pays from: the payments, what they come to, and that it is ours. */
interface PayoutFile {
  csv: string
  /** JSON: whose batch it is, how many payments of how much, and the SHA-256 of the CSV. */
  manifest: string
  /** Ed25519 over the manifest's bytes, 64 bytes. */
  signature: Buffer
}

interface FileOrder extends PayoutOrder {
  /** The shop's day it was asked for on. */
  day: string
}

interface Made {
  batchId: string
  at: Date
  /** 32 bytes. */
  key: Buffer
}

/** The two last ones are for whoever pays to fill in, and to send back. */
const FILE_COLUMNS = ['打款单号', '金额(元)', '会员编号', '收款人', '收款账号', '申请日期', '结果', '原因']

/** By digits, never by a float. */
const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** Puts payments into a signed file. The same payments make the same file. */
export function makePayoutFile(orders: readonly FileOrder[], { batchId, at, key }: Made): PayoutFile {
  const rows = orders.map(({ reference, amountFen, receiver, day }) => [
    reference,
    yuan(amountFen),
    receiver.shopMemberId,
    receiver.name,
    receiver.account ?? '',
    day,
    '',
    '',
  ])
  const csv = toCsv([FILE_COLUMNS, ...rows])
  const totalFen = orders.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const about = {
    format: 'ziggurat-payouts/1',
    batch: batchId,
    file: `${batchId}.csv`,
    createdAt: at.toISOString(),
    count: orders.length,
    totalFen,
    sha256: sha256Hex(csv),
    algorithm: 'Ed25519',
  }
  const manifest = `${JSON.stringify(about, null, 2)}\n`
  return { csv, manifest, signature: sign(null, Buffer.from(manifest), privateKey(key)) }
}

/**
 * What a file is worth: whoever pays does the same with our public key before paying. The manifest
 * must be signed by us, and the CSV must be the one it speaks of.
 */
export function verifyPayoutFile(
  { csv, manifest, signature }: PayoutFile,
  publicKeyText: string,
): 'valid' | 'manifest_forged' | 'csv_changed' {
  const key = createPublicKey(publicKeyText)
  if (!verify(null, Buffer.from(manifest), key, signature)) return 'manifest_forged'
  const { sha256 } = JSON.parse(manifest) as { sha256?: unknown }
  return sha256 === sha256Hex(csv) ? 'valid' : 'csv_changed'
}

/** What files are verified with, in PEM: no secret. */
export function publicKeyOf(key: Buffer): string {
  return createPublicKey(privateKey(key)).export({ type: 'spki', format: 'pem' }).toString()
}

/** What PKCS #8 puts before the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

function privateKey(key: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, key]), format: 'der', type: 'pkcs8' })
}
