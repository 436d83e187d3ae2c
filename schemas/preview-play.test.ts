import { expect, test } from 'vitest'
import type { Outcome } from './outcome'
import { createPlayMemory, type PlayRequest } from './preview-play'
import { MOST_TAPS } from './try-out'
import { PLAIN_VIEWPOINT, type Viewpoint } from './viewpoint-parts'

const DONE: Outcome = { status: 'done' }

/** A memory whose server answers what it is told to, and remembers what it was asked. */
function aMemory(answer: (request: PlayRequest) => Outcome | 'nobody' = () => DONE) {
  const asked: PlayRequest[] = []
  const seen: number[] = []
  let viewpoint: Viewpoint = PLAIN_VIEWPOINT
  const memory = createPlayMemory<{ taps: number }>({
    viewpoint: () => viewpoint,
    ask: async (request) => {
      asked.push(request)
      const outcome = answer(request)
      if (outcome === 'nobody') return { status: 'failed', offline: true }
      const last = request.taps.at(-1)
      return {
        taps: request.taps.length,
        ...(last && !last.seed && { last: { outcome, seed: `s${asked.length}` } }),
      }
    },
    onSeen: ({ taps }) => seen.push(taps),
  })
  return {
    memory,
    asked,
    seen,
    look: (over: Partial<Viewpoint>) => (viewpoint = { ...PLAIN_VIEWPOINT, ...over }),
  }
}

test('what came to something is handed back with its seed, one tap after the other', async () => {
  const { memory, asked, seen, look } = aMemory()
  look({ luck: 'win' })
  await Promise.all([memory.tap('a', 'draw', {}), memory.tap('b', 'claim', { n: 1 })])
  expect(asked[1]?.taps).toEqual([
    { on: 'a', action: 'draw', input: {}, who: 0, luck: 'win', seed: 's1' },
    { on: 'b', action: 'claim', input: { n: 1 }, who: 0, luck: 'win' },
  ])
  expect(seen).toEqual([1, 2])
  expect(memory.isPlayed()).toBe(true)
})

test('a refusal, and a tap that nobody answered, leave nothing behind and can be tried again', async () => {
  let outcome: Outcome | 'nobody' = { status: 'no_chance' }
  const { memory, asked, look } = aMemory(() => outcome)
  expect(await memory.tap('a', 'draw', {})).toEqual({ status: 'no_chance' })
  outcome = 'nobody'
  const failure = await memory.tap('a', 'draw', {})
  expect(failure).toMatchObject({ status: 'failed', offline: true })
  expect(memory.isPlayed()).toBe(false)
  outcome = DONE
  look({ situation: 'offline' })
  expect(await memory.tap('a', 'draw', {})).toMatchObject({ status: 'failed', offline: true })
  expect(asked).toHaveLength(2)
  look({})
  expect(failure.status === 'failed' && (await failure.retry())).toEqual(DONE)
})

test('seen from elsewhere all is forgotten, also what is still under way', async () => {
  const { memory, asked, seen } = aMemory()
  let begun = 0
  const end = memory.onBegin(() => begun++)
  await memory.tap('a', 'draw', {})
  memory.lookAs(2, { invite: 'x' })
  const late = memory.tap('a', 'draw', {})
  await Promise.resolve()
  memory.begin()
  end()
  memory.begin()
  await late
  expect([memory.who(), memory.params(), memory.isPlayed(), begun]).toEqual([0, {}, false, 1])
  await memory.tap('a', 'draw', {})
  expect(asked.at(-1)).toMatchObject({ who: 0, params: {}, taps: [{ on: 'a' }] })
  expect(seen.at(-1)).toBe(1)
})

test('more taps than are remembered are not played', async () => {
  const { memory, asked } = aMemory()
  for (let i = 0; i < MOST_TAPS; i++) await memory.tap('a', 'draw', {})
  expect(await memory.tap('a', 'draw', {})).toEqual({ status: 'busy', retryAfterMs: 0 })
  expect(asked).toHaveLength(MOST_TAPS)
})
