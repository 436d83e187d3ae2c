import type { z } from 'zod'
import {
  and,
  asc,
  campaign,
  counter,
  decision,
  desc,
  eq,
  isNotNull,
  member,
  rehearsal,
  reward,
  staff,
  tool,
} from '@/src/db'
import { readBudgets } from '../budgets/internal'
import type { AppContext, StaffContext } from '../context'
import { stockOf } from '../grants/counters'
import { readGrants } from '../grants/list'
import { authorise } from '../staff/authorise'
import { permissionsOf } from '../staff/permissions'
import { figuresOf } from './close'
import { codeOf } from './mark'
import { ReadRehearsal } from './schemas'
import { readSource, type Source } from './source'
import { isPlayed, type RehearsalRow, readOpenRow, stageOf } from './stage'
import { TESTERS_MOST } from './tester'
import { issueLink } from './token'

const RECENT = 20
const REWARDS_MOST = 200

/**
 * How the campaign's rehearsal goes, when one is open; how the last one went; and the pages that
 * play it. Its links are told to those who may rehearse: whoever has one may test. Throws
 * `not_found`.
 */
export async function readRehearsal({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ReadRehearsal>
}) {
  const staffMember = authorise(ctx, 'campaign.read')
  const { campaignId } = ReadRehearsal.parse(input)
  const db = ctx.db.read
  const source = await readSource(db, campaignId, ctx.timeZone, ctx.clock.now())
  const row = await readOpenRow(db, campaignId)
  const mayRehearse = permissionsOf(staffMember.roles).includes('campaign.rehearse')
  return {
    pages: source.pages.filter(({ isPlaying }) => isPlaying).map(({ slug, title }) => ({ slug, title })),
    isBeingMade: row !== undefined && row.readyAt === null,
    open: row && isPlayed(ctx, row) ? await readOpen(ctx, row, source, mayRehearse) : null,
    last: await readLast(ctx, campaignId),
  }
}

async function readOpen(ctx: StaffContext, row: RehearsalRow, source: Source, mayRehearse: boolean) {
  const stage = stageOf(ctx, row)
  await stage.decisions.flush()
  const { read } = stage.db
  const testers = await read
    .select({ id: member.id, name: member.nickname })
    .from(member)
    .orderBy(asc(member.id))
    .limit(TESTERS_MOST)
  const now = stage.clock.now()
  return {
    id: row.id,
    code: codeOf(row.id),
    startedBy: await staffName(ctx, row.startedBy),
    startedAt: row.startedAt,
    endsAt: row.endsAt,
    /** Its own clock, which every instant below is by. */
    now,
    isShifted: row.aheadMs !== 0,
    /** What is live was configured anew since. */
    isOutdated: row.sourceHash !== source.hash,
    token: mayRehearse ? issueLink(ctx, row.id) : null,
    figures: await figuresOf(stage),
    testers,
    budgets: await readMoney(stage),
    stock: await readStock(stage),
    grants: await readGrants(read, undefined, RECENT, now),
    refusals: await readRefusals(stage),
  }
}

async function staffName(ctx: AppContext, id: string): Promise<string> {
  const [row] = await ctx.db.read.select({ name: staff.name }).from(staff).where(eq(staff.id, id))
  return row?.name ?? ''
}

async function readMoney({ db }: AppContext) {
  const campaigns = await db.read.select({ id: campaign.id, name: campaign.name }).from(campaign)
  const budgets = await readBudgets(
    db.read,
    campaigns.map(({ id }) => id),
  )
  return campaigns.flatMap(({ id, name }) => {
    const budget = budgets.get(id)
    return budget ? [{ campaignId: id, name, ...budget }] : []
  })
}

async function readStock({ db }: AppContext) {
  return db.read
    .select({ rewardId: reward.id, title: reward.title, used: counter.used, cap: counter.cap })
    .from(reward)
    .innerJoin(counter, and(eq(counter.key, reward.id), eq(counter.scope, stockOf('').scope)))
    .orderBy(asc(reward.id))
    .limit(REWARDS_MOST)
}

async function readRefusals({ db }: AppContext) {
  return db.read
    .select({
      memberId: decision.memberId,
      member: member.nickname,
      tool: { id: tool.id, name: tool.name, type: tool.type },
      day: decision.day,
      action: decision.action,
      status: decision.status,
      rule: decision.rule,
      times: decision.times,
      lastAt: decision.lastAt,
    })
    .from(decision)
    .innerJoin(member, eq(decision.memberId, member.id))
    .innerJoin(tool, eq(decision.toolId, tool.id))
    .orderBy(desc(decision.lastAt))
    .limit(RECENT)
}

/** The one that was closed last; null when there never was one. */
async function readLast(ctx: AppContext, campaignId: string) {
  const [row] = await ctx.db.read
    .select({
      id: rehearsal.id,
      startedAt: rehearsal.startedAt,
      closedAt: rehearsal.closedAt,
      closedWhy: rehearsal.closedWhy,
      summary: rehearsal.summary,
    })
    .from(rehearsal)
    .where(and(eq(rehearsal.campaignId, campaignId), isNotNull(rehearsal.closedAt)))
    .orderBy(desc(rehearsal.startedAt))
    .limit(1)
  return row ?? null
}
