import type { HeldReward, Outcome } from '@/schemas/outcome'
import type { TriedOutcome } from '@/schemas/try-out'
import { instantOf, type Viewpoint } from '@/schemas/viewpoint-parts'
import { AppError } from '@/src/lib/errors'
import type { LinkParams, Needs, Now } from '@/widgets/kit/tool'
import { type Balances, CAMPAIGN_ACCOUNTS } from '../budgets/ledger'
import type { AppContext } from '../context'
import { factsFor } from '../grants/facts'
import { WorkingSet } from '../grants/working-set'
import { readTools, type ToolWithCampaign } from './load'
import { momentOf } from './moment'
import { readShowing, type Showing } from './present'
import { playOut, pretendedMember, pretendLoaded } from './pretend'
import { type AskedTap, actionOf, playTap } from './try-tap'

interface TryOut {
  toolIds: string[]
  viewpoint: Viewpoint
  /** Those of the page's link as it was opened in the preview. */
  params?: LinkParams
  /** Who looks: the member, 0, or a friend. */
  who?: number
  /** Each is played on what the ones before it left. */
  taps?: readonly AskedTap[]
}

interface Tried {
  /** What is seen of each tool afterwards, by its id. */
  states: Record<string, unknown>
  /** How the last tap came out; absent without any. */
  last?: TriedOutcome
}

type TryContext = Pick<AppContext, 'clock' | 'timeZone' | 'invitationKey' | 'db'>

/**
 * Plays taps by the engine's own rules in a world that is pretended from the viewpoint, and answers
 * what is seen of these tools then. It only reads: nothing is granted, counted or written down.
 *
 * @throws AppError `not_found` when the last tap is on no such action of these tools.
 */
export async function tryOut(ctx: TryContext, o: TryOut): Promise<Tried> {
  const { taps = [], viewpoint } = o
  const tools = await readTools(ctx.db.read, o.toolIds)
  const last = taps.at(-1)
  if (last && !actionOf(tools.get(last.toolId)?.type ?? '', last.action))
    throw new AppError('not_found', `no tool ${last.toolId} with ${last.action}`)
  // Each tool is seen at the moment of its own campaign.
  const byInstant = new Map<number, string[]>()
  for (const { id, campaign } of tools.values()) {
    const window = { startsAt: campaign.startsAt.getTime(), endsAt: campaign.endsAt.getTime() }
    const at = instantOf(viewpoint.moment, window, ctx.clock.now().getTime())
    byInstant.set(at, [...(byInstant.get(at) ?? []), id])
  }
  const groups = await Promise.all([...byInstant].map(([at, ids]) => tryAt(ctx, new Date(at), ids, o)))
  const states = Object.assign({}, ...groups.map((group) => group.states))
  const ends = groups.flatMap((group) => group.last ?? [])
  return { states, ...(ends[0] && { last: ends[0] }) }
}

/** The same for tools that are seen at one instant. */
async function tryAt(ctx: TryContext, at: Date, toolIds: string[], o: TryOut): Promise<Tried> {
  const { viewpoint, params = {}, who = 0, taps = [] } = o
  const now = momentOf(ctx.timeZone, at)
  const own = taps.filter(({ toolId }) => toolIds.includes(toolId))
  const viewer = pretendedMember(viewpoint, who)
  const more = (tool: ToolWithCampaign) => needsOf(tool, own, viewpoint, now)
  const showing = await readShowing(ctx, ctx.db.read, toolIds, { viewer, now, params, more })
  const friends = Math.max(who, ...own.map((tap) => tap.who))
  const loaded = pretendLoaded(showing, viewpoint, friends, now)
  const set = new WorkingSet(loaded, withoutEnd(showing))
  const held = new Map<string, HeldReward[]>()
  const present = ({ tool, definition }: Showing['asked'][number]) => {
    const shown = showing.shownOf(tool.id)
    const mine = [...(held.get(`${who} ${tool.id}`) ?? []), ...shown.mine]
    const seen = loaded.tools.get(tool.id) ?? tool
    return definition.present(
      factsFor(seen, loaded, viewer?.id, now, { ...shown, mine }),
      viewer,
      now,
      params,
    )
  }
  if (viewpoint.situation === 'played' && viewer)
    for (const each of showing.asked) playOut(each, loaded, viewer, () => present(each))

  let last: TriedOutcome | undefined
  for (const [i, tap] of own.entries()) {
    const member = pretendedMember(viewpoint, tap.who)
    const tried = await playTap(ctx, tap, { set, now, member, viewpoint, key: `tap-${i}` })
    if (tap === taps.at(-1)) last = tried
    const won = rewardsOf(tried.outcome)
    const key = `${tap.who} ${tap.toolId}`
    held.set(key, [...won, ...(held.get(key) ?? [])])
  }
  const states = Object.fromEntries(showing.asked.map((each) => [each.tool.id, present(each)]))
  return { states, ...(last && { last }) }
}

function rewardsOf(outcome: Outcome): HeldReward[] {
  return outcome.status === 'granted' ? outcome.rewards : []
}

/** What the taps on a tool will read. */
function needsOf(tool: ToolWithCampaign, taps: readonly AskedTap[], viewpoint: Viewpoint, now: Now): Needs[] {
  return taps.flatMap((tap) => {
    const action = tap.toolId === tool.id && actionOf(tool.type, tap.action)
    const member = pretendedMember(viewpoint, tap.who)
    const input = action ? action.input.safeParse(tap.input) : undefined
    return action && member && input?.success ? [action.needs(tool.config, input.data, member, now)] : []
  })
}

/** What a page may spend is not what is tried out. */
function withoutEnd({ asked }: Showing): Map<string, Balances> {
  const endless = Object.fromEntries(
    CAMPAIGN_ACCOUNTS.map((kind) => [kind, { id: kind, balanceFen: Number.MAX_SAFE_INTEGER }]),
  ) as Balances
  return new Map(asked.map(({ tool }) => [tool.campaign.id, endless]))
}
