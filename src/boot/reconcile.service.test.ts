import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { tamper } from '@/src/testing/tamper'
import { aWorld } from '@/src/testing/world'

/** Runs the command as `npm run reconcile` does, of the sources. */
async function command(databaseUrl: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/boot/reconcile.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  const [[code], out, err] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)])
  return { code, out, err }
}

test('beside a server that has the database open, the command tells what differs, and only then fails', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  await wall.claim(await world.asMember())

  const fine = await command(world.databaseUrl)
  expect(fine.err).toBe('')
  expect(fine.code).toBe(0)
  expect(fine.out).toMatch(/^account_balances +\d+ rows$/m)
  expect(fine.out).toContain('The books agree.')

  await tamper(world, [`update account set balance_fen = balance_fen + 1 where kind = 'reserved'`])
  const spoilt = await command(world.databaseUrl)
  expect(spoilt.code).toBe(1)
  expect(spoilt.out).toMatch(new RegExp(`^reserved +${wall.campaignId} +101 +100$`, 'm'))
  expect(spoilt.out).toContain('The books do not agree: 3 differences.')
}, 60_000)

test('a database that is not there is an error of its own, and is not made', async () => {
  await using world = await aWorld()
  const url = world.databaseUrl.startsWith('sqlite:')
    ? `${world.databaseUrl}-none`
    : `${world.databaseUrl}_none`
  const { code, err } = await command(url)
  expect(code).toBe(2)
  expect(err).toMatch(/^The books cannot be checked: /)
}, 60_000)
