import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { AppError } from '@/src/lib/errors'
import { limit } from './limit'

const MAX = 10

function echo() {
  const app = new Hono()
  app.onError((error, c) => c.text(error instanceof AppError ? error.code : 'failed', 413))
  app.post('/', limit(MAX), async (c) => c.text(await c.req.text()))
  return async (body: string, headers: Record<string, string>) => {
    const answer = await app.request('/', { method: 'POST', body, headers })
    return answer.text()
  }
}

test.each([
  ['a body that fits', '1234567890', { 'content-length': '10' }, '1234567890'],
  ['one that says it is longer', '12345678901', { 'content-length': '11' }, 'too_large'],
  ['one whose length is no number', '1', { 'content-length': 'x' }, 'too_large'],
  ['one of unknown length that fits', '1234567890', {}, '1234567890'],
  ['one of unknown length that is longer', '12345678901', {}, 'too_large'],
  [
    'one sent in parts, whatever it says',
    '12345678901',
    { 'content-length': '1', 'transfer-encoding': 'chunked' },
    'too_large',
  ],
])('%s', async (_, body, headers, expected) => {
  expect(await echo()(body, headers)).toBe(expected)
})
