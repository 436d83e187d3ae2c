import { PHASE_AT, PRETENDED, type Viewpoint } from '@/schemas/viewpoint-parts'
import { definitionOf, toolFactsOf } from '@/src/document'
import type { Member, Now } from '@/widgets/kit/tool'
import { definitions } from '@/widgets/registry.definitions.gen'
import { counterText, ofTool, stockOf } from '../grants/counters'
import type { Loaded } from '../grants/working-set'
import { maskedName } from '../members/masked-name'
import type { WalletState } from '../wallets/state'
import type { ToolWithCampaign } from './load'
import type { AskedTool, Showing } from './present'

/** How often somebody may have played before they can no more: tried from the least on. */
const TRIES = [1, 2, 3, 5, 10, 20, 50, 100, 1_000_000]
/** What a tool calls the key of a counter that is everybody's, and more than any of them may be. */
const EVERYBODY = 'total'
const GONE = 1_000_000_000
const YEAR_MS = 365 * 24 * 60 * 60 * 1_000

const nicknameOf = (who: number) => (who === 0 ? '预览用户' : `好友${who}`)

/** Who is looking, 0 or a friend; undefined for somebody who is not signed in. Nobody has these ids. */
export function pretendedMember({ viewer }: Pick<Viewpoint, 'viewer'>, who = 0): Member | undefined {
  if (viewer === 'anonymous') return undefined
  return { id: `mbr_preview_${who}`, name: maskedName(nicknameOf(who)) }
}

/**
 * What is known of these tools, with what is pretended put in its place, so that no view, no rule
 * and no engine knows of previews. `friends` are those who play besides the member.
 */
export function pretendLoaded(
  { asked, known }: Showing,
  viewpoint: Viewpoint,
  friends: number,
  now: Now,
): Loaded {
  const { moment, viewer, situation } = viewpoint
  const nicknames = new Map<string, string>()
  const wallets = new Map<string, WalletState>()
  if (viewer !== 'anonymous') {
    for (let who = 0; who <= friends; who++) {
      const id = pretendedMember(viewpoint, who)?.id ?? ''
      nicknames.set(id, nicknameOf(who))
      wallets.set(id, walletOf(viewer, now))
    }
  }
  const counters = new Map(known.counters)
  if (situation === 'soldOut') {
    for (const id of known.rewards.keys()) {
      const stock = counterText(stockOf(id))
      const cap = counters.get(stock)?.cap ?? 0
      counters.set(stock, { used: cap, cap })
    }
    // Places that are counted for everybody together are gone like stock.
    for (const { tool, needs } of asked)
      for (const ref of needs.flatMap((need) => need.counters ?? []))
        if (ref.key === EVERYBODY) counters.set(counterText(ofTool(tool.id, ref)), { used: GONE, cap: GONE })
  }
  return {
    tools: new Map(asked.map(({ tool }) => [tool.id, atMoment(tool, moment)])),
    nicknames,
    rewards: new Map(known.rewards),
    counters,
    rows: new Map(known.rows),
    // Whoever does not exist was promised nothing, and was given no chances.
    holds: new Map(),
    wallets,
    chances: new Map(),
  }
}

/** At a moment that is chosen its campaign is in that stage, also while it is a draft or suspended. */
function atMoment(tool: ToolWithCampaign, moment: Viewpoint['moment']): ToolWithCampaign {
  if (moment === 'now') return tool
  const state = PHASE_AT[moment] === 'ended' ? 'ended' : 'scheduled'
  return { ...tool, campaign: { ...tool.campaign, state } }
}

function walletOf(viewer: keyof typeof PRETENDED, now: Now): WalletState {
  const { points, cashFen } = PRETENDED[viewer]
  const expiresAt = new Date(now.at.getTime() + YEAR_MS)
  const lots = points > 0 ? [{ id: 'lot_preview', points, left: points, expiresAt, availableAt: null }] : []
  return { points, owed: 0, cashFen, lots }
}

/**
 * Counts on all that counts the member, until the tool says that they can play no more: each tool
 * has limits of its own. `present` is what they would see then.
 */
export function playOut(
  { tool, definition, needs }: AskedTool,
  { counters }: Loaded,
  member: Member,
  present: () => unknown,
): void {
  const own = needs.flatMap((need) => need.counters ?? []).filter(({ key }) => key.includes(member.id))
  const widget = definitionOf(definitions, definition.type)
  for (const times of TRIES) {
    for (const ref of own) counters.set(counterText(ofTool(tool.id, ref)), { used: times, cap: times })
    if (!widget?.tells.playedOut || toolFactsOf(widget, present()).playedOut) return
  }
}
