import type { z } from 'zod'
import type { DrawRulePart } from '../../schemas/check-rule'
import type { CampaignPhase, HeldReward, Outcome } from '../../schemas/outcome'
import type { RewardTerms } from '../../schemas/reward'
import type { FormFieldKind, SubmittedAnswer } from '../../schemas/submission'
import type { InvitationClaim, Invitations } from './invitation'

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
  title: string
  terms: RewardTerms
  isEnabled: boolean
  /** How many there are in all and how many are granted. */
  stock: number
  taken: number
  /** How many may be granted on one day of the shop's, and how many are today. Absent: as many as there are. */
  today?: { stock: number; taken: number }
}

export interface Now {
  at: Date
  /** The calendar day in the shop's time zone, `2026-11-11`. */
  day: string
  /** The instants at which that day began and the next one begins. */
  dayStartsAt: Date
  nextDayAt: Date
  /**
   * When the shop's clocks first show that many minutes after midnight, on this day or the next
   * one (1). Days of 23 or 25 hours make it another instant than the day's start and the minutes.
   */
  instantAt: (minutesOfDay: number, dayOffset: 0 | 1) => Date
}

/** What a member has to spend. */
export interface Wallet {
  /** Less than nothing while points are owed. */
  points: number
  /** Points that came in and cannot be spent yet. */
  pending?: number
  /** The points that lapse next, within 30 days. */
  expiring: { points: number; at: Date } | undefined
  cashFen: number
}

/** A grant of the tool's, as others may see it. */
export interface RecentGrant {
  /** Masked: `小*`. */
  name: string
  rewardId: string
  /** What was given, in words of its own kind: fen of cash, points; 0 for anything else. */
  amount: number
  at: Date
}

/** A product of the shop's, as it was last imported. */
export interface ProductFacts {
  id: string
  title: string
  image: string
  priceFen: number
  /** What is crossed out; 0 for nothing. */
  listPriceFen: number
  stock: number
  link: string
}

/** What a decision or a presentation will read. Whatever is not asked for is not there. */
export interface Needs {
  counters?: CounterRef[]
  rewardIds?: string[]
  /** Keys of the tool's own rows. */
  rows?: string[]
  /** The member's points and cash. */
  wallet?: boolean
  /** The chances in the member's ledger of this tool. */
  chances?: boolean
  /** This many of the tool's latest grants to anybody. Presentations only. */
  recentGrants?: number
  /** This many of the tool's latest grants to the member. Presentations only. */
  mine?: number
  /** Products by id, and by group, at most `limit` of each. Presentations only. */
  products?: { ids?: string[]; groups?: string[]; limit: number }
}

/** What the engine loads before `decide`, and keeps true to the requests decided before. */
export interface ToolFacts<Config> {
  config: Config
  /** `collectsUntil` as `collectsUntilOf` takes it. */
  campaign: { phase: CampaignPhase; startsAt: Date; endsAt: Date; collectsUntil?: Date | null }
  reward: (id: string) => RewardFacts | undefined
  /** How often the counter was taken so far; 0 when never. */
  used: (counter: CounterRef) => number
  /** One of the tool's own rows as it was last written; undefined when never. */
  row: (key: string) => unknown
  wallet: Wallet
  /** Chances the member earned or was given in this tool, and has not used. */
  chances: number
  /** From the latest. */
  recentGrants: readonly RecentGrant[]
  mine: readonly HeldReward[]
  products: { byId: (id: string) => ProductFacts | undefined; inGroup: (group: string) => ProductFacts[] }
  /** Presentations only. */
  invitations: Invitations
}

export interface Member {
  id: string
  /** The nickname as others may see it, masked: `小*`. */
  name: string
}

/** A generator of uniform integers: `next(n)` is in [0, n). Seeded, so a decision can be replayed. */
export interface Rng {
  next: (exclusiveMax: number) => number
}

/** Why a draw gave something else than it drew. */
export type DrawReason = 'sold_out' | 'unreleased' | 'locked' | 'pity'

