import { expect, test } from 'vitest'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aRehearsal, aTester, rehearsalOf } from '@/src/testing/builders/rehearsals'
import { aWorld } from '@/src/testing/world'
import { readTester, visitPage } from '.'
import { TESTERS_MOST } from './tester'
import { readLink } from './token'

test('a link or cookie that was tampered with opens nothing', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const rehearsal = await aRehearsal(wall)
  const tester = await aTester(world, wall, rehearsal)
  const other = await aCouponWall(world)
  const elsewhere = await aRehearsal(other)
  const open = (token: string, cookie = tester.cookie) =>
    visitPage(world.ctx, { token, cookie, mayJoin: true }, wall.slug)
  const signature = rehearsal.token.split('.')[1] ?? ''
  for (const token of [
    '',
    '.',
    rehearsal.id,
    `${rehearsal.id}.`,
    `${elsewhere.id}.${signature}`,
    `${rehearsal.token}x`,
    `${rehearsal.token}.x`,
    'x'.repeat(5_000),
  ]) {
    expect(readLink(world.ctx, token)).toBeUndefined()
    expect(await open(token)).toEqual({ status: 'unknown' })
  }
  expect(readTester(world.ctx, rehearsal.token)).toBeUndefined()
  for (const cookie of [`${tester.cookie}x`, tester.cookie?.replace(rehearsal.id, elsewhere.id)]) {
    expect(readTester(world.ctx, cookie)).toBeUndefined()
    // They are let in as anybody is, as somebody new.
    expect(await open(rehearsal.token, cookie)).toMatchObject({ name: expect.not.stringMatching('测试 1$') })
  }
  // Their own cookie is known again; one of another rehearsal makes them somebody new there.
  expect(await open(rehearsal.token)).toMatchObject({ name: '测试 1', cookie: undefined })
  expect(
    await visitPage(world.ctx, { token: elsewhere.token, cookie: tester.cookie, mayJoin: true }, wall.slug),
  ).toMatchObject({
    status: 'open',
    cookie: expect.any(String),
  })
})

test('what only looks at a link makes no tester, and there is an end to them', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const { token } = await aRehearsal(wall)
  const visit = (mayJoin: boolean) => visitPage(world.ctx, { token, cookie: undefined, mayJoin }, wall.slug)
  expect(await visit(false)).toEqual({ status: 'over' })
  for (let n = 1; n <= TESTERS_MOST; n++) expect((await visit(true)).status).toBe('open')
  expect(await visit(true)).toEqual({ status: 'full' })
  expect((await rehearsalOf(wall)).open?.figures.testers).toBe(TESTERS_MOST)
})
