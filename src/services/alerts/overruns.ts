import { campaign, inArray, type Tx } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import type { AppContext } from '../context'
import { raiseAlert } from './raise'

/** What a redemption took of a campaign's department beyond the campaign's own money. */
interface Overrun {
  campaignId: string
  contingencyFen: number
  overdraftFen: number
}

/** Raises an alert the first time in a day that a campaign draws on its contingency, and on its overdraft. */
export async function raiseOverruns(
  tx: Tx,
  ctx: Pick<AppContext, 'alertWebhook' | 'log' | 'timeZone'>,
  overruns: readonly Overrun[],
  now: Date,
): Promise<void> {
  if (overruns.length === 0) return
  const { day } = calendarDay(ctx.timeZone, now)
  const ids = overruns.map(({ campaignId }) => campaignId)
  const rows = await tx
    .select({ id: campaign.id, name: campaign.name })
    .from(campaign)
    .where(inArray(campaign.id, ids))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  for (const { campaignId, ...drawn } of overruns) {
    for (const from of ['contingency', 'overdraft'] as const) {
      const fen = drawn[`${from}Fen`]
      if (fen === 0) continue
      const campaignName = names.get(campaignId) ?? ''
      const facts = { kind: 'budget_beyond', campaignId, campaignName, from, fen } as const
      await raiseAlert(tx, ctx, { key: `budget_beyond:${campaignId}:${from}:${day}`, facts }, now)
    }
  }
}
