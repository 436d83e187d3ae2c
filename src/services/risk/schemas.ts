import { z } from 'zod'
import { Id, plainText } from '@/schemas/primitives'
import { RiskTerms } from '@/schemas/risk'

export const SaveRiskRule = z.object({
  /** Absent for a new one. */
  id: Id.optional(),
  name: plainText(40, 1),
  /** Absent for every campaign. */
  campaignId: Id.optional(),
  terms: RiskTerms,
})
export const SwitchRiskRule = z.object({ id: Id, isEnabled: z.boolean() })

const RiskList = z.enum(['block', 'allow'])
const EntryKind = z.enum(['member', 'device', 'ip_prefix'])
/** Lines of one import; a longer list comes in several. */
export const MOST_LINES = 20_000

export const ImportRiskList = z.object({
  list: RiskList,
  kind: EntryKind,
  /** One value a line, and after a comma a note. */
  text: z.string().min(1).max(2_000_000),
})
export const ListRiskEntries = z.object({
  list: RiskList,
  search: plainText(80).optional(),
  limit: z.int().min(1).max(200).default(50),
})
export const RemoveRiskEntry = z.object({ list: RiskList, kind: EntryKind, value: plainText(100, 1) })
