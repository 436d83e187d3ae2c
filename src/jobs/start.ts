import type { AppContext } from '@/src/services/context'
import { forgetOldOutcomes } from '@/src/services/grants'

const HOUR_MS = 60 * 60 * 1000

const JOBS = [{ name: 'forget-old-outcomes', everyMs: HOUR_MS, run: forgetOldOutcomes }]

/** Starts what runs by the clock. Answers how to stop it: a job under way is waited for. */
export function startJobs(ctx: AppContext): () => Promise<void> {
  const underWay = new Set<Promise<void>>()
  const timers = JOBS.map(({ name, everyMs, run }) => {
    const work = () => {
      const job = run(ctx)
        .catch((err) => ctx.log.error({ err, job: name }, 'job failed'))
        .finally(() => underWay.delete(job))
      underWay.add(job)
    }
    // At once too: a process that is restarted often would otherwise never come to it.
    work()
    return setInterval(work, everyMs)
  })
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(underWay)
  }
}
