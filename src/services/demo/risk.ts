import type { RiskTerms } from '@/schemas/risk'
import { and, eq, riskListEntry, riskRule } from '@/src/db'
import type { StaffContext } from '../context'
import { importRiskList, saveRiskRule } from '../risk'

/* Nothing here stops whoever tries the demo as several members on one device. */

const RULES: { name: string; terms: RiskTerms }[] = [
  { name: '互相助力', terms: { kind: 'help_ring', maxMembers: 3, days: 7 } },
  { name: '固定团伙助力', terms: { kind: 'help_group', members: 4, times: 3, days: 30 } },
  { name: '脚本连点', terms: { kind: 'velocity', subject: 'member', max: 120, windowMinutes: 10 } },
]

const LISTS = [
  { list: 'block', kind: 'ip_prefix', text: '203.0.113.0, 机房网段' },
  { list: 'block', kind: 'member', text: 'wool-1071, 多次刷单\nwool-1072, 多次刷单' },
  { list: 'allow', kind: 'member', text: 'service-test, 客服测试账号' },
] as const

/** Risk rules and lists as a shop would have them. Made again, it changes nothing. */
export async function addRisk(ctx: StaffContext): Promise<void> {
  const db = ctx.db.read
  for (const rule of RULES) {
    const [before] = await db
      .select({ id: riskRule.id })
      .from(riskRule)
      .where(and(eq(riskRule.name, rule.name), eq(riskRule.createdBy, ctx.staff?.id ?? '')))
    if (!before) await saveRiskRule({ ctx, input: rule })
  }
  for (const list of LISTS) {
    const [before] = await db
      .select({ value: riskListEntry.value })
      .from(riskListEntry)
      .where(and(eq(riskListEntry.list, list.list), eq(riskListEntry.kind, list.kind)))
      .limit(1)
    if (!before) await importRiskList({ ctx, input: list })
  }
}