/** What of a draw the tool itself has to remember, so that it can be made again. */
export interface DrawRecord {
  /** Keys of prizes. */
  drawn: string
  given: string
  /** Null when what was drawn was given. */
  why: DrawReason | null
  /** How often the member drew before, and lost in a row, as far as the tool's rules ask. */
  draws: number
  losses: number
}

/** What a recorded draw comes to when it is made again. */
export interface ReplayedDraw {
  drawn: string
  /** Undefined when nothing could have been given. */
  given: string | undefined
  why: DrawReason | null
  /** What the member must hold; undefined when nothing was won. */
  rewardId: string | undefined
}

/** What a decision asks the engine to do; all of it happens, or nothing. */
export type Effect =
  /** Counts `amount` on the counter, never past `cap`. */
  | { kind: 'take'; counter: CounterRef; amount: number; cap: number }
  /**
   * Gives the member one of the reward: takes stock and sets budget aside. Of cash, `amountFen`
   * when the tool draws the amount, never more than the reward's own. `hold` takes both from what
   * an earlier decision held; `closesHold` says that nothing else will, so that the rest goes back.
   */
  | { kind: 'grant'; rewardId: string; amountFen?: number; hold?: string; closesHold?: boolean }
  /** Burns points and takes from the member's balance. */
  | { kind: 'spend'; points: number; cashFen: number }
  /** Adds to the member's ledger of chances in this tool, or takes from it, never below none. */
  | { kind: 'chance'; amount: number; cause: 'points' | 'visit' | 'draw' }
  /** Keeps a draw, with the request's seed and the configuration's revision. At most one a request. */
  | ({ kind: 'draw' } & DrawRecord)
  /** Keeps what the member filled in, sealed. At most one a request. */
  | { kind: 'submit'; answers: SubmittedAnswer[]; hasConsented: boolean }
  /** Writes one of the tool's own rows. The value is JSON. */
  | { kind: 'write'; key: string; value: unknown }
  /**
   * Sets stock and budget aside for grants still to come, so that a promise to several people
   * cannot run dry. What is left of it at `until` goes back.
   */
  | { kind: 'hold'; key: string; rewardId: string; count: number; amountFen: number; until: Date }

/** Refusals a decision may answer: nothing happens. */
export type Refusal = Exclude<Outcome, { status: 'granted' | 'done' | 'no_prize' }>

/** JSON that the tool's view understands. */
export type Detail = Extract<Outcome, { status: 'done' }>['detail']

/**
 * One of several things asked for at once. Each is taken or refused by itself; the outcome lists
 * them all, and is a refusal when none was taken.
 */
export type Part = { name: string } & ({ effects: Effect[] } | { refusal: Refusal })

export type Decision =
  /** `rewards` of the outcome are put together by the engine from the effects. */
  | { outcome: { status: 'granted'; detail?: Detail }; effects: Effect[]; parts?: Part[] }
  | { outcome: { status: 'done' | 'no_prize'; detail?: Detail }; effects: Effect[] }
  | { outcome: Refusal; effects: [] }

export interface ActionDefinition<Config, Input> {
  input: z.ZodType<Input>
  /** What the decision will read beyond the tool's `commonNeeds`. */
  needs: (config: Config, input: Input, member: Pick<Member, 'id'>, now: Now) => Needs
  /** Takes what was won while the campaign ran: it goes on after the end, until the collecting deadline. */
  isCollecting?: true
  /**
   * The friend's invitation that whoever performs it must have opened. The engine verifies it
   * before anything is decided, and refuses with an `InvitationRefusal` as the rule.
   */
  invitation?: (input: Input) => InvitationClaim
  /** The member whom performing it helps, as the invitation says: risk rules look for rings of helpers. */
  helps?: (input: Input) => string | undefined
  /**
   * Decides one request: pure, no I/O. The engine has already seen to sign-in, the campaign's
   * window and state, repeats, and will see to budget and stock again while writing.
   */
  decide: (facts: ToolFacts<Config>, input: Input, member: Member, now: Now, rng: Rng) => Decision
}

