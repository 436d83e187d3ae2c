import { z } from 'zod'
import { Fen, Id, IdempotencyKey, plainText, Reason } from '@/schemas/primitives'
import { PAYOUT_STATES } from '@/src/db'
import { ListInput } from '../paging'

export const Withdraw = z.object({
  key: IdempotencyKey,
  /** Without it, all there is. */
  amountFen: Fen.min(1).optional(),
})
export const MyPayouts = z.object({ cursor: Id.optional() })

export const ListPayouts = ListInput.extend({
  state: z.enum(PAYOUT_STATES).optional(),
  batchId: Id.optional(),
})
export const ListBatches = ListInput.omit({ search: true })
export const DownloadBatch = z.object({ id: Id })
export const RetryPayout = z.object({
  id: Id,
  /** Where it is paid to instead. */
  account: plainText(60, 1).optional(),
})
export const ReturnPayout = z.object({ id: Id, reason: Reason })
