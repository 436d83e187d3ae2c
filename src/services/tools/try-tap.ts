import type { HeldReward, Outcome } from '@/schemas/outcome'
import type { TriedOutcome, TriedTap } from '@/schemas/try-out'
import type { Luck, Viewpoint } from '@/schemas/viewpoint-parts'
import { AppError } from '@/src/lib/errors'
import type { Member, Now } from '@/widgets/kit/tool'
import type { AppContext } from '../context'
import type { Accepted, ActionRequest } from '../grants/batch'
import { decide } from '../grants/decide'
import { heldReward } from '../grants/held-reward'
import { newSeed } from '../grants/seeds'
import type { WorkingSet } from '../grants/working-set'
import { verifyInvitation } from '../invitations'
import { readLimits } from '../limits/read'
import { toolDefinitionOf } from './load'

/** A tap on a tool, with its seed when it was played before. */
export interface AskedTap extends Omit<TriedTap, 'on' | 'seed'> {
  toolId: string
  seed?: string | undefined
}

/** So often it is drawn anew for an end that is wished; then there is none to be had. */
const MOST_DRAWS = 50
/** Stands where a partner's code would: nobody can use it. */
const NO_CODE = 'PREVIEW-0000'

/** An action of a type of tool; undefined when it has none of that name. */
export function actionOf(type: string, name: string) {
  const { actions = {} } = toolDefinitionOf(type) ?? {}
  return Object.hasOwn(actions, name) ? actions[name] : undefined
}

interface TapWorld {
  set: WorkingSet
  now: Now
  /** Undefined when nobody is signed in. */
  member: Member | undefined
  viewpoint: Viewpoint
  /** Names the tap among those of the preview. */
  key: string
}

/**
 * Decides one tap on what the ones before it left in `set`. One with a seed comes to what it came to
 * before; without one, its seed is new, and such that the end is the wished one where there is any.
 *
 * @throws AppError `not_found` for an action that its tool does not have, `invalid_input` (as a
 *   ZodError) for an input that the action does not take.
 */
export async function playTap(
  ctx: Pick<AppContext, 'db' | 'timeZone' | 'invitationKey'>,
  tap: AskedTap,
  world: TapWorld,
): Promise<TriedOutcome> {
  const { set, now, member, viewpoint, key } = world
  const tool = set.loaded.tools.get(tap.toolId)
  const action = tool && actionOf(tool.type, tap.action)
  if (!tool || !action) throw new AppError('not_found', `no tool ${tap.toolId} with ${tap.action}`)
  const input = action.input.parse(tap.input)
  const { seed = newSeed() } = tap
  if (!member) return { outcome: { status: 'login_required' }, seed }
  if (viewpoint.situation === 'notEligible')
    return { outcome: { status: 'not_eligible', rule: 'preview' }, seed }
  // A proof lasts for minutes; what was done with it stays done.
  const claim = tap.seed === undefined ? action.invitation?.(input) : undefined
  const who = { toolId: tap.toolId, memberId: member.id, now: now.at }
  const rule = claim && verifyInvitation(ctx, { ...claim, ...who })
  if (rule) return { outcome: { status: 'not_eligible', rule }, seed }

  const limits = await readLimits(ctx.db.read, tool.campaign.id, now.at)
  const request: ActionRequest = {
    memberId: member.id,
    toolId: tap.toolId,
    action: tap.action,
    input,
    key,
    inputHash: '',
    // Risk looks at devices and at what somebody did before: there is neither.
    protection: { limits, risk: { rules: [], hasLists: false } },
  }
  const lean = toolDefinitionOf(tool.type)?.lean
  const { luck } = tap
  const draw = (seed: string) =>
    outcomeOf(
      decide(request, set, now, ctx.timeZone, () => seed),
      now,
    )
  if (luck === 'odds' || !lean) return { outcome: draw(seed), seed }
  // The engine decides as ever; only what the tool is configured to draw from is another.
  set.loaded.tools.set(tool.id, { ...tool, config: lean(tool.config, luck) })
  const drawn = tap.seed === undefined ? drawWished(set, draw, luck) : { outcome: draw(seed), seed }
  set.loaded.tools.set(tool.id, tool)
  return drawn
}

/** What was drawn may be out, and something else be given: then it is drawn anew. */
function drawWished(
  set: WorkingSet,
  draw: (seed: string) => Outcome,
  luck: Exclude<Luck, 'odds'>,
): TriedOutcome {
  const isWished = ({ status }: Outcome) => (luck === 'win' ? status !== 'no_prize' : status !== 'granted')
  for (let draws = 1; ; draws++) {
    const seed = newSeed()
    let outcome: Outcome | undefined
    const isLast = draws === MOST_DRAWS
    set.attempt(() => {
      outcome = draw(seed)
      return isLast || isWished(outcome) ? undefined : 'another'
    })
    if (outcome && (isLast || isWished(outcome))) return { outcome, seed }
  }
}

/** The answer as the member's phone would get it. */
function outcomeOf(decided: ReturnType<typeof decide>, now: Now): Outcome {
  if (decided instanceof AppError) throw decided
  if (!('grants' in decided)) return decided
  const { status, ...said } = decided.outcome
  if (status !== 'granted') return { status, ...(said.detail !== undefined && { detail: said.detail }) }
  return { status, ...said, rewards: decided.grants.map((grant) => rewardOf(grant, now)) }
}

function rewardOf(grant: Accepted['grants'][number], now: Now): HeldReward {
  const held = heldReward(grant, grant.reward, now.at)
  return held.given.kind === 'partner_voucher' ? { ...held, given: { ...held.given, code: NO_CODE } } : held
}
