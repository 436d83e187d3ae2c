import type { Outcome } from '../../schemas/outcome'
import type { ProductFacts, RewardFacts, Wallet } from './tool'
import type { ToolStatus } from './view'

/** What a tool's state looks like in one situation, for previews and tests. */
export interface StateSample<State> {
  status: ToolStatus
  state: State
  /** How the gallery answers taps, by action; `pending` for ever, or `offline`. */
  answers?: Record<string, Outcome | 'pending' | 'offline'>
  /** What the gallery taps one after the other before it looks: the buttons' accessible names. */
  taps?: readonly string[]
  /** Parameters of the page's link. */
  params?: Record<string, string>
}

/** A configuration that could be saved, rewards it names, and for each action an input that succeeds. */
export interface ToolSample<Config> {
  config: Config
  rewards: RewardFacts[]
  inputs: Record<string, unknown>
  /** What the members of the tests have, by id (`mbr_0000000001`), when actions cost something. */
  wallets?: Record<string, Partial<Wallet>>
  products?: (ProductFacts & { group: string })[]
  /** What the tool wrote before, by key, when an action goes on from there. */
  rows?: Record<string, unknown>
  /** By action, rows to take instead for one that these do not allow. */
  rowsFor?: Record<string, Record<string, unknown>>
  /** By action, a configuration to take instead for one that the first does not offer. */
  configs?: Record<string, Config>
}

/** Samples of a widget, exported as `fixtures` from its fixtures.ts. */
export interface WidgetFixtures<State = unknown, Config = unknown> {
  /** One block's props as each version of the widget stored them, from version 1 to the current. */
  versions: readonly { version: number; props: Record<string, unknown> }[]
  /** Every state the member may meet, when the widget plays a tool; named in the messages. */
  states?: Record<string, StateSample<State>>
  tool?: ToolSample<Config>
}
