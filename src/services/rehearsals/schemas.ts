import { z } from 'zod'
import { Fen, Id, Instant } from '@/schemas/primitives'
import { Stock } from '@/schemas/reward'

/** A week: who forgets a rehearsal need not tidy it up. */
const HOURS_MAX = 7 * 24

export const StartRehearsal = z.object({
  campaignId: Id,
  stockEach: Stock.max(1_000_000).min(1).optional(),
  budgetFen: Fen.max(10_000_000_000).optional(),
  asAt: Instant.optional(),
  hours: z.int().min(1).max(HOURS_MAX).optional(),
  /** The points each tester begins with. */
  pointsEach: z.int().min(0).max(10_000_000).default(10_000),
})

export const ReadRehearsal = z.object({ campaignId: Id })
export const ClearRehearsal = z.object({ id: Id })
export const RestartRehearsal = z.object({ id: Id })
export const LookUpTester = z.object({ id: Id, memberId: Id })
