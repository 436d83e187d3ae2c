import type { z } from 'zod'
import type { CampaignPhase, CouponFace, HeldReward, Outcome } from '../../schemas/outcome'
import type { CouponValidity } from '../../schemas/reward'

/**
 * A bounded counter of the tool's own, named apart from every other tool's: `name` says what is
 * counted (`coupon.cp1.member`), `key` for whom or when (a member's id, a day, `total`).
 */
export interface CounterRef {
  name: string
  key: string
}

/** What a decision may know of a reward. */
export interface RewardFacts {
  id: string
  kind: 'coupon'
  title: string
  coupon: CouponFace & { validity: CouponValidity; useLink: string }
  isEnabled: boolean
  /** How many there are in all and how many are granted. */
  stock: number
  taken: number
}

export interface Now {
  at: Date
  /** The calendar day in the shop's time zone, `2026-11-11`. */
  day: string
}

/** What the engine loads before `decide`, and keeps true to the requests decided before. */
export interface ToolFacts<Config> {
  config: Config
  campaign: { phase: CampaignPhase; startsAt: Date; endsAt: Date }
  reward: (id: string) => RewardFacts | undefined
  /** How often the counter was taken so far; 0 when never. */
  used: (counter: CounterRef) => number
}

export interface Member {
  id: string
}

/** A generator of uniform integers: `next(n)` is in [0, n). Seeded, so a decision can be replayed. */
export interface Rng {
  next: (exclusiveMax: number) => number
}

/** What a decision asks the engine to do; all of it happens, or nothing. */
export type Effect =
  /** Counts `amount` on the counter, never past `cap`. */
  | { kind: 'take'; counter: CounterRef; amount: number; cap: number }
  /** Gives the member one of the reward: takes stock and sets budget aside. */
  | { kind: 'grant'; rewardId: string }

/** Refusals a decision may answer; `granted` is put together by the engine from the effects. */
export type Refusal = Exclude<Outcome, { status: 'granted' }>

export type Decision =
  | { outcome: { status: 'granted' }; effects: Effect[] }
  | { outcome: Refusal; effects: [] }

export interface ActionDefinition<Config, Input> {
  input: z.ZodType<Input>
  /** The counters and rewards the decision will read. */
  needs: (config: Config, input: Input, member: Member) => { counters: CounterRef[]; rewardIds: string[] }
  /**
   * Decides one request: pure, no I/O. The engine has already seen to sign-in, the campaign's
   * window and state, repeats, and will see to budget and stock again while writing.
   */
  decide: (facts: ToolFacts<Config>, input: Input, member: Member, now: Now, rng: Rng) => Decision
}

// biome-ignore lint/suspicious/noExplicitAny: each action has an input of its own.
type ActionsOf<Config> = Record<string, ActionDefinition<Config, any>>

export interface ToolDefinition<Config, State, Actions extends ActionsOf<Config> = ActionsOf<Config>> {
  /** The widget's type. */
  type: string
  /** Version of the configuration's shape. */
  version: number
  /** An object of `field.*`, so that a form can be generated. */
  config: z.ZodType<Config> & z.ZodObject
  defaults: Config
  /** Rewards the configuration names; they must exist in the tool's campaign. */
  rewardIds: (config: Config) => string[]
  /** Problems beyond the schema; each code is in the widget's messages. */
  check?: (config: Config) => { code: string; path: (string | number)[] }[]
  actions: Actions
  /** The counters `present` reads for a member. */
  presentNeeds: (config: Config, member: Member) => CounterRef[]
  /**
   * What the phone is shown: nothing a member must not see. Without a member it is what anybody
   * may see, and is rendered into the page's HTML.
   */
  present: (facts: ToolFacts<Config>, member: Member | undefined, now: Now) => State
}

/** Declares the tool a widget plays. Keeps each action's own input type, for its callers. */
export function defineTool<Config, State, Actions extends ActionsOf<Config>>(
  tool: ToolDefinition<Config, State, Actions>,
): ToolDefinition<Config, State, Actions> {
  return tool
}

/** A tool whose configuration's type is forgotten, as registries hold them. */
// biome-ignore lint/suspicious/noExplicitAny: parameters of unknown configurations cannot be typed.
export type AnyToolDefinition = ToolDefinition<any, unknown>

export type { HeldReward }
