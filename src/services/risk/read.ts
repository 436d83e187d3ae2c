import type { RiskTerms } from '@/schemas/risk'
import { and, asc, eq, isNull, or, type ReadDb, riskListEntry, riskRule } from '@/src/db'
import { Briefly } from '@/src/lib/briefly'

export interface RiskRule {
  id: string
  name: string
  terms: RiskTerms
}

/** What a campaign's actions are looked at for. */
export interface RiskRules {
  rules: readonly RiskRule[]
  /** Whether anybody is on the block list or the allow-list. */
  hasLists: boolean
}

/** A change reaches every process within a second. */
const kept = new Briefly<RiskRules>({ forMs: 1_000, atMost: 500 })

/** The rules that are on for a campaign, from the oldest; up to a second old. */
export function readRiskRules(db: ReadDb, campaignId: string, now: Date): Promise<RiskRules> {
  return kept.get(db, campaignId, now, () => queryRules(db, campaignId))
}

/** Makes this process see a change at once. */
export function forgetRiskRules(db: ReadDb): void {
  kept.forget(db)
}

async function queryRules(db: ReadDb, campaignId: string): Promise<RiskRules> {
  const rules = await db
    .select({ id: riskRule.id, name: riskRule.name, terms: riskRule.terms })
    .from(riskRule)
    .where(
      and(eq(riskRule.isEnabled, true), or(isNull(riskRule.campaignId), eq(riskRule.campaignId, campaignId))),
    )
    .orderBy(asc(riskRule.id))
  const listed = await db.select({ value: riskListEntry.value }).from(riskListEntry).limit(1)
  return { rules, hasLists: listed.length > 0 }
}
