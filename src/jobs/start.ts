import { raiseBudgetAlerts } from '@/src/services/alerts'
import { makeMissingAvif } from '@/src/services/assets'
import type { AppContext } from '@/src/services/context'
import { forgetOldDecisions } from '@/src/services/decisions'
import { runGrantBatches } from '@/src/services/grant-batches'
import { expireGrants, forgetOldOutcomes, releaseHolds, settleAddressDeadlines } from '@/src/services/grants'
import { drainOutbox, forgetDelivered } from '@/src/services/outbox'
import { reconcileNightly } from '@/src/services/reconciliation'
import { keepRehearsals } from '@/src/services/rehearsals'
import { remindDaily } from '@/src/services/reminders'
import { forgetHelps, forgetRiskWindows } from '@/src/services/risk'
import { expirePoints } from '@/src/services/wallets'
import { HANDLERS } from './topics'

const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS

interface Job {
  name: string
  everyMs: number
  /** Ends early, at a good place, when the process is to stop. */
  run: (ctx: AppContext, signal: AbortSignal) => Promise<void>
}

const JOBS: Job[] = [
  { name: 'forget-old-outcomes', everyMs: HOUR_MS, run: forgetOldOutcomes },
  { name: 'forget-old-decisions', everyMs: HOUR_MS, run: forgetOldDecisions },
  { name: 'forget-risk-windows', everyMs: HOUR_MS, run: forgetRiskWindows },
  { name: 'forget-helps', everyMs: HOUR_MS, run: forgetHelps },
  // What nobody came for is the campaign's again.
  { name: 'release-holds', everyMs: MINUTE_MS, run: releaseHolds },
  { name: 'settle-address-deadlines', everyMs: HOUR_MS, run: settleAddressDeadlines },
  { name: 'remind-of-addresses', everyMs: 10 * MINUTE_MS, run: remindDaily },
  { name: 'expire-grants', everyMs: MINUTE_MS, run: expireGrants },
  { name: 'expire-points', everyMs: HOUR_MS, run: expirePoints },
  { name: 'keep-rehearsals', everyMs: MINUTE_MS, run: keepRehearsals },
  { name: 'drain-outbox', everyMs: 1_000, run: (ctx, stop) => drainOutbox(ctx, HANDLERS, stop) },
  { name: 'run-grant-batches', everyMs: 1_000, run: runGrantBatches },
  { name: 'forget-delivered', everyMs: HOUR_MS, run: forgetDelivered },
  { name: 'raise-budget-alerts', everyMs: 5_000, run: raiseBudgetAlerts },
  { name: 'reconcile-nightly', everyMs: MINUTE_MS, run: reconcileNightly },
  { name: 'make-missing-avif', everyMs: 15_000, run: makeMissingAvif },
]

/**
 * Starts what runs by the clock; a job that is still under way when it is due again is left to
 * finish. Answers how to stop it all: a job under way is told and waited for.
 */
export function startJobs(ctx: AppContext, jobs: readonly Job[] = JOBS): () => Promise<void> {
  const stopping = new AbortController()
  const underWay = new Map<string, Promise<void>>()
  const timers = jobs.map(({ name, everyMs, run }) => {
    const work = () => {
      if (underWay.has(name)) return
      const job = run(ctx, stopping.signal)
        .catch((err) => ctx.log.error({ err, job: name }, 'job failed'))
        .finally(() => underWay.delete(name))
      underWay.set(name, job)
    }
    // At once too: a process that is restarted often would otherwise never come to it.
    work()
    return setInterval(work, everyMs)
  })
  return async () => {
    for (const timer of timers) clearInterval(timer)
    stopping.abort()
    await Promise.all(underWay.values())
  }
}
