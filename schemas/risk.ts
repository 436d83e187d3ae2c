import { z } from 'zod'

/** Whose actions a rule counts. */
export const RiskSubject = z.enum(['member', 'device', 'ip_prefix'])
export type RiskSubject = z.infer<typeof RiskSubject>

/** Days back that a rule about helping may look; what is older is forgotten. */
export const MOST_DAYS = 90
const days = z.int().min(1).max(MOST_DAYS)

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
  /** A help that closes a ring of at most so many: A helps B, B helped C, C helped A. */
  z.strictObject({ kind: z.literal('help_ring'), maxMembers: z.int().min(2).max(4), days }),
  /** So many helpers of one member who helped the same members together so often before. */
  z.strictObject({
    kind: z.literal('help_group'),
    members: z.int().min(2).max(20),
    times: z.int().min(1).max(1_000),
    days,
  }),
  /** A helper on a device or a network that the member they help was on. */
  z.strictObject({ kind: z.literal('help_origin'), origin: z.enum(['device', 'ip_prefix']), days }),
])
export type RiskTerms = z.infer<typeof RiskTerms>
