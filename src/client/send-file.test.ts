import { expect, test } from 'vitest'
import { readSendFailure } from './send-file'

test('a refusal is read with its details', () => {
  const data = {
    code: 'too_large',
    requestId: 'abc',
    details: [{ code: 'too_many_pixels', params: { max: 4 } }],
  }
  expect(readSendFailure(JSON.stringify({ error: { message: 'too_large', data } }), 413)).toEqual(data)
})

test.each([
  ['<html>413 Request Entity Too Large</html>', 413, 'too_large'],
  ['', 503, 'busy'],
  ['{"error":null}', 500, 'internal'],
  ['{"error":{"data":{}}}', 418, 'internal'],
  ['', 401, 'unauthenticated'],
])('%s with status %i, which is not ours, is %s', (text, status, code) => {
  expect(readSendFailure(text, status).code).toBe(code)
})
