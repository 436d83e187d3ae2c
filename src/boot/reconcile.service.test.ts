import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { urlBeside } from '@/src/db'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aRehearsal, aTester } from '@/src/testing/builders/rehearsals'
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

test('the books of what is rehearsed are checked apart', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const rehearsal = await aRehearsal(wall)
  const tester = await aTester(world, wall, rehearsal)
  await tester.act('coupon-wall', 'claim', { rewardId: wall.rewardId })
  const fine = await command(world.databaseUrl)
  expect(fine.err).toBe('')
  expect(fine.code).toBe(0)
  expect(fine.out.split(`The rehearsal ${rehearsal.id}:`)).toEqual([
    expect.stringContaining('The books agree.'),
    expect.stringContaining('The books agree.'),
  ])

  const databaseUrl = urlBeside(world.databaseUrl, rehearsal.id)
  await tamper({ ...world, databaseUrl }, [
    `update account set balance_fen = balance_fen + 1 where kind = 'reserved'`,
  ])
  const spoilt = await command(world.databaseUrl)
  expect(spoilt.code).toBe(1)
  expect(spoilt.out.split(`The rehearsal ${rehearsal.id}:`)).toEqual([
    expect.stringContaining('The books agree.'),
    expect.stringContaining('The books do not agree'),
  ])
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