// biome-ignore lint/suspicious/noExplicitAny: each action has an input of its own.
type ActionsOf<Config> = Record<string, ActionDefinition<Config, any>>

/** Parameters of the page's link that a tool may look at: which friend's packet was opened. */
export type LinkParams = Readonly<Record<string, string>>

/** What the checks of a page ask about a configuration. */
export interface ToolTraits {
  /** Windows in which something of it can be had, besides the campaign's; instants as they are kept. */
  windows?: { from?: string | undefined; until?: string | undefined }[]
  /** Parts of a draw's rules that its view tells by itself. */
  says?: DrawRulePart[]
  /** Chances to draw are sold for points. */
  sellsChances?: boolean
  /** Of a form that members fill in: what keeps it from being opened to them. */
  form?: FormTraits
}

/** `lacks` what must be told before personal information is asked for. */
export interface FormTraits {
  isEmpty: boolean
  lacks: ('purpose' | 'privacy_link')[]
}

/** One field of a form, as the table of what members filled in names it. */
export interface FormColumn {
  key: string
  kind: FormFieldKind
  label: string
}

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
  /**
   * Problems with changing the configuration while stock and money are held for grants that were
   * promised under it; each code is in the widget's messages.
   */
  checkWhileHeld?: (before: Config, after: Config) => { code: string; path: (string | number)[] }[]
  actions: Actions
  traits?: (config: Config) => ToolTraits
  /** Members have a ledger of chances in it, which others may add to: an order, a friend, a gift. */
  hasChances?: true
  /** The fields that members fill in, in their order. For tools that keep submissions. */
  asks?: (config: Config) => FormColumn[]
  /**
   * The configuration with which a draw ends as somebody who tries the page out wants to see it, as
   * far as that can be. For tools that draw whether anything is won.
   */
  lean?: (config: Config, toward: 'win' | 'miss') => Config
  /** Makes a recorded draw again: pure. For tools that keep draws. */
  replay?: (config: Config, record: DrawRecord, rng: Rng) => ReplayedDraw
  /** What every decision and every presentation reads, whoever asks: loaded once for many. */
  commonNeeds?: (config: Config, now: Now) => Needs
  /** What `present` reads beyond that and the configuration's rewards. */
  presentNeeds: (
    config: Config,
    member: Pick<Member, 'id'> | undefined,
    now: Now,
    params: LinkParams,
  ) => Needs
  /**
   * What the phone is shown: nothing a member must not see. Without a member it is what anybody
   * may see, and is rendered into the page's HTML.
   */
  present: (facts: ToolFacts<Config>, member: Member | undefined, now: Now, params: LinkParams) => State
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

/** True when none is left, in all or for today. */
export function isSoldOut({ stock, taken, today }: RewardFacts): boolean {
  return taken >= stock || (today !== undefined && today.taken >= today.stock)
}

/**
 * When the reward is void, whoever holds it and since when: from then on nobody is given one.
 * Undefined when each is valid for days of its own, or for good.
 */
export function lapsesAt({ terms }: Pick<RewardFacts, 'terms'>): Date | undefined {
  if (!('validity' in terms)) return undefined
  return terms.validity.kind === 'until' ? new Date(terms.validity.until) : undefined
}

/** True once nobody is given the reward any more, because it would be void at once. */
export function isLapsed(reward: Pick<RewardFacts, 'terms'>, at: Date): boolean {
  const end = lapsesAt(reward)
  return end !== undefined && end <= at
}

/** When there will be more: the next day, unless the whole stock is gone. For `sold_out`. */
export function soldOut(reward: RewardFacts, now: Now): Extract<Refusal, { status: 'sold_out' }> {
  return reward.taken >= reward.stock
    ? { status: 'sold_out' }
    : { status: 'sold_out', nextAt: now.nextDayAt.toISOString() }
}

export type { HeldReward }
