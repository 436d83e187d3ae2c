import { z } from 'zod'
import { MemberRule } from '@/schemas/member-rule'
import { ContentHash, Id, plainText, Reason } from '@/schemas/primitives'
import { GRANT_BATCH_STATES } from '@/src/db'
import { ListInput } from '../paging'

/** Members of one batch; more are given in several. */
export const MAX_MEMBERS = 50_000
/** Members picked one by one. */
const MAX_BY_HAND = 200
/** Rows chosen one by one. */
const MAX_CHOSEN = 500

const Name = plainText(40, 1)
/** Why it is given. */

export const CreateGrantBatch = z.object({
  name: Name,
  campaignId: Id,
  rewardId: Id,
  reason: Reason,
  isUnderLimits: z.boolean().default(true),
})
export const UpdateGrantBatch = CreateGrantBatch.extend({ id: Id, isUnderLimits: z.boolean() })
export const GetGrantBatch = z.object({ id: Id })
export const ChooseByRule = z.object({ id: Id, rule: MemberRule })
export const ChooseByHand = z.object({ id: Id, memberIds: z.array(Id).min(1).max(MAX_BY_HAND) })
export const ImportMembers = z.object({ id: Id })
/** What was looked at: another hash is another batch. */
export const SubmitGrantBatch = z.object({ id: Id, contentHash: ContentHash })
export const RejectGrantBatch = SubmitGrantBatch.extend({ reason: Reason })
export const SteerGrantBatch = z.object({ id: Id, event: z.enum(['pause', 'resume', 'retry', 'cancel']) })
export const ListGrantBatches = ListInput.extend({
  state: z.enum(GRANT_BATCH_STATES).optional(),
  campaignId: Id.optional(),
})

const Position = z.int().min(1).max(MAX_MEMBERS)
/** What rows are told apart by: what became of them, and of taking them back. */
export const ROW_OUTCOMES = [
  'waiting',
  'granted',
  'refused',
  'failed',
  'cancelled',
  'taking_back',
  'taken_back',
  'not_taken_back',
] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]
export const ListGrantBatchRows = z.object({
  id: Id,
  outcome: z.enum(ROW_OUTCOMES).optional(),
  search: plainText(60).optional(),
  /** The position after which to go on. */
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
  limit: z.int().min(1).max(500).default(20),
})
export const TakeBackGrantBatch = z.object({
  id: Id,
  reason: Reason,
  /** Without them, every row that was granted. */
  positions: z.array(Position).min(1).max(MAX_CHOSEN).optional(),
})
