import { afterEach, expect, it, vi } from 'vitest'
import { newIdempotencyKey } from './idempotency-key'

/** What schemas/primitives.ts accepts; zod stays out of this folder. */
const ACCEPTED = /^[A-Za-z0-9_-]{8,64}$/

afterEach(() => {
  vi.unstubAllGlobals()
})

it('is one that the server accepts, and a new one each time', () => {
  const keys = Array.from({ length: 1000 }, newIdempotencyKey)
  expect(new Set(keys).size).toBe(1000)
  expect(keys.filter((key) => !ACCEPTED.test(key))).toEqual([])
})

it('is made over plain http too, and where the browser has no generator at all', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  expect(newIdempotencyKey()).toMatch(ACCEPTED)
  vi.stubGlobal('crypto', undefined)
  const keys = Array.from({ length: 1000 }, newIdempotencyKey)
  expect(new Set(keys).size).toBe(1000)
  expect(keys[0]).toMatch(ACCEPTED)
})
