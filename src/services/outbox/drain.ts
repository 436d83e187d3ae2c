import { and, asc, eq, lte, outbox, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { AppContext } from '../context'
import { backOffMs, MAX_ATTEMPTS } from './back-off'

/** What a handler is given of a message. */
interface Delivery {
  payload: Record<string, unknown>
  idempotency: string
  /** From 1. */
  attempt: number
}

/**
 * Does what a message asks for. It may be called again for a message it has done: a process can end
 * between the doing and the note of it. So whatever it asks of others carries the message's
 * idempotency key, and whatever it writes itself looks first whether it is written. It is never
 * inside a transaction. Throwing means to try again later; `signal` ends it when it takes too long.
 */
export type OutboxHandler = (ctx: AppContext, delivery: Delivery, signal: AbortSignal) => Promise<void>

export type OutboxHandlers = Readonly<Record<string, OutboxHandler>>

interface DrainOptions {
  /** From 0 to just below 1. */
  random?: () => number
  /** Given to a try before it counts as failed, in ms; well below the lease. */
  timeLimitMs?: number
}

/** Done at the same time, and so how many a stop has to wait for. */
const AT_ONCE = 10
const TIME_LIMIT_MS = 10_000
/** For so long nobody else touches a message; then whoever had it is taken for dead. */
export const LEASE_MS = 60_000
const MAX_ERROR = 500

type Row = typeof outbox.$inferSelect

/**
 * Does what is due, some at a time, until nothing is or `stop` says so; what is under way by then is
 * finished. Several processes may do this at once: a message is leased to one of them at a time.
 */
export async function drainOutbox(
  ctx: AppContext,
  handlers: OutboxHandlers,
  stop: AbortSignal,
  options: DrainOptions = {},
): Promise<void> {
  while (!stop.aborted) {
    const due = await readDue(ctx)
    if (due.length === 0) return
    const leased = await ctx.db.transaction((tx) => lease(tx, due, ctx.clock.now()))
    await Promise.all(leased.map((row) => deliver(ctx, handlers, row, options)))
  }
}

/** Read without the writer: nearly always there is nothing. */
async function readDue({ db, clock }: AppContext): Promise<Row[]> {
  return db.read
    .select()
    .from(outbox)
    .where(isDue(clock.now()))
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(AT_ONCE)
}

const isDue = (now: Date) => and(eq(outbox.state, 'waiting'), lte(outbox.dueAt, now))

/** Takes those that nobody else took since they were read, each for one more try. */
async function lease(tx: Tx, due: Row[], now: Date): Promise<Row[]> {
  const leased: Row[] = []
  // By key, so that two processes that take the same ones never wait in a ring.
  for (const { id, attempts } of due.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const rows = await tx
      .update(outbox)
      .set({
        attempts: attempts + 1,
        leasedBy: newId('lse', now),
        dueAt: new Date(now.getTime() + LEASE_MS),
      })
      .where(and(eq(outbox.id, id), eq(outbox.attempts, attempts), isDue(now)))
      .returning()
    leased.push(...rows)
  }
  return leased
}

async function deliver(
  ctx: AppContext,
  handlers: OutboxHandlers,
  row: Row,
  options: DrainOptions,
): Promise<void> {
  const { topic, payload, idempotency, attempts } = row
  // Its last try was cut off: one more could go the same way.
  if (attempts > MAX_ATTEMPTS)
    return end(ctx, row, { lastError: row.lastError ?? 'the last try was cut off' })
  try {
    const handler = handlers[topic]
    if (!handler) throw new Error(`nothing handles ${topic}`)
    const signal = AbortSignal.timeout(options.timeLimitMs ?? TIME_LIMIT_MS)
    await within(handler(ctx, { payload, idempotency, attempt: attempts }, signal), signal)
  } catch (error) {
    ctx.log.warn({ err: error, topic, outboxId: row.id, attempt: attempts }, 'a message was not delivered')
    return fail(ctx, row, error, options.random ?? Math.random)
  }
  await end(ctx, row, undefined)
}

/** Rejects when the time is up, also when a handler does not listen to its signal. */
function within(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('it took too long')), { once: true })
  })
  return Promise.race([work, late])
}

async function fail(ctx: AppContext, row: Row, error: unknown, random: () => number): Promise<void> {
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, MAX_ERROR)
  if (row.attempts >= MAX_ATTEMPTS) return end(ctx, row, { lastError })
  const dueAt = new Date(ctx.clock.now().getTime() + backOffMs(row.attempts, random))
  await ctx.db.transaction((tx) =>
    tx
      .update(outbox)
      .set({ leasedBy: null, dueAt, lastError })
      .where(isStillOurs(row))
      .returning({ id: outbox.id }),
  )
}

/** Done, or given up for what went wrong. */
async function end(ctx: AppContext, row: Row, givenUp: { lastError: string } | undefined): Promise<void> {
  const endedAt = ctx.clock.now()
  await ctx.db.transaction((tx) =>
    tx
      .update(outbox)
      .set({
        state: givenUp ? 'dead' : 'done',
        leasedBy: null,
        endedAt,
        lastError: givenUp?.lastError ?? null,
      })
      .where(isStillOurs(row))
      .returning({ id: outbox.id }),
  )
  if (givenUp) ctx.log.error({ topic: row.topic, outboxId: row.id }, 'a message is a dead letter')
}

/** False when the lease ran out and somebody else tries: what comes of it is theirs to note. */
const isStillOurs = ({ id, leasedBy }: Row) =>
  and(eq(outbox.id, id), eq(outbox.state, 'waiting'), eq(outbox.leasedBy, leasedBy ?? ''))
