import type { Outcome } from '@/schemas/outcome'
import { type Database, refusedBecause } from '@/src/db'
import type { Clock } from '@/src/lib/clock'
import { AppError } from '@/src/lib/errors'
import { type Guarded, GuardFailed } from '../guard'
import type { ActionRequest } from './batch'
import { type Settled, settle } from './settle'

/** Requests settled in one transaction at most. */
const MAX_BATCH = 1_024
/** Requests that may wait for one budget, however fast they are settled; the next ones are told to come back. */
const MAX_WAITING = 4_096
/** Nobody begins to wait who would wait longer than this, as the last batches went. */
const MAX_WAIT_MS = 1_000
/** How often one request alone is tried again when other processes keep moving what it needs. */
const MAX_TRIES = 8
const RETRY_AFTER_MS = 1_000

const BUSY: Outcome = { status: 'busy', retryAfterMs: RETRY_AFTER_MS }

interface Waiting {
  request: ActionRequest
  resolve: (outcome: Outcome) => void
  reject: (error: unknown) => void
}

export interface Combiner {
  /**
   * Settles a request together with the others that meet on the same budget, in the order they
   * came. Rejects with the request's own error only; answers `busy` at once when too many wait.
   */
  submit: (budgetId: string, request: ActionRequest) => Promise<Outcome>
  /** Resolves once nothing waits any more. */
  drain: () => Promise<void>
}

export interface CombinerOptions {
  db: Database
  clock: Clock
  timeZone: string
  /** What is filled in in forms is sealed with it; where there are none, it may be left out. */
  submissionKey?: Buffer
  maxWaiting?: number
  /** Makes the seed of each request's generator; tests bring their own. */
  newSeed?: () => string
  /** Time that only goes forward, in ms: a clock that is set must not look like a slow database. */
  elapsedMs?: () => number
}

/** Those who wait for one budget. */
interface Queue {
  waiting: Waiting[]
  /** What a batch takes, the last one counting for half; undefined before there was one. */
  batchMs: number | undefined
}

/**
 * A hot budget is one row that every grant changes: one transaction a grant would spend its time
 * waiting for that row. So while one batch is being written the next one gathers.
 */
export function createCombiner(options: CombinerOptions): Combiner {
  const { maxWaiting = MAX_WAITING, elapsedMs = () => performance.now() } = options
  const queues = new Map<string, Queue>()
  const running = new Map<string, Promise<void>>()

  const run = async (budgetId: string, queue: Queue) => {
    // One turn of the event loop, so that requests read from their sockets together meet.
    await new Promise<void>((begin) => setImmediate(begin))
    while (queue.waiting.length > 0) {
      const since = elapsedMs()
      await settleFairly(options, queue.waiting.splice(0, MAX_BATCH))
      const took = elapsedMs() - since
      queue.batchMs = queue.batchMs === undefined ? took : (queue.batchMs + took) / 2
    }
    queues.delete(budgetId)
    running.delete(budgetId)
  }

  return {
    submit: (budgetId, request) =>
      new Promise<Outcome>((resolve, reject) => {
        let queue = queues.get(budgetId)
        if (!queue) {
          queue = { waiting: [], batchMs: undefined }
          queues.set(budgetId, queue)
        }
        if (queue.waiting.length >= maxWaiting || isSlow(queue)) return resolve(BUSY)
        queue.waiting.push({ request, resolve, reject })
        if (!running.has(budgetId)) running.set(budgetId, run(budgetId, queue))
      }),
    drain: async () => {
      while (running.size > 0) await Promise.all(running.values())
    },
  }
}

/** True when the next one would wait too long. The next batch may always fill: that is how it is known to be fast again. */
function isSlow({ waiting, batchMs = 0 }: Queue): boolean {
  const before = Math.floor(waiting.length / MAX_BATCH)
  return before > 0 && (before + 1) * batchMs > MAX_WAIT_MS
}

/** Settles a batch; when that fails, each half by itself, so that one request's failure is its own. */
async function settleFairly(options: CombinerOptions, batch: Waiting[], attempt = 1): Promise<void> {
  try {
    const settled = await settleOnce(options, batch)
    batch.forEach((waiting, index) => {
      answer(waiting, settled[index])
    })
  } catch (error) {
    const [only] = batch
    // With the database gone, trying each by itself only takes longer.
    if (refusedBecause(error) === 'unavailable') for (const waiting of batch) waiting.reject(error)
    else if (batch.length > 1) {
      const middle = batch.length >> 1
      await settleFairly(options, batch.slice(0, middle))
      await settleFairly(options, batch.slice(middle))
    } else if (only && !isOthersDoing(error)) only.reject(error)
    else if (attempt < MAX_TRIES) await settleFairly(options, batch, attempt + 1)
    else if (isWrittenBefore(error)) only?.reject(outdatedKey())
    else only?.resolve(BUSY)
  }
}

/** Other processes were in the way: what failed now may pass when it is tried again. */
const isOthersDoing = (error: unknown) =>
  error instanceof GuardFailed || ['deadlock', 'busy'].includes(refusedBecause(error))

const WRITTEN_ONCE: ReadonlySet<Guarded> = new Set([
  'grants',
  'wallet entries',
  'chance entries',
  'draws',
  'submissions',
])

/** What the request gave or took is there and its answer is not: its key is older than any answer. */
const isWrittenBefore = (error: unknown) => error instanceof GuardFailed && WRITTEN_ONCE.has(error.what)

const outdatedKey = () => new AppError('idempotency_mismatch', 'the key was used more than seven days ago')

function settleOnce(
  { db, clock, timeZone, newSeed, submissionKey }: CombinerOptions,
  batch: Waiting[],
): Promise<Settled[]> {
  const requests = batch.map((waiting) => waiting.request)
  return db.transaction((tx) => settle(tx, requests, { now: clock.now(), timeZone, newSeed, submissionKey }))
}

function answer(waiting: Waiting, settled: Settled | undefined): void {
  if (settled === undefined || settled instanceof Error) waiting.reject(settled)
  else waiting.resolve(settled)
}
