import type { z } from 'zod'
import { PointsRule } from '@/schemas/redemption'
import { counter, eq, pointsRule, reward, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../../audit/record'
import { getCampaign } from '../../campaigns/internal'
import type { StaffContext } from '../../context'
import { stockOf } from '../../grants/counters'
import { authorise } from '../../staff/authorise'
import { ensurePointsTool } from '../../tools/points-off'
import { RULE_ID } from './rule'

/** No order takes more off at once, fen. */
const MOST_FEN = 100_000_000
const MOST_ORDERS = 1_000_000_000

/**
 * Says how points come off orders. What they take off is a subsidy of the campaign's that pays, made
 * the first time it is named.
 *
 * @throws `not_found` for a campaign that is not there.
 */
export async function setPointsRule({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof PointsRule>
}) {
  const staff = authorise(ctx, 'reward.write')
  const rule = PointsRule.parse(input)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    await getCampaign(tx, rule.campaignId)
    const [before] = await tx.select().from(pointsRule).where(eq(pointsRule.id, RULE_ID))
    const rewardId = before?.rewardId ?? (await makeSubsidy(tx, staff.id, now))
    await ensurePointsTool(tx, { campaignId: rule.campaignId, staffId: staff.id, now })
    const row = { ...rule, rewardId, setBy: staff.id, setAt: now }
    await tx
      .insert(pointsRule)
      .values({ id: RULE_ID, ...row })
      .onConflictDoUpdate({ target: pointsRule.id, set: row })
    await recordAudit(tx, ctx, 'points.rule', 'shop', rule)
    return rule
  })
}

/** What points become. Each use of it says how much of it is given. */
async function makeSubsidy(tx: Tx, staffId: string, now: Date): Promise<string> {
  const id = newId('rwd', now)
  await tx.insert(reward).values({
    id,
    kind: 'subsidy',
    title: '积分抵现',
    terms: { kind: 'subsidy', amountFen: MOST_FEN, validity: { kind: 'days', days: 1 }, useLink: '' },
    reservation: { kind: 'full' },
    reservedFenEach: MOST_FEN,
    createdBy: staffId,
    createdAt: now,
    updatedAt: now,
  })
  await tx.insert(counter).values({ ...stockOf(id), used: 0, cap: MOST_ORDERS })
  return id
}
