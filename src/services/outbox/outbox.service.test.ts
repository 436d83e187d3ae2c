import { expect, test } from 'vitest'
import { audit, eq, outbox } from '@/src/db'
import { meanwhile } from '@/src/testing/comes-between'
import { aWorld, type World } from '@/src/testing/world'
import { MAX_ATTEMPTS } from './back-off'
import { LEASE_MS, type OutboxHandler } from './drain'
import {
  drainOutbox,
  forgetDelivered,
  listDeadLetters,
  putOutbox,
  resendDeadLetter,
  resendDeadLetters,
} from './index'

const GOING_ON = new AbortController().signal
const MINUTE_MS = 60_000

async function put(world: World, key = 'key-1', payload: Record<string, unknown> = { payoutId: 'pay_1' }) {
  const message = { topic: 'test', payload, idempotency: key }
  await world.ctx.db.transaction((tx) => putOutbox(tx, message, world.clock.now()))
}

const rows = (world: World) => world.ctx.db.read.select().from(outbox)

function drain(world: World, test: OutboxHandler, random: () => number = () => 0) {
  return drainOutbox(world.ctx, { test }, GOING_ON, { random })
}

test('what is put is done once, with its key, and what is rolled back never', async () => {
  await using world = await aWorld()
  await put(world)
  await put(world)
  const broken = world.ctx.db.transaction(async (tx) => {
    await putOutbox(tx, { topic: 'test', payload: {}, idempotency: 'key-2' }, world.clock.now())
    throw new Error('rolled back')
  })
  await expect(broken).rejects.toThrow('rolled back')

  const seen: unknown[] = []
  const note: OutboxHandler = async (_, delivery) => void seen.push(delivery)
  await drain(world, note)
  await drain(world, note)
  expect(seen).toEqual([{ payload: { payoutId: 'pay_1' }, idempotency: 'key-1', attempt: 1 }])
  expect(await rows(world)).toMatchObject([{ state: 'done', leasedBy: null }])
})

test('two processes at once do each of many once', async () => {
  await using world = await aWorld()
  const keys = Array.from({ length: 35 }, (_, i) => `key-${i}`)
  for (const key of keys) await put(world, key)
  const done: string[] = []
  const note: OutboxHandler = async (_, { idempotency }) => void done.push(idempotency)
  await Promise.all([drain(world, note), drain(world, note), drain(world, note)])
  expect(done.toSorted()).toEqual(keys.toSorted())
})

test('what fails is tried again twice as late each time, a little earlier by chance', async () => {
  await using world = await aWorld()
  await put(world)
  const fail: OutboxHandler = () => Promise.reject(new Error('the bank is closed'))
  const waits: number[] = []
  for (const random of [0, 0, 0, 0.999_999]) {
    await drain(world, fail, () => random)
    const [row] = await rows(world)
    const at = world.clock.now().getTime()
    waits.push((row?.dueAt.getTime() ?? 0) - at)
    // One ms too early nothing happens.
    world.clock.set(new Date(at + (waits.at(-1) ?? 0) - 1).toISOString())
    await drain(world, fail)
    expect((await rows(world))[0]?.attempts).toBe(waits.length)
    world.clock.advance(1)
  }
  expect(waits).toEqual([15_000, 30_000, 60_000, 60_000])
})

test('one whose process ended in the middle is done again after its lease, under the same key', async () => {
  await using world = await aWorld()
  await put(world)
  const keys: string[] = []
  // The doing came through; the note of it never did.
  const crash = { ...world.ctx.db, transaction: crashAfter(world, 1) }
  const note: OutboxHandler = async (_, { idempotency }) => void keys.push(idempotency)
  const dying = drainOutbox({ ...world.ctx, db: crash }, { test: note }, GOING_ON)
  await expect(dying).rejects.toThrow('killed')
  await drain(world, note)
  expect(keys).toEqual(['key-1'])
  world.clock.advance(LEASE_MS)
  await drain(world, note)
  expect(keys).toEqual(['key-1', 'key-1'])
  expect(await rows(world)).toMatchObject([{ state: 'done', attempts: 2 }])
})

