import { and, asc, campaign, count, decision, eq, gte, riskListEntry, riskRule, sql } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { BLOCK_LIST } from './checks'

/** A shop that needs more has lost sight of them. */
const MOST_RULES = 200
const FIGURE_DAYS = 7

/** The risk rules from the oldest, with whom they stopped today and within seven days of the shop's. */
export async function listRiskRules({ ctx }: { ctx: StaffContext }) {
  authorise(ctx, 'grant.read')
  const db = ctx.db.read
  const today = calendarDay(ctx.timeZone, ctx.clock.now())
  const first = calendarDay(ctx.timeZone, today.startAfter(1 - FIGURE_DAYS)).day
  const rows = await db
    .select({ rule: riskRule, campaignName: campaign.name })
    .from(riskRule)
    .leftJoin(campaign, eq(riskRule.campaignId, campaign.id))
    .orderBy(asc(riskRule.id))
    .limit(MOST_RULES)
  const stopped = await db
    .select({
      rule: decision.rule,
      day: decision.day,
      times: sql<string>`sum(${decision.times})`,
    })
    .from(decision)
    .where(and(gte(decision.day, first), eq(decision.status, 'risk_blocked')))
    .groupBy(decision.rule, decision.day)
  const members = await db
    .select({ rule: decision.rule, members: sql<string>`count(distinct ${decision.memberId})` })
    .from(decision)
    .where(and(gte(decision.day, first), eq(decision.status, 'risk_blocked')))
    .groupBy(decision.rule)
  const lists = await db
    .select({ list: riskListEntry.list, entries: count() })
    .from(riskListEntry)
    .groupBy(riskListEntry.list)
  // Sums come as text from one of the databases.
  const figuresOf = (rule: string) => {
    const own = stopped.filter((row) => row.rule === rule)
    const sumOf = (days: typeof own) => days.reduce((sum, row) => sum + Number(row.times), 0)
    return {
      today: sumOf(own.filter(({ day }) => day === today.day)),
      week: sumOf(own),
      members: Number(members.find((row) => row.rule === rule)?.members ?? 0),
    }
  }
  const entriesOn = (list: 'block' | 'allow') => lists.find((row) => row.list === list)?.entries ?? 0
  return {
    rules: rows.map(({ rule: { id, name, campaignId, terms, isEnabled, updatedAt }, campaignName }) => ({
      id,
      name,
      campaign: campaignId === null ? null : { id: campaignId, name: campaignName ?? '' },
      terms,
      isEnabled,
      updatedAt,
      stopped: figuresOf(id),
    })),
    blockList: { entries: entriesOn('block'), stopped: figuresOf(BLOCK_LIST) },
    allowList: { entries: entriesOn('allow') },
  }
}
