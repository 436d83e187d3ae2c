import { z } from 'zod'
import { Id, Instant, plainText, Reason } from '@/schemas/primitives'
import { ListInput } from '../paging'

/** Whose submissions: of one form, sent from an instant until before another. */
const filter = {
  toolId: Id,
  /** A whole name, a whole telephone number or its last four digits, or a member's number. */
  search: plainText(60).optional(),
  from: Instant.optional(),
  until: Instant.optional(),
}

export const ListSubmissions = ListInput.extend(filter)
export const CountSubmissions = z.object(filter)
export const ExportSubmissions = z.object(filter)
export const ShowSubmission = z.object({ id: Id })
export const EraseSubmission = z.object({ id: Id, reason: Reason })
