import type { grantBatch } from '@/src/db'
import { AppError } from '@/src/lib/errors'

export type GrantBatchState = (typeof grantBatch.$inferSelect)['state']

/**
 * What may happen to a batch. `submit` waits for a second person where `start` needs none; `edit` and
 * `withdraw` void what was submitted; `stop` is a pause that the engine asks for; `retry` tries what
 * failed once more; `cancel` leaves out whoever has got nothing yet.
 */
export type GrantBatchEvent =
  | 'edit'
  | 'discard'
  | 'submit'
  | 'start'
  | 'confirm'
  | 'reject'
  | 'withdraw'
  | 'pause'
  | 'resume'
  | 'retry'
  | 'cancel'

/** The one table: from each state, what may happen and where it leads. */
const TRANSITIONS: Record<GrantBatchState, Partial<Record<GrantBatchEvent, GrantBatchState>>> = {
  draft: { edit: 'draft', discard: 'draft', submit: 'waiting', start: 'running' },
  waiting: { edit: 'draft', withdraw: 'draft', confirm: 'running', reject: 'rejected' },
  running: { pause: 'paused', cancel: 'cancelled' },
  paused: { resume: 'running', cancel: 'cancelled' },
  finished: { retry: 'running' },
  rejected: {},
  cancelled: {},
}

/** Where an event leads. Throws `wrong_state`, saying which states allow it. */
export function transition(from: GrantBatchState, event: GrantBatchEvent): GrantBatchState {
  const next = TRANSITIONS[from][event]
  if (next) return next
  const allowed = (Object.keys(TRANSITIONS) as GrantBatchState[]).filter((state) => TRANSITIONS[state][event])
  throw new AppError('wrong_state', `${event} needs a batch that is ${allowed.join(' or ')}, not ${from}`, [
    { code: 'wrong_state', path: [], params: { state: from, event, allowed: allowed.join() } },
  ])
}
