import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ResponseReader } from './response-reader'

const FIXED = 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n领券'
const CHUNKED = 'HTTP/1.1 503 No\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n'
const EMPTY = 'HTTP/1.1 304 Not Modified\r\netag: "x"\r\n\r\n'
const STREAM = Buffer.from(FIXED + CHUNKED + EMPTY + FIXED)

test('responses are told apart however the network cuts them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(STREAM.length), { maxLength: 30 }), (cuts) => {
      const seen: [number, string][] = []
      const reader = new ResponseReader(true, (status, body) => seen.push([status, body]))
      const marks = [0, ...cuts.sort((a, b) => a - b), STREAM.length]
      for (const [index, mark] of marks.slice(1).entries()) {
        const piece = STREAM.subarray(marks[index], mark)
        if (piece.length > 0) reader.push(piece)
      }
      expect(seen).toEqual([
        [200, '领券'],
        [503, 'abcde'],
        [304, ''],
        [200, '领券'],
      ])
    }),
  )
})
