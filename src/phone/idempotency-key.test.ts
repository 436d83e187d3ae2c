import { afterEach, expect, it, vi } from 'vitest'
import { IdempotencyKey } from '@/schemas/primitives'
import { newIdempotencyKey } from './idempotency-key'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('is one that the server accepts, and a new one each time', () => {
  const keys = Array.from({ length: 1000 }, newIdempotencyKey)
  expect(new Set(keys).size).toBe(1000)
  expect(keys.filter((key) => !IdempotencyKey.safeParse(key).success)).toEqual([])
})

it('is made over plain http too, and where the browser has no generator at all', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  expect(IdempotencyKey.safeParse(newIdempotencyKey()).success).toBe(true)
  vi.stubGlobal('crypto', undefined)
  const keys = Array.from({ length: 1000 }, newIdempotencyKey)
  expect(new Set(keys).size).toBe(1000)
  expect(IdempotencyKey.safeParse(keys[0]).success).toBe(true)
})
