import { z } from 'zod'

/** Whose actions a rule counts. */
export const RiskSubject = z.enum(['member', 'device', 'ip_prefix'])
export type RiskSubject = z.infer<typeof RiskSubject>

/** What a risk rule refuses. */
export const RiskTerms = z.discriminatedUnion('kind', [
  /** More than `max` actions of one subject within a window of the clock's. */
  z.strictObject({
    kind: z.literal('velocity'),
    subject: RiskSubject,
    max: z.int().min(1).max(1_000_000),
    windowMinutes: z.int().min(1).max(10_080),
  }),
  /** Members who came here for the first time less than so long ago. */
  z.strictObject({ kind: z.literal('new_account'), waitMinutes: z.int().min(1).max(525_600) }),
  /** A device that more members than these have used. */
  z.strictObject({ kind: z.literal('duplicate_device'), maxMembers: z.int().min(1).max(1_000) }),
])
export type RiskTerms = z.infer<typeof RiskTerms>
