import { z } from 'zod'
import { Id, plainText } from '@/schemas/primitives'

/** So many rewards of one member; null for no limit. */
const Cap = z.int().min(1).max(1_000_000).nullable()

export const ReadParticipation = z.object({ campaignId: Id })
/** Of a campaign or of a tool. */
export const SetParticipationLimit = z.object({ subjectId: Id, perDay: Cap, inAll: Cap })
export const SaveExclusivityGroup = z.object({
  /** Absent for a new one. */
  id: Id.optional(),
  name: plainText(40, 1),
  /** Campaigns and tools, two at least. */
  subjectIds: z
    .array(Id)
    .min(2, { error: 'too_few_subjects' })
    .max(100)
    .refine((ids) => new Set(ids).size === ids.length, { error: 'duplicate_subject' }),
})
export const DeleteExclusivityGroup = z.object({ id: Id })
