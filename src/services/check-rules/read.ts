import type { CheckKind, CheckRules } from '@/schemas/check-rule'
import { checkRule, type ReadDb } from '@/src/db'
import { DEFAULT_RULES, termsOf } from '@/src/document'

export type CheckRuleRow = typeof checkRule.$inferSelect

/** What was changed of the rules, by kind. A kind of an earlier version's is passed over. */
export async function readChangedRules(db: ReadDb): Promise<Map<CheckKind, CheckRuleRow>> {
  const rows = await db.select().from(checkRule)
  return new Map(
    rows.flatMap((row) => (Object.hasOwn(DEFAULT_RULES, row.kind) ? [[row.kind as CheckKind, row]] : [])),
  )
}

/** The rules that pages are checked by: as they come, with what was changed. */
export async function readCheckRules(db: ReadDb): Promise<CheckRules> {
  const changed = await readChangedRules(db)
  return Object.fromEntries(
    (Object.keys(DEFAULT_RULES) as CheckKind[]).map((kind) => [kind, ruleOf(kind, changed.get(kind))]),
  ) as Record<CheckKind, CheckRules[CheckKind]>
}

/** A rule with what was changed of it. Terms that were added since it was changed are as they come. */
export function ruleOf(kind: CheckKind, row: CheckRuleRow | undefined): CheckRules[CheckKind] {
  const plain = DEFAULT_RULES[kind]
  if (!row) return plain
  const own = Object.entries(row.terms).filter(([name]) => termsOf(kind).includes(name as 'words'))
  return { level: row.level, terms: { ...plain.terms, ...Object.fromEntries(own) } }
}
