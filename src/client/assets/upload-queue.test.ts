import { expect, test } from 'vitest'
import type { UploadedImage } from '@/components/fields/types'
import { UploadFailed } from '@/components/fields/upload-failed'
import { createUploadQueue } from './upload-queue'

interface Sent {
  name: string
  signal: AbortSignal
  onProgress: (fraction: number) => void
  arrive: (image: UploadedImage) => void
  fail: (error: Error) => void
}

function aQueue() {
  const queue = createUploadQueue()
  const sent: Sent[] = []
  const done: string[] = []
  const add = (...names: string[]) =>
    queue.add(
      names.map((name) => new File(['x'], name)),
      (file, { signal, onProgress }) =>
        new Promise((arrive, fail) => {
          sent.push({ name: file.name, signal, onProgress, arrive, fail })
          signal.addEventListener('abort', () => fail(new Error('aborted')))
        }),
      ({ url }) => done.push(url),
    )
  const states = () => queue.getState().uploads.map(({ name, state }) => `${name} ${state}`)
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  const last = () => sent.at(-1) as Sent
  return { queue, sent, done, add, states, settled, last }
}

test('two go at once, the others wait for their turn', async () => {
  const { sent, done, add, states, settled } = aQueue()
  add('a', 'b', 'c')
  expect(states()).toEqual(['a sending', 'b sending', 'c waiting'])
  sent[0]?.arrive({ url: '/a' })
  await settled()
  expect(states()).toEqual(['a done', 'b sending', 'c sending'])
  expect(done).toEqual(['/a'])
})

test('each says how far it is', () => {
  const { queue, sent, add } = aQueue()
  add('a', 'b')
  sent[1]?.onProgress(0.424)
  expect(queue.getState().uploads.map(({ percent }) => percent)).toEqual([0, 42])
})

test('one that fails holds up no other, says why, and is sent again when asked', async () => {
  const { queue, sent, done, add, states, settled, last } = aQueue()
  add('a', 'b', 'c')
  sent[0]?.fail(new UploadFailed('断网了', true))
  await settled()
  expect(states()).toEqual(['a failed', 'b sending', 'c sending'])
  expect(queue.getState().uploads[0]).toMatchObject({ problem: '断网了', canRetry: true })
  queue.retry(queue.getState().uploads[0]?.id ?? 0)
  expect(states()[0]).toBe('a waiting')
  sent[1]?.arrive({ url: '/b' })
  await settled()
  expect(states()[0]).toBe('a sending')
  expect(queue.getState().uploads[0]?.problem).toBeUndefined()
  last().arrive({ url: '/a' })
  await settled()
  expect(done).toEqual(['/b', '/a'])
})

test('one that is cancelled is ended and gone; what it would have answered is not heard', async () => {
  const { queue, sent, done, add, states, settled } = aQueue()
  add('a', 'b', 'c')
  queue.cancel(queue.getState().uploads[0]?.id ?? 0)
  expect(sent[0]?.signal.aborted).toBe(true)
  expect(states()).toEqual(['b sending', 'c sending'])
  sent[0]?.arrive({ url: '/a' })
  await settled()
  expect(done).toEqual([])
  queue.cancel(queue.getState().uploads[1]?.id ?? 0)
  expect(states()).toEqual(['b sending'])
})

test('clearing leaves what is still on its way', async () => {
  const { queue, sent, add, states, settled } = aQueue()
  add('a', 'b')
  sent[0]?.arrive({ url: '/a' })
  await settled()
  queue.clear()
  expect(states()).toEqual(['b sending'])
})
