import { type CheckRules, DRAW_RULE_PARTS, type DrawRulePart } from '../../../schemas/check-rule'
import type { CheckedReward, CheckedTool, PageFacts } from '../../../schemas/page-facts'
import { findWords, hasPhrase } from './find-words'
import { asks, type Judged } from './judged'
import { wordFindings } from './look-at-block'
import type { ShownBlock } from './shown-blocks'

/** A block and the tool it plays. Findings lead to where the tool is chosen. */
interface Bound {
  shown: ShownBlock
  tool: CheckedTool
  path: Judged['path']
}

/** What stands between members and the tools of the page: their campaigns, rewards, budgets, the law. */
export function checkTools(shown: readonly ShownBlock[], facts: PageFacts, rules: CheckRules): Judged[] {
  const found: Judged[] = []
  const bound: Bound[] = []
  for (const each of shown) {
    const { id, type, tool: ref } = each.block
    if (!ref) continue
    const path = ['blocks', id, 'tool']
    const tool = Object.hasOwn(facts.tools, ref.id) ? facts.tools[ref.id] : undefined
    if (tool === undefined) continue
    if (tool === null) found.push({ level: 'error', code: 'unknown_tool', path })
    else if (tool.type !== type) found.push({ level: 'error', code: 'tool_of_other_type', path })
    else bound.push({ shown: each, tool, path })
  }
  for (const each of bound) {
    found.push(...checkBound(each, facts, rules), ...checkRewards(each, facts, rules))
  }
  return [...found, ...checkBudgets(bound), ...checkDraws(bound, shown, rules)]
}

function checkBound({ shown, tool, path }: Bound, facts: PageFacts, rules: CheckRules): Judged[] {
  const { campaign } = tool
  const found = tool.problems.map(
    (problem): Judged => ({ level: 'error', code: 'tool_misconfigured', path, params: { problem } }),
  )
  if (facts.campaignId !== null && campaign.id !== facts.campaignId)
    found.push(asks('tool_of_other_campaign', path, { campaign: campaign.name }))
  if (campaign.isEnded || campaign.endsAt <= facts.now)
    found.push(asks('campaign_over', path, { campaign: campaign.name }))
  else if (!meet(shown, { from: campaign.startsAt, until: campaign.endsAt }))
    found.push(
      asks('windows_apart', shown.block.schedule ? ['blocks', shown.block.id, 'schedule'] : path, {
        campaign: campaign.name,
      }),
    )
  const never = tool.windows.filter(
    ({ from, until }) =>
      !meet(campaignWindow(tool), {
        from: from ?? Number.NEGATIVE_INFINITY,
        until: until ?? Number.POSITIVE_INFINITY,
      }),
  )
  if (never.length > 0)
    found.push(asks('tool_window_apart', path, { count: never.length, campaign: campaign.name }))
  if (tool.form?.isEmpty) found.push(asks('form_without_fields', path))
  if (tool.form?.lacks.includes('purpose')) found.push(asks('form_without_purpose', path))
  if (tool.form?.lacks.includes('privacy_link')) found.push(asks('form_without_privacy', path))
  found.push(...checkPrices(shown, tool))
  for (const text of new Set(tool.texts)) found.push(...wordFindings(text, path, rules, tool.type))
  return found
}

/** Products are named as far as a sentence holds them. */
const MOST_NAMED = 3

function checkPrices(
  { block, looked: { crossedOutBy } }: ShownBlock,
  { unprovenPrices: titles = [] }: CheckedTool,
): Judged[] {
  if (!crossedOutBy || titles.length === 0) return []
  const params = { products: titles.slice(0, MOST_NAMED).join('、'), count: titles.length }
  return [asks('crossed_out_price', ['blocks', block.id, ...crossedOutBy], params)]
}

interface Window {
  from: number
  until: number
}

const campaignWindow = ({ campaign }: CheckedTool): Window => ({
  from: campaign.startsAt,
  until: campaign.endsAt,
})

const meet = (a: Window, b: Window) => Math.max(a.from, b.from) < Math.min(a.until, b.until)

function checkRewards({ tool, path }: Bound, { now }: PageFacts, rules: CheckRules): Judged[] {
  const highest = rules.prize_above_limit.terms.limit ?? Number.POSITIVE_INFINITY
  return tool.rewards.flatMap((reward): Judged[] => {
    const { title, until, left, isEnabled, valueFen } = reward
    const found: Judged[] = []
    if (!isEnabled) found.push(asks('reward_off', path, { reward: title }))
    if (until !== null && until <= now) found.push(asks('reward_expired', path, { reward: title }))
    else if (until !== null && until < tool.campaign.endsAt)
      found.push(asks('reward_expires_early', path, { reward: title }))
    if (left <= 0) found.push(asks('reward_sold_out', path, { reward: title }))
    if (tool.isDraw && valueFen > highest)
      found.push(
        asks('prize_above_limit', path, { reward: title, yuan: valueFen / 100, limit: highest / 100 }),
      )
    return found
  })
}

/** Whether a campaign can pay for all that its tools on this page may still give. */
function checkBudgets(bound: readonly Bound[]): Judged[] {
  const byCampaign = new Map<string, Bound[]>()
  for (const each of bound) {
    const { id } = each.tool.campaign
    byCampaign.set(id, [...(byCampaign.get(id) ?? []), each])
  }
  return [...byCampaign.values()].flatMap((its): Judged[] => {
    const rewards = new Map<string, CheckedReward>(
      its.flatMap(({ tool }) => tool.rewards.map((reward) => [reward.id, reward] as const)),
    )
    const first = its[0]
    const needFen = [...rewards.values()].reduce(
      (sum, { left, reservedFen }) => sum + Math.max(0, left) * reservedFen,
      0,
    )
    const haveFen = first?.tool.campaign.availableFen ?? 0
    if (!first || needFen <= haveFen) return []
    const params = { need: needFen / 100, have: haveFen / 100, campaign: first.tool.campaign.name }
    return [asks('budget_short', first.path, params)]
  })
}

/** What the law asks of draws: the rules say it all before they start, and minors do not pay for chances. */
function checkDraws(bound: readonly Bound[], shown: readonly ShownBlock[], rules: CheckRules): Judged[] {
  const draws = bound.filter(({ tool }) => tool.isDraw)
  const first = draws[0]
  if (!first) return []
  const words = shown.map(({ looked }) => looked.words).join('\n')
  const parts: Partial<Record<DrawRulePart, string[]>> = rules.draw_rules_missing.terms.parts ?? {}
  const found = DRAW_RULE_PARTS.filter(
    (part) => !draws.every(({ tool }) => tool.says.includes(part)) && !hasPhrase(words, parts[part] ?? []),
  ).map((part) => asks('draw_rules_missing', first.path, { part }))
  const paid = draws.find(({ tool }) => tool.sellsChances)
  if (paid && findWords(words, rules.points_draw.terms.words ?? []).length === 0)
    found.push(asks('points_draw', paid.path))
  return found
}
