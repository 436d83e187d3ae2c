import { PHASE_AT, PRETENDED, type Viewpoint } from '@/schemas/viewpoint-parts'
import { type Definitions, definitionOf, toolFactsOf } from '@/src/document'
import type { AnyToolDefinition, Member, Now, ToolFacts } from '@/widgets/kit/tool'

/** Whom previews show a page to. No member has this id, so nothing of anybody's is shown. */
const NOBODY: Member = { id: 'mbr_preview', name: '预*' }

/** More than any limit: what a counter shows that is used up. */
const USED_UP = 1_000_000
/** How often somebody may have played before they can no more: tried from the least on. */
const TRIES = [1, 2, 3, 5, 10, 20, 50, 100, USED_UP]

/** Who is looking; undefined for somebody who is not signed in. */
export function pretendedMember({ viewer }: Viewpoint): Member | undefined {
  return viewer === 'anonymous' ? undefined : NOBODY
}

/**
 * A tool's state as its `present` would return it from that viewpoint. The facts are the tool's
 * own, with what is pretended put in their place, so that no view and no rule knows of previews.
 */
export function presentPretended(
  definition: AnyToolDefinition,
  facts: ToolFacts<unknown>,
  now: Now,
  viewpoint: Viewpoint,
  widgets: Definitions,
): unknown {
  const member = pretendedMember(viewpoint)
  const seen = bend(facts, viewpoint)
  if (viewpoint.situation !== 'played' || !member) return definition.present(seen, member, now, {})
  // Each tool has limits of its own, and says by itself when they are reached.
  const widget = definitionOf(widgets, definition.type)
  let state: unknown
  for (const times of TRIES) {
    state = definition.present(afterPlaying(seen, member, times), member, now, {})
    if (!widget?.tells.playedOut || toolFactsOf(widget, state).playedOut) break
  }
  return state
}

/** The facts at that moment, for that viewer, with all rewards gone if they are to be. */
function bend(facts: ToolFacts<unknown>, { moment, viewer, situation }: Viewpoint): ToolFacts<unknown> {
  const { config, campaign, used, row, chances, recentGrants, mine, products, invitations } = facts
  return {
    config,
    campaign: moment === 'now' ? campaign : { ...campaign, phase: PHASE_AT[moment] },
    reward: (id) => {
      const reward = facts.reward(id)
      return reward && situation === 'soldOut' ? { ...reward, taken: reward.stock } : reward
    },
    used,
    row,
    wallet: viewer === 'anonymous' ? facts.wallet : { ...PRETENDED[viewer], expiring: undefined },
    chances,
    recentGrants,
    mine,
    products,
    invitations,
  }
}

/** What counts the member has counted so often; chances are spent. */
function afterPlaying(facts: ToolFacts<unknown>, member: Member, times: number): ToolFacts<unknown> {
  return {
    ...facts,
    used: (ref) => (ref.key.includes(member.id) ? times : facts.used(ref)),
    chances: 0,
  }
}
