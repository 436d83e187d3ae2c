import type { ValueKind } from '../../schemas/action-call'
import type { OutcomeStatus } from '../../schemas/outcome'

/** How the phone notices that an event happened, without any help of the view's. */
export type EventSign =
  /** The block was tapped. */
  | { what: 'tap' }
  /** What links to the block opened it, or it was closed again. */
  | { what: 'opened' | 'closed' }
  /** The page was entered, and the block has not opened by itself too often. No author binds it. */
  | ({ what: 'entered' } & Entrance)
  /** One of these actions of its tool ended in one of these ways. */
  | {
      what: 'outcome'
      actions: readonly string[]
      statuses: readonly OutcomeStatus[]
      /** The widget shows the result in a sheet: what follows waits until the member has closed it. */
      afterSheet?: true
    }

/** How a block opens by itself when the page is entered, and how often on one phone. */
export interface Entrance {
  afterMs: number
  /** Days are those of the shop's time zone. */
  frequency: 'always' | 'daily' | 'once'
}

/** A value that an event brings, and where in the outcome it stands. */
export interface EventValue {
  kind: ValueKind
  at: readonly (string | number)[]
}

/** Something that can happen to a block, for which a page may say what follows. */
export interface EventDefinition {
  sign: EventSign
  values?: Readonly<Record<string, EventValue>>
}

/** What a grant tells of the first reward it gave. */
export const REWARD_VALUES = {
  rewardTitle: { kind: 'text', at: ['rewards', 0, 'title'] },
  rewardId: { kind: 'id', at: ['rewards', 0, 'rewardId'] },
  useLink: { kind: 'link', at: ['rewards', 0, 'useLink'] },
} as const satisfies Record<string, EventValue>
