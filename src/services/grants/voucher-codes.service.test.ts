import { expect, test } from 'vitest'
import { voucherCode } from '@/src/db'
import { Sqlite } from '@/src/db/sqlite-driver'
import { databaseDialect } from '@/src/lib/env'
import { bookErrors } from '@/src/testing/books'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aPartnerVoucher } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { importCodes } from '../rewards'

/** A wall with one partner's voucher and `count` codes, and members to claim it. */
async function aVoucherWall(world: World, count: number) {
  const wall = await aPublishedTool(world, {
    type: 'coupon-wall',
    budgetFen: 10_000_000,
    rewards: [aPartnerVoucher()],
    config: ([rewardId]) => ({ coupons: [{ rewardId, perMember: 1 }] }),
  })
  const [rewardId = ''] = wall.rewardIds
  const lines = Array.from({ length: count }, (_, i) => `CODE${i + 1_000}`)
  await importCodes({ ctx: wall.admin, input: { id: rewardId }, bytes: Buffer.from(lines.join('\n')) })
  return { ...wall, rewardId }
}

test('each of many who claim at once has a code of their own, until none is left', async () => {
  await using world = await aWorld()
  const { act, rewardId } = await aVoucherWall(world, 20)
  const members = await Promise.all(Array.from({ length: 25 }, () => world.asMember()))
  const outcomes = await Promise.all(members.map((member) => act(member, 'claim', { rewardId })))
  expect(outcomes.map(({ status }) => status).sort()).toEqual([
    ...Array(20).fill('granted'),
    ...Array(5).fill('sold_out'),
  ])
  const codes = await world.ctx.db.read.select().from(voucherCode)
  expect(new Set(codes.map(({ grantId }) => grantId)).size).toBe(20)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

// SQLite says how it will read without measuring; PostgreSQL has the same index.
test.runIf(databaseDialect() === 'sqlite')('codes given before are not read to find a free one', async () => {
  await using world = await aWorld()
  const connection = new Sqlite(world.databaseUrl.slice('sqlite:'.length), { readonly: true })
  const plan = connection
    .prepare(
      `explain query plan select id, code from voucher_code
         where reward_id = 'r' and grant_id is null order by id limit 1`,
    )
    .all() as { detail: string }[]
  connection.close()
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH voucher_code USING INDEX voucher_code_free (reward_id=?)',
  ])
})
