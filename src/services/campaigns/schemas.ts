import { z } from 'zod'
import { Fen, Id, IdempotencyKey, Instant, plainText } from '@/schemas/primitives'
import { ListInput } from '../paging'

const Name = plainText(40, 1)
/** ¥100 million: a typing mistake, not a budget. */
const BudgetFen = Fen.max(10_000_000_000)

const window = {
  startsAt: Instant,
  endsAt: Instant,
  /** 兑奖截止; left out, it stays as it is, or follows the end. */
  collectsUntil: Instant.optional(),
}
const isForward = (w: { startsAt: string; endsAt: string }) => w.startsAt < w.endsAt
const BACKWARD = { error: 'window_reversed', path: ['endsAt'] }
const collectsAfter = (w: { endsAt: string; collectsUntil?: string | undefined }) =>
  w.collectsUntil === undefined || w.collectsUntil >= w.endsAt
const TOO_EARLY = { error: 'collecting_before_end', path: ['collectsUntil'] }

export const CreateCampaign = z
  .object({ name: Name, ...window, budgetFen: BudgetFen })
  .refine(isForward, BACKWARD)
  .refine(collectsAfter, TOO_EARLY)
export const UpdateCampaign = z
  .object({ id: Id, name: Name, ...window })
  .refine(isForward, BACKWARD)
  .refine(collectsAfter, TOO_EARLY)
export const ExtendCollecting = z.object({ id: Id, collectsUntil: Instant })
export const GetCampaign = z.object({ id: Id })
export const TransitionCampaign = z.object({ id: Id, event: z.enum(['launch', 'suspend', 'resume', 'end']) })
export const TopUpCampaign = z.object({ id: Id, amountFen: BudgetFen.min(1), idempotencyKey: IdempotencyKey })
export const ListCampaigns = ListInput.extend({
  state: z.enum(['draft', 'scheduled', 'running', 'suspended', 'ended']).optional(),
})
