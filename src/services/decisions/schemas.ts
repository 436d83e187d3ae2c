import { z } from 'zod'
import { Id, plainText } from '@/schemas/primitives'

export const FindMembers = z.object({ search: plainText(60, 1) })
export const LookUpDecisions = z.object({
  memberId: Id,
  /** A day of the shop's, `2026-11-11`; absent for the latest of all days. */
  day: z.iso.date().optional(),
  campaignId: Id.optional(),
})