/** Lets so many transactions through, and ends the process at the next. */
function crashAfter(world: World, count: number): World['ctx']['db']['transaction'] {
  let left = count
  return (work) => (left-- > 0 ? world.ctx.db.transaction(work) : Promise.reject(new Error('killed')))
}

test('whoever lost the lease notes nothing, also while the other one is still at it', async () => {
  await using world = await aWorld()
  await put(world)
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const begun: Promise<void>[] = []
  // It takes longer than its lease: another process takes over and is under way when this one fails.
  const slow: OutboxHandler = async () => {
    world.clock.advance(LEASE_MS)
    await new Promise<void>((resolve) => {
      const other: OutboxHandler = () => {
        resolve()
        return finished
      }
      begun.push(drain(world, other))
    })
    throw new Error('too late to matter')
  }
  await drain(world, slow)
  expect(await rows(world)).toMatchObject([{ state: 'waiting', attempts: 2, lastError: null }])
  finish()
  await Promise.all(begun)
  expect(await rows(world)).toMatchObject([{ state: 'done', attempts: 2 }])
})

test('a try that takes too long counts as failed', async () => {
  await using world = await aWorld()
  await put(world)
  const hang: OutboxHandler = () => new Promise(() => {})
  await drainOutbox(world.ctx, { test: hang }, GOING_ON, { random: () => 0, timeLimitMs: 5 })
  expect(await rows(world)).toMatchObject([{ state: 'waiting', attempts: 1, lastError: 'it took too long' }])
})

test('after as many tries as there may be it is a dead letter, and nobody tries it any more', async () => {
  await using world = await aWorld()
  await put(world)
  let calls = 0
  const fail: OutboxHandler = () => Promise.reject(new Error(`closed, try ${++calls}`))
  for (let i = 0; i < MAX_ATTEMPTS + 3; i++) {
    await drain(world, fail)
    world.clock.advance(60 * MINUTE_MS)
  }
  expect(calls).toBe(MAX_ATTEMPTS)
  expect(await rows(world)).toMatchObject([
    { state: 'dead', attempts: MAX_ATTEMPTS, lastError: `closed, try ${MAX_ATTEMPTS}` },
  ])
})

test('one that ends the process each time is given up too', async () => {
  await using world = await aWorld()
  await put(world)
  for (let i = 0; i <= MAX_ATTEMPTS; i++) {
    const db = { ...world.ctx.db, transaction: crashAfter(world, 1) }
    await drainOutbox({ ...world.ctx, db }, { test: async () => {} }, GOING_ON).catch(() => {})
    world.clock.advance(LEASE_MS)
  }
  let calls = 0
  await drain(world, async () => void calls++)
  expect(calls).toBe(0)
  expect(await rows(world)).toMatchObject([{ state: 'dead', lastError: 'the last try was cut off' }])
})

test('a topic nobody handles waits for whoever does', async () => {
  await using world = await aWorld()
  await put(world)
  await drainOutbox(world.ctx, {}, GOING_ON, { random: () => 0 })
  expect(await rows(world)).toMatchObject([{ state: 'waiting', lastError: 'nothing handles test' }])
  world.clock.advance(MINUTE_MS)
  await drain(world, async () => {})
  expect(await rows(world)).toMatchObject([{ state: 'done' }])
})

test('told to stop, it takes nothing more and finishes what is under way', async () => {
  await using world = await aWorld()
  for (let i = 0; i < 25; i++) await put(world, `key-${i}`)
  const stop = new AbortController()
  const handler: OutboxHandler = async () => stop.abort()
  await drainOutbox(world.ctx, { test: handler }, stop.signal)
  const states = (await rows(world)).map(({ state }) => state)
  expect(states.filter((state) => state === 'done')).toHaveLength(10)
  expect((await rows(world)).filter(({ leasedBy }) => leasedBy !== null)).toEqual([])
})

