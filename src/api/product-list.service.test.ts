import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffContext } from '@/src/services/context'
import { aWorld, type World } from '@/src/testing/world'
import { sendImport } from './product-list'

let world: World
let ctx: StaffContext

beforeEach(async () => {
  world = await aWorld()
  ctx = await world.as('product')
})
afterEach(() => world[Symbol.asyncDispose]())

const rows = (count: number) => Array.from({ length: count }, (_, i) => `S${i},锅,1,1\n`).join('')
const file = (count: number) => Buffer.from(`sku,title,price,stock\n${rows(count)}`)

test('each step of an import is a line of JSON, the last one what became of it', async () => {
  const response = await sendImport(ctx, file(450))
  expect(response.headers.get('content-type')).toBe('application/x-ndjson')
  const lines = (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ kind, rows: done }) => done ?? kind)).toEqual([200, 400, 450, 'done'])
  expect(lines.at(-1).result).toMatchObject({ added: 450, rejectedCount: 0 })
})

test('a refusal comes before the first line, with a status of its own', async () => {
  await expect(sendImport(ctx, Buffer.from('\0'))).rejects.toMatchObject({ code: 'unsupported_media' })
  await expect(sendImport({ ...ctx, staff: undefined }, file(1))).rejects.toMatchObject({
    code: 'unauthenticated',
  })
})

test('what breaks on the way is the last line, and says nothing of itself', async () => {
  let writes = 0
  const db: typeof ctx.db = {
    ...ctx.db,
    transaction: (work) => {
      writes += 1
      if (writes > 1) throw new Error('the disk is full')
      return ctx.db.transaction(work)
    },
  }
  const text = await (await sendImport({ ...ctx, db }, file(450))).text()
  const last = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')
  expect(last).toMatchObject({ kind: 'failed', error: { data: { code: 'internal', requestId: 'test' } } })
  expect(text).not.toContain('disk')
})

test('whoever goes away ends it after the batch under way', async () => {
  const response = await sendImport(ctx, file(2_000))
  const reader = response.body?.getReader()
  await reader?.read()
  await reader?.cancel()
  expect((await (await sendImport(ctx, file(2_000))).text()).split('\n').at(-2)).not.toContain('"added":0')
})
