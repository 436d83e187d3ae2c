import type { BoundEvent } from '../../schemas/bound-event'
import type { BlockId } from '../../schemas/page'

export type { BoundEvent }

/** The element that holds what the page's events do. Only pages on which some do carry it. */
export const BOUND_EVENTS_ID = 'zg-on'

/** What the script for bound events is given beside the HTML. */
export interface BoundEvents {
  version: string
  locale: 'zh-CN' | 'en'
  timeZone: string
  /** What references to the page and its campaign name. */
  values: Readonly<Record<string, string>>
  blocks: Readonly<Record<BlockId, readonly BoundEvent[]>>
}
