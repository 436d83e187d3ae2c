import { expect, test } from 'vitest'
import { readSteps } from './import-steps'

const PROGRESS = '{"kind":"progress","rows":200,"totalRows":900}\n'
const result = { added: 1, updated: 0, unchanged: 0, rejected: [], rejectedCount: 0 }

test('the last line that has arrived whole says how far the import is', () => {
  expect(readSteps('')).toEqual({})
  expect(readSteps('{"kind":"prog')).toEqual({})
  expect(readSteps(PROGRESS)).toEqual({ progress: { kind: 'progress', rows: 200, totalRows: 900 } })
  expect(readSteps(`${PROGRESS}{"kind":"do`).progress?.rows).toBe(200)
  expect(readSteps(`${PROGRESS}${JSON.stringify({ kind: 'done', result })}\n`)).toEqual({ result })
})

test('a failure on the way is one, and so is an answer that is not ours', () => {
  const data = { code: 'internal', requestId: 'abc', details: [] }
  const line = JSON.stringify({ kind: 'failed', error: { message: 'internal', data } })
  expect(readSteps(`${PROGRESS}${line}\n`)).toEqual({ failure: data })
  expect(readSteps('<html>\n</html>\n')).toEqual({})
})
