import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite } from './database.sqlite'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ziggurat-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a file is opened by one at a time, and again once the first has closed it', async () => {
  const file = join(folder, 'shop.db')
  const first = openSqlite(file)
  expect(() => openSqlite(file)).toThrow('another process is already using this data folder')
  await first.close()
  await openSqlite(file).close()
})
