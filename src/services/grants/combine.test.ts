import { expect, test } from 'vitest'
import type { Database } from '@/src/db'
import { systemClock } from '@/src/lib/clock'
import type { ActionRequest } from './batch'
import { createCombiner } from './combine'

const BATCH = 1_024

/** A combiner over a database whose transactions take `batchMs` each, and end when they are let. */
function aCombiner(o: { batchMs: number }) {
  let elapsedMs = 0
  let end: (() => void) | undefined
  const transaction = async () => {
    await new Promise<void>((resolve) => {
      end = resolve
    })
    elapsedMs += o.batchMs
    return Array(BATCH).fill({ status: 'done' })
  }
  const combiner = createCombiner({
    db: { transaction } as unknown as Database,
    clock: systemClock,
    timeZone: 'Asia/Shanghai',
    elapsedMs: () => elapsedMs,
  })
  /** Lets one batch end, once it has begun. */
  const endBatch = async () => {
    while (!end) await new Promise((resolve) => setImmediate(resolve))
    const ending = end
    end = undefined
    ending()
    await new Promise((resolve) => setImmediate(resolve))
  }
  let key = 0
  const submit = (count: number) => {
    const statuses: string[] = []
    const ends = Array.from({ length: count }, () =>
      combiner.submit('cmp_1', aRequest(`k${key++}`)).then(({ status }) => statuses.push(status)),
    )
    return { statuses, all: Promise.all(ends) }
  }
  return { ...o, combiner, submit, endBatch, setBatchMs: (ms: number) => Object.assign(o, { batchMs: ms }) }
}

const aRequest = (key: string): ActionRequest => ({
  memberId: 'mbr_1',
  toolId: 'tool_1',
  action: 'claim',
  input: {},
  key,
  inputHash: '',
})

const busy = (statuses: string[]) => statuses.filter((status) => status === 'busy').length
const immediately = () => new Promise((resolve) => setImmediate(resolve))

test('who would wait longer than a second is told so at once, and nobody who would not', async () => {
  const { submit, endBatch } = aCombiner({ batchMs: 400 })
  const first = submit(BATCH + 1)
  await endBatch()
  // One batch of them is under way; of those that come, two more end within the second.
  const next = submit(4_000)
  await immediately()
  expect(busy(next.statuses)).toBe(4_000 - 2 * BATCH)
  for (let i = 0; i < 3; i++) await endBatch()
  await Promise.all([first.all, next.all])
  expect(busy(first.statuses)).toBe(0)
})

test('a database that is fast again has many waiting again', async () => {
  const { submit, endBatch, setBatchMs } = aCombiner({ batchMs: 5_000 })
  const first = submit(BATCH + 1)
  await endBatch()
  const slow = submit(2 * BATCH)
  await immediately()
  expect(busy(slow.statuses)).toBe(BATCH)
  setBatchMs(1)
  const others = []
  // Each batch that went fast halves what is expected of the next.
  for (let i = 0; i < 8; i++) {
    await endBatch()
    others.push(submit(BATCH))
  }
  const fast = submit(2_000)
  await immediately()
  expect(busy(fast.statuses)).toBe(0)
  const ended = Promise.all([first.all, slow.all, fast.all, ...others.map(({ all }) => all)])
  let isOver = false
  const over = ended.then(() => {
    isOver = true
  })
  while (!isOver) await endBatch()
  await over
})

test('however fast it is, only so many wait', async () => {
  const { submit, endBatch } = aCombiner({ batchMs: 0 })
  const all = submit(5_000)
  await immediately()
  expect(busy(all.statuses)).toBe(5_000 - 4_096)
  for (let i = 0; i < 4_096 / BATCH; i++) await endBatch()
  await all.all
})
