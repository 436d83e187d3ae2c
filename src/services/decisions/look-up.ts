import type { z } from 'zod'
import type { Trace } from '@/schemas/decision'
import {
  and,
  campaign,
  decision,
  desc,
  eq,
  exclusivityGroup,
  grant,
  gte,
  inArray,
  lt,
  member,
  type ReadDb,
  riskRule,
  tool,
} from '@/src/db'
import { type CalendarDay, calendarDay } from '@/src/lib/clock'
import { AppError } from '@/src/lib/errors'
import type { StaffContext } from '../context'
import { readGrants } from '../grants/list'
import { authorise } from '../staff/authorise'
import { LookUpDecisions } from './schemas'

/** Ways to get nothing, and rewards, that one look shows; a day has hardly more. */
const MOST = 50
/** Members that the traces of one look name. */
const MOST_NAMED = 500

/**
 * Why a member got nothing, from the latest, each with the latest trace; and beside it what they did
 * get. Throws `not_found`.
 */
export async function lookUpDecisions({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof LookUpDecisions>
}) {
  authorise(ctx, 'grant.read')
  const { memberId, day, campaignId } = LookUpDecisions.parse(input)
  // What was refused a moment ago is asked for now.
  await ctx.decisions.flush()
  const db = ctx.db.read
  const { id, shopMemberId, nickname, createdAt } = member
  const [who] = await db
    .select({ id, shopMemberId, nickname, createdAt })
    .from(member)
    .where(eq(member.id, memberId))
  if (!who) throw new AppError('not_found', `no member ${memberId}`)
  const within = day === undefined ? undefined : boundsOf(ctx.timeZone, day)
  const refusals = await readRefusals(db, { memberId, day, campaignId })
  const members = await readNamed(db, refusals)
  const grants = await readGrants(
    db,
    and(
      eq(grant.memberId, memberId),
      campaignId ? eq(grant.campaignId, campaignId) : undefined,
      within && gte(grant.grantedAt, within.startsAt),
      within && lt(grant.grantedAt, within.nextStartsAt),
    ),
    MOST,
    ctx.clock.now(),
  )
  return { member: who, refusals, grants, members }
}

/** The nicknames of the members that traces name, by id. */
async function readNamed(db: ReadDb, refusals: { trace: Trace }[]): Promise<Record<string, string>> {
  const ids = refusals.flatMap(({ trace }) =>
    trace.flatMap(({ figures }) =>
      figures.flatMap((figure) => (figure.kind === 'members' ? figure.ids : [])),
    ),
  )
  if (ids.length === 0) return {}
  const rows = await db
    .select({ id: member.id, nickname: member.nickname })
    .from(member)
    .where(inArray(member.id, [...new Set(ids)].slice(0, MOST_NAMED)))
  return Object.fromEntries(rows.map(({ id, nickname }) => [id, nickname]))
}

async function readRefusals(
  db: ReadDb,
  o: { memberId: string; day: string | undefined; campaignId: string | undefined },
) {
  const rows = await db
    .select({
      decision,
      tool: { id: tool.id, name: tool.name, type: tool.type },
      campaign: { id: campaign.id, name: campaign.name },
    })
    .from(decision)
    // Who did not get past signing in met no tool.
    .leftJoin(tool, eq(decision.toolId, tool.id))
    .leftJoin(campaign, eq(decision.campaignId, campaign.id))
    .where(
      and(
        eq(decision.memberId, o.memberId),
        o.day ? eq(decision.day, o.day) : undefined,
        o.campaignId ? eq(decision.campaignId, o.campaignId) : undefined,
      ),
    )
    .orderBy(desc(decision.lastAt))
    .limit(MOST)
  const names = await readRuleNames(db, [...new Set(rows.map((row) => row.decision.rule))])
  return rows.map(({ decision: row, ...of }) => ({
    ...of,
    id: [row.day, row.toolId, row.action, row.status, row.rule].join(' '),
    day: row.day,
    action: row.action,
    status: row.status,
    rule: row.rule,
    /** What staff called the rule or the group; null for one that has no such name. */
    ruleName: names.get(row.rule) ?? null,
    times: row.times,
    firstAt: row.firstAt,
    lastAt: row.lastAt,
    trace: row.trace,
  }))
}

async function readRuleNames(db: ReadDb, ids: string[]): Promise<Map<string, string>> {
  const rules = await db
    .select({ id: riskRule.id, name: riskRule.name })
    .from(riskRule)
    .where(inArray(riskRule.id, ids))
  const groups = await db
    .select({ id: exclusivityGroup.id, name: exclusivityGroup.name })
    .from(exclusivityGroup)
    .where(inArray(exclusivityGroup.id, ids))
  return new Map([...rules, ...groups].map(({ id, name }) => [id, name]))
}

/** When a day of the shop's began and the next one did. */
function boundsOf(timeZone: string, day: string): Pick<CalendarDay, 'startsAt' | 'nextStartsAt'> {
  const near = calendarDay(timeZone, new Date(`${day}T12:00:00.000Z`))
  if (near.day === day) return near
  return calendarDay(timeZone, near.startAfter(near.day < day ? 1 : -1))
}
