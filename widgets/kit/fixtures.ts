import type { RewardFacts } from './tool'
import type { ToolStatus } from './view'

/** What a tool's state looks like in one situation, for previews and tests. */
export interface StateSample<State> {
  status: ToolStatus
  state: State
}

/** A configuration that could be saved, rewards it names, and for each action an input it grants. */
export interface ToolSample<Config> {
  config: Config
  rewards: RewardFacts[]
  inputs: Record<string, unknown>
}

/** Samples of a widget, exported as `fixtures` from its fixtures.ts. */
export interface WidgetFixtures<State = unknown, Config = unknown> {
  /** One block's props as each version of the widget stored them, from version 1 to the current. */
  versions: readonly { version: number; props: Record<string, unknown> }[]
  /** Every state the member may meet, when the widget plays a tool; named in the messages. */
  states?: Record<string, StateSample<State>>
  tool?: ToolSample<Config>
}
