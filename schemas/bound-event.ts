import type { ActionCall } from './action-call'
import type { OutcomeStatus } from './outcome'

/** How the phone notices that an event happened, without any help of the view's. */
export type EventSign =
  /** The block was tapped, or one of its parts: what its view names so with `data-part`. */
  | { what: 'tap'; part?: string }
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

/** One event of a block as the phone is told of it: how to notice it, and what follows. */
export interface BoundEvent {
  sign: EventSign
  /** Where in the outcome the values are that its actions refer to. */
  values: Readonly<Record<string, readonly (string | number)[]>>
  calls: readonly ActionCall[]
}