async function deadLetters(world: World, count: number) {
  for (let i = 0; i < count; i++)
    await put(world, `key-${i}`, { payoutId: 'pay_0123456789', name: '欧阳小满' })
  await world.ctx.db.transaction((tx) =>
    tx
      .update(outbox)
      .set({ state: 'dead', attempts: MAX_ATTEMPTS, endedAt: world.clock.now(), lastError: 'closed' })
      .returning({ id: outbox.id }),
  )
}

test('dead letters are listed masked, and sent again one by one or all, once', async () => {
  await using world = await aWorld()
  await deadLetters(world, 3)
  const finance = await world.as('finance')
  const { items, topics } = await listDeadLetters({ ctx: finance, input: {} })
  expect(topics).toEqual([{ topic: 'test', count: 3 }])
  expect(items[0]).toMatchObject({
    attempts: MAX_ATTEMPTS,
    lastError: 'closed',
    payload: { payoutId: 'pay_0123456789', name: '欧***满' },
  })
  const [{ id } = { id: '' }] = items
  expect(await resendDeadLetter({ ctx: finance, input: { id } })).toEqual({ resent: 1 })
  await expect(resendDeadLetter({ ctx: finance, input: { id } })).rejects.toMatchObject({
    code: 'wrong_state',
  })
  expect(await resendDeadLetters({ ctx: finance, input: { topic: 'other' } })).toEqual({ resent: 0 })
  expect(await resendDeadLetters({ ctx: finance, input: {} })).toEqual({ resent: 2 })
  const attempts: number[] = []
  await drain(world, async (_, { attempt }) => void attempts.push(attempt))
  expect(attempts).toEqual([1, 1, 1])
  const noted = await world.ctx.db.read.select({ action: audit.action }).from(audit)
  expect(noted.map(({ action }) => action).toSorted()).toEqual(['outbox.resend', 'outbox.resendAll'])
})

test.each(['operator', 'support', 'approver'] as const)(
  '%s neither sees nor resends dead letters',
  async (role) => {
    await using world = await aWorld()
    const ctx = await world.as(role)
    await expect(listDeadLetters({ ctx, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(resendDeadLetters({ ctx, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
  },
)

test('what was done long ago is forgotten, dead letters never', async () => {
  await using world = await aWorld()
  await deadLetters(world, 1)
  await put(world, 'done')
  await drain(world, async () => {})
  world.clock.advance(30 * 24 * 60 * MINUTE_MS)
  await forgetDelivered(world.ctx, GOING_ON)
  expect(await rows(world)).toHaveLength(2)
  world.clock.advance(1)
  await forgetDelivered(world.ctx, GOING_ON)
  expect(await world.ctx.db.read.select().from(outbox).where(eq(outbox.state, 'done'))).toEqual([])
  expect(await rows(world)).toMatchObject([{ state: 'dead' }])
})

test.each([
  // It was tried elsewhere, failed at once, and is due again: this is its second try.
  ['tried', { attempts: 1 }, [2]],
  // Given up, sent again and leased elsewhere, it counts as many tries as when it was read.
  ['leased', { leasedBy: 'lse_theirs', dueAt: new Date('2099-01-01T00:00:00.000Z') }, []],
])('what another process %s since it was read is not taken as it was', async (_, theirs, attempts) => {
  await using world = await aWorld()
  await put(world)
  const { ctx } = meanwhile(world.ctx, (tx) => tx.update(outbox).set(theirs), outbox)
  const seen: number[] = []
  const note: OutboxHandler = async (__, { attempt }) => void seen.push(attempt)
  await drainOutbox(ctx, { test: note }, AbortSignal.timeout(2_000), { random: () => 0 })
  expect(seen).toEqual(attempts)
})
