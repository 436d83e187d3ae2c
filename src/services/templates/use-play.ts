import type { z } from 'zod'
import { collectsUntilOf } from '@/schemas/collecting'
import type { Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import { addCampaign } from '../campaigns/create'
import { getCampaign } from '../campaigns/internal'
import type { StaffContext } from '../context'
import { addPage, refusingTakenLink } from '../pages/create'
import { requireValidPage } from '../pages/internal'
import { addReward } from '../rewards/create'
import { authorise } from '../staff/authorise'
import { addTool } from '../tools/create'
import { costFenOf, rewardsOf, titled } from './fill'
import { getPlay, readShop } from './internal'
import type { PlayTemplate } from './library/template'
import type { PlayWindow } from './library/window'
import { madeOnce } from './once'
import { UsePlay } from './schemas'

type Parsed = z.output<typeof UsePlay>

/**
 * Makes all a play template stands for, or nothing: rewards with their stock, a draft campaign
 * without money (unless one there is was chosen), the tools that give the rewards, and the page
 * that plays them. Asking twice under one key makes one of each. Throws `forbidden` naming the
 * permission that is missing, `already_exists` when the link is taken, and `invalid_input` for
 * stocks of rewards that the template has not.
 */
export async function createPlayFromTemplate({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof UsePlay>
}) {
  authorise(ctx, 'page.write')
  authorise(ctx, 'reward.write')
  authorise(ctx, 'tool.write')
  const parsed = UsePlay.parse(input)
  if (parsed.campaign.kind === 'new') authorise(ctx, 'campaign.write')
  const template = getPlay(parsed.key)
  requireKnown(template, parsed.stocks)
  const costFen = costFenOf(rewardsOf(template, parsed.stocks))
  const made = await refusingTakenLink(parsed.slug, () =>
    ctx.db.transaction((tx) => madeOnce(tx, ctx, parsed, () => makeAll(tx, ctx, template, parsed))),
  )
  return { ...made, costFen }
}

function requireKnown({ rewards }: PlayTemplate, stocks: Parsed['stocks']): void {
  const unknown = Object.keys(stocks).filter((name) => !Object.hasOwn(rewards, name))
  if (unknown.length === 0) return
  const details = unknown.map((name) => ({ code: 'unknown_reward', path: ['stocks', name] }))
  throw new AppError('invalid_input', 'the template has no such rewards', details)
}

async function makeAll(tx: Tx, ctx: StaffContext, template: PlayTemplate, input: Parsed) {
  const { key, title, slug, stocks } = input
  const campaign = await campaignFor(tx, ctx, input.campaign)
  const shop = await readShop(tx)

  const rewardIds: Record<string, string> = {}
  for (const [name, reward] of rewardsOf(template, stocks))
    rewardIds[name] = (await addReward(tx, ctx, reward)).id

  const toolIds: Record<string, string> = {}
  for (const [name, draft] of Object.entries(template.tools(rewardIds, shop))) {
    const config = draft.config as Parameters<typeof addTool>[2]['config']
    toolIds[name] = (await addTool(tx, ctx, { ...draft, config, campaignId: campaign.id })).id
  }

  const page = template.page({ tools: toolIds, shop, window: campaign.window })
  const definition = requireValidPage(titled(page, title))
  const { id: pageId } = await addPage(tx, ctx, { slug, campaignId: campaign.id, definition })
  await recordAudit(tx, ctx, 'template.use', pageId, { key, campaignId: campaign.id })
  return { pageId, campaignId: campaign.id }
}

/** A draft without a budget, which nobody but those who give budgets decides on, or the one that was chosen. */
async function campaignFor(
  tx: Tx,
  ctx: StaffContext,
  chosen: Parsed['campaign'],
): Promise<{ id: string; window: PlayWindow }> {
  const { timeZone } = ctx
  if (chosen.kind === 'existing') {
    const row = await getCampaign(tx, chosen.id)
    return { id: row.id, window: windowOf(row, timeZone) }
  }
  const { name, startsAt, endsAt } = chosen
  const dates = { startsAt: new Date(startsAt), endsAt: new Date(endsAt), collectsUntil: null }
  const { id } = await addCampaign(tx, ctx, { name, startsAt, endsAt, budgetFen: 0 })
  return { id, window: windowOf(dates, timeZone) }
}

function windowOf(
  campaign: { startsAt: Date; endsAt: Date; collectsUntil: Date | null },
  timeZone: string,
): PlayWindow {
  const { startsAt, endsAt } = campaign
  return { startsAt, endsAt, collectsUntil: collectsUntilOf(campaign), timeZone }
}
