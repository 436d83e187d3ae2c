import type { z } from 'zod'
import { and, eq, isNull, payout, payoutBatch, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { storeZip } from '@/src/lib/store-zip'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { guard, untilGuarded } from '../guard'
import { authorise } from '../staff/authorise'
import { publicKeyOf, verifyPayoutFile } from './file'
import { DownloadBatch } from './schemas'
import { transition } from './state'

type BatchRow = typeof payoutBatch.$inferSelect

/**
 * A batch as the archive finance pays from: CSV, manifest and signature. Taken for the first time,
 * its payouts are being paid; taken again, it is the same to the letter. Who took it is noted. Throws
 * `internal` when the file is no longer what was signed.
 */
export async function downloadBatch({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof DownloadBatch>
}) {
  authorise(ctx, 'payout.write')
  const { id } = DownloadBatch.parse(input)
  const [batch] = await ctx.db.read.select().from(payoutBatch).where(eq(payoutBatch.id, id))
  if (!batch) throw new AppError('not_found', `no batch ${id}`)
  const zip = archiveOf(ctx, batch)
  const isFirst = await untilGuarded(() =>
    ctx.db.transaction(async (tx) => {
      const first = await startPaying(tx, id, ctx.clock.now())
      await recordAudit(tx, ctx, 'payout.download', id, { first })
      return first
    }),
  )
  return { name: `${id}.zip`, base64: zip.toString('base64'), isFirst }
}

function archiveOf({ payoutKey }: StaffContext, batch: BatchRow): Buffer {
  const { id, csv, manifest } = batch
  const signature = Buffer.from(batch.signature, 'base64')
  const found = verifyPayoutFile({ csv, manifest, signature }, publicKeyOf(payoutKey))
  if (found !== 'valid') throw new Error(`the file of ${id} is not what was signed: ${found}`)
  return storeZip([
    { name: `${id}.csv`, bytes: Buffer.from(csv) },
    { name: `${id}.manifest.json`, bytes: Buffer.from(manifest) },
    { name: `${id}.manifest.sig`, bytes: signature },
  ])
}

/** Answers false when they are being paid already. */
async function startPaying(tx: Tx, id: string, now: Date): Promise<boolean> {
  const [batch] = await tx
    .select({ count: payoutBatch.count, downloadedAt: payoutBatch.downloadedAt })
    .from(payoutBatch)
    .where(eq(payoutBatch.id, id))
  if (!batch || batch.downloadedAt) return false
  const first = await tx
    .update(payoutBatch)
    .set({ downloadedAt: now })
    .where(and(eq(payoutBatch.id, id), isNull(payoutBatch.downloadedAt)))
    .returning({ id: payoutBatch.id })
  guard(first.length > 0, 'payouts')
  const paying = await tx
    .update(payout)
    .set({ state: transition('claim_pending', 'pay'), updatedAt: now })
    .where(and(eq(payout.batchId, id), eq(payout.state, 'claim_pending')))
    .returning({ id: payout.id })
  guard(paying.length === batch.count, 'payouts')
  return true
}
