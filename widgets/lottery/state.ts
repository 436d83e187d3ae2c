import type { CampaignPhase, HeldReward, Outcome } from '../../schemas/outcome'
import type { RewardKind } from '../../schemas/reward'

/*
 * What the phone is shown of a lottery. Apart from tool.ts because the view, which a phone
 * downloads, works on it too.
 */

export interface ShownPrize {
  key: string
  name: string
  /** What it is, for a drawing of its own; `none` wins nothing. */
  kind: RewardKind | 'none'
  /** A picture of the shop's own, or empty. */
  image: string
  /** None can be drawn any more, in all or today. */
  isGone: boolean
  /** How likely it is, `0.5%`, where the shop publishes it. */
  chanceText?: string
  /** Can be won only by whoever drew so often before. */
  unlockAfter?: number
}

/** A way to earn chances. */
export type Task =
  | { kind: 'points'; points: number; done: number; limit: number }
  | { kind: 'visit'; title: string; link: string; isDone: boolean }

/** True when the task can still be done today. */
export function isTaskOpen(task: Task): boolean {
  return task.kind === 'points' ? task.done < task.limit : !task.isDone
}

export interface Winner {
  /** Masked: `小*`. */
  name: string
  prize: string
}

export interface LotteryState {
  phase: CampaignPhase
  startsAt: string
  endsAt: string
  isSignedIn: boolean
  /** Left to the member; to nobody in particular, what a new member would have. */
  chances: number
  /** The member's points. */
  points: number
  prizes: ShownPrize[]
  /** No prize is to be had any more; `nextAt` when there will be some again. */
  soldOut?: { nextAt?: string }
  /** The member won as often as anybody may. */
  hasWonAll: boolean
  tasks: Task[]
  /** Empty when so few people won that they could be recognised. */
  winners: Winner[]
  mine: readonly HeldReward[]
  freePerDay: number
  freePerCampaign: number
  /** How often one member may win; 0 for as often as they like. */
  winsPerMember: number
  /** After so many draws in a row that won nothing, the next one wins this prize. */
  pity?: { after: number; prize: string }
  /** Where to go on after nothing was won; empty for nowhere. */
  useLink: string
}

/** Why a member cannot draw now; `draw` when they can. */
export type Standing =
  | 'draw'
  | 'sign_in'
  | 'no_chance'
  /** No chance is left, and no way to earn one. */
  | 'spent'
  | 'not_started'
  | 'ended'
  | 'suspended'
  | 'sold_out'
  | 'won_all'
  | 'budget_exhausted'
  | 'not_eligible'

/**
 * What the button does at `now` (ms): the state as the server told it, what only an answer could
 * teach, and the clock, which opens and closes the draw between two loads of the state.
 */
export function standingOf(
  state: LotteryState,
  chances: number,
  taught: Outcome['status'] | 'failed' | undefined,
  now: number | undefined,
): Standing {
  const { phase, startsAt, endsAt } = state
  if (phase === 'ended' || (now !== undefined && now >= Date.parse(endsAt))) return 'ended'
  if (phase === 'suspended') return 'suspended'
  if (phase === 'not_started' && !(now !== undefined && now >= Date.parse(startsAt))) return 'not_started'
  if (state.soldOut) return 'sold_out'
  if (state.hasWonAll) return 'won_all'
  if (taught === 'budget_exhausted' || taught === 'not_eligible' || taught === 'suspended') return taught
  if (!state.isSignedIn) return 'sign_in'
  if (chances > 0) return 'draw'
  return state.tasks.some(isTaskOpen) ? 'no_chance' : 'spent'
}

export type Skin = 'wheel' | 'nine-grid' | 'scratch'

/** The skin that can show this many prizes: the chosen one if it can, else a card to scratch. */
export function skinFor(skin: Skin, prizes: number): Skin {
  const fits = skin === 'wheel' ? prizes >= 4 && prizes <= 12 : skin === 'scratch' || prizes === 8
  return fits ? skin : 'scratch'
}
