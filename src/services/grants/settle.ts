import type { Outcome } from '@/schemas/outcome'
import type { Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { rememberForRisk } from '../risk/remember'
import { momentOf } from '../tools/moment'
import type { Accepted, ActionRequest } from './batch'
import { decide } from './decide'
import { loadWorkingSet } from './load'
import { noteHelp } from './protect'
import { newSeed } from './seeds'
import { readAnswered, requestText, writeBatch } from './store'

/** An outcome, or the error that is this request's own. */
export type Settled = Outcome | AppError

export interface SettleOptions {
  now: Date
  timeZone: string
  /** What is filled in in forms is sealed with it; 32 bytes. */
  submissionKey?: Buffer | undefined
  /** Makes the seed of each request's generator; tests bring their own. */
  newSeed?: () => string
}

/**
 * Decides requests in order, each on what the ones before it left, and writes what they came to
 * as sets: balances, counters, wallets, grants, entries and outcomes. Answers one `Settled` a
 * request, in their order. A request that was answered before gets the same answer again.
 *
 * @throws GuardFailed when another process took, in between, what was decided on here. The
 *   transaction must then be rolled back; a smaller or a later batch sees what is left.
 */
export async function settle(tx: Tx, requests: ActionRequest[], options: SettleOptions): Promise<Settled[]> {
  const now = momentOf(options.timeZone, options.now)
  const set = await loadWorkingSet(tx, requests, now)
  // After the counters: when those show what another process took for the same key, its answer is
  // there to be read. The other way round, a tap repeated elsewhere could be refused as a second one.
  const answered = await readAnswered(tx, requests)
  const accepted = new Map<string, Accepted>()

  const decided = requests.map((request): Settled | Accepted => {
    const text = requestText(request)
    const before = answered.get(text) ?? accepted.get(text)?.request
    if (before && before.inputHash !== request.inputHash)
      return new AppError('idempotency_mismatch', `key ${request.key} was used for another request`)
    const stored = answered.get(text)
    if (stored) return JSON.parse(stored.outcome) as Outcome
    const repeated = accepted.get(text)
    if (repeated) return repeated
    const fresh = decide(request, set, now, options.timeZone, options.newSeed ?? newSeed)
    if (isAccepted(fresh)) {
      accepted.set(text, fresh)
      noteHelp(request, set, now)
    }
    return fresh
  })

  const outcomes = await writeBatch(tx, set, [...accepted.values()], {
    now: now.at,
    submissionKey: options.submissionKey,
  })
  await rememberForRisk(
    tx,
    [...accepted.values()].map(({ request }) => request),
    now.day,
  )
  return decided.map((each) => (isAccepted(each) ? outcomeOf(each, outcomes) : each))
}

function isAccepted(decided: Settled | Accepted): decided is Accepted {
  return 'grants' in decided
}

function outcomeOf(accepted: Accepted, outcomes: Map<Accepted, Outcome>): Outcome {
  const outcome = outcomes.get(accepted)
  if (!outcome) throw new Error('an accepted request was not written')
  return outcome
}
