import { expect, test } from 'vitest'
import { Briefly } from './briefly'

const at = (ms: number) => new Date(1_800_000_000_000 + ms)

test('what is asked for within the moment is read once, also while it is being read', async () => {
  const kept = new Briefly<number>({ forMs: 1_000, atMost: 10 })
  const source = {}
  let reads = 0
  const get = (ms: number, key = 'a', of: object = source) => kept.get(of, key, at(ms), async () => ++reads)
  expect(await Promise.all([get(0), get(0), get(999)])).toEqual([1, 1, 1])
  expect(await get(1_000)).toBe(2)
  expect(await get(1_000, 'b')).toBe(3)
  expect(await get(1_000, 'a', {})).toBe(4)
})

test('what failed is read again', async () => {
  const kept = new Briefly<string>({ forMs: 1_000, atMost: 10 })
  const source = {}
  await expect(kept.get(source, 'a', at(0), () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(await kept.get(source, 'a', at(0), async () => 'back')).toBe('back')
})
