import type { z } from 'zod'
import { blocksSubmission, type GrantBatchProblem } from '@/schemas/grant-batch'
import type { ReadDb } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import { isLapsed } from '@/widgets/kit/tool'
import { readBudgets } from '../budgets/internal'
import { getCampaign } from '../campaigns/internal'
import { stateAt } from '../campaigns/state'
import type { StaffContext } from '../context'
import { counterText, readCounters, stockOf, stockOfDay } from '../grants/counters'
import { authorise } from '../staff/authorise'
import { type Contents, readContents } from './contents'
import { type GrantBatch, getGrantBatch } from './internal'
import { GetGrantBatch } from './schemas'
import { CONFIRM_ABOVE_FEN, needsConfirmation } from './unconfirmed'

/** What a batch would come to as things stand: whom, for how much, and what is in its way. */
export async function previewGrantBatch({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof GetGrantBatch>
}) {
  const staff = authorise(ctx, 'grant.read')
  const { id } = GetGrantBatch.parse(input)
  const db = ctx.db.read
  const batch = await getGrantBatch(db, id)
  const contents = await readContents(db, batch)
  const { memberCount, expectedFen, worstFen, contentHash } = contents
  const asked = { staffId: staff.id, worstFen, now: ctx.clock.now(), timeZone: ctx.timeZone }
  return {
    memberCount,
    expectedFen,
    worstFen,
    contentHash,
    ...(await readSupply(ctx, db, batch, contents)),
    needsConfirmation: await needsConfirmation(db, asked),
    confirmAboveFen: CONFIRM_ABOVE_FEN,
  }
}

/** What is left to give, and what of the batch it falls short of. */
export async function readSupply(ctx: StaffContext, db: ReadDb, batch: GrantBatch, contents: Contents) {
  const { reward, memberCount, expectedFen } = contents
  const now = ctx.clock.now()
  const ofDay = stockOfDay(reward.id, calendarDay(ctx.timeZone, now).day)
  const counters = await readCounters(db, [stockOf(reward.id), ofDay])
  const stock = counters.get(counterText(stockOf(reward.id)))
  const stockLeft = stock ? stock.cap - stock.used : 0
  const leftToday =
    reward.stockPerDay === null ? null : reward.stockPerDay - (counters.get(counterText(ofDay))?.used ?? 0)
  const budget = (await readBudgets(db, [batch.campaignId])).get(batch.campaignId)
  const availableFen = budget?.availableFen ?? 0
  const campaign = stateAt(await getCampaign(db, batch.campaignId), now)
  const found: Record<GrantBatchProblem, boolean> = {
    no_members: memberCount === 0,
    reward_off: !reward.isEnabled || isLapsed(reward, now),
    campaign_over: campaign === 'ended',
    campaign_not_running: campaign !== 'running' && campaign !== 'ended',
    stock_short: stockLeft < memberCount,
    stock_short_today: leftToday !== null && leftToday < memberCount && stockLeft >= memberCount,
    budget_short: availableFen < expectedFen,
  }
  const problems = (Object.keys(found) as GrantBatchProblem[]).filter((problem) => found[problem])
  return { stockLeft, availableFen, problems, isBlocked: problems.some(blocksSubmission) }
}
