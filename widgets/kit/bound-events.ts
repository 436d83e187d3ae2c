import type { ActionCall } from '../../schemas/action-call'
import type { BlockId } from '../../schemas/page'
import type { EventSign, EventValue } from './events'

/** The element that holds what the page's events do. Only pages on which some do carry it. */
export const BOUND_EVENTS_ID = 'zg-on'

/** One event of a block as the phone is told of it: how to notice it, and what follows. */
export interface BoundEvent {
  sign: EventSign
  /** Where in the outcome the values are that its actions refer to. */
  values: Readonly<Record<string, EventValue['at']>>
  calls: readonly ActionCall[]
}

/** What the script for bound events is given beside the HTML. */
export interface BoundEvents {
  version: string
  locale: 'zh-CN' | 'en'
  timeZone: string
  /** What references to the page and its campaign name. */
  values: Readonly<Record<string, string>>
  blocks: Readonly<Record<BlockId, readonly BoundEvent[]>>
}
