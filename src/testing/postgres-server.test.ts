import pg from 'pg'
import { expect, test } from 'vitest'
import { startPostgresServer } from './postgres-server'

test('the PostgreSQL of the tests speaks UTF-8 and is gone when stopped', async () => {
  const server = await startPostgresServer()
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query(
    "select '膨胀红包' as said, current_setting('server_encoding') as encoding",
  )
  await client.end()
  await server.stop()
  expect(rows).toEqual([{ said: '膨胀红包', encoding: 'UTF8' }])
  await expect(new pg.Client({ connectionString: server.url }).connect()).rejects.toThrow('ECONNREFUSED')
})
