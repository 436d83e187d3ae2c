import { expect, test } from 'vitest'
import { account, eq, grant, wallet } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aCoupon, aSubsidy, aThing, someCash, somePoints } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { tools } from '@/widgets/registry.tools.gen'
import { createReward } from '../rewards'
import { redeemGrants } from './redeem'
import { releaseHolds } from './release-holds'
import { revokeGrant } from './revoke'

const taxClass = 'incidental' as const

async function fen(world: World, ownerId: string): Promise<Record<string, number>> {
  const rows = await world.ctx.db.read.select().from(account).where(eq(account.ownerId, ownerId))
  return Object.fromEntries(rows.map(({ kind, balanceFen }) => [kind, balanceFen]))
}

const theGrant = async (world: World) => {
  const [row] = await world.ctx.db.read.select().from(grant)
  if (!row) throw new Error('nothing was granted')
  return row
}

test('cash that is won costs its tax beside it, and both come back when it is taken back', async () => {
  await using world = await aWorld()
  const packets = await aPublishedTool(world, {
    type: 'red-packet',
    budgetFen: 10_000,
    rewards: [{ ...someCash(), taxClass }],
    config: ([rewardId]) => ({ ...tools['red-packet'].defaults, rewardId, minFen: 101, maxFen: 101 }),
  })
  expect((await packets.act(await world.asMember(), 'open', {})).status).toBe('granted')
  expect(await theGrant(world)).toMatchObject({ given: { amountFen: 101 }, taxFen: 26, reservedFen: 127 })
  expect(await world.ctx.db.read.select().from(wallet)).toMatchObject([{ balance: 101 }])
  expect(await fen(world, packets.campaignId)).toMatchObject({ allocated: 9_873, committed: 127 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
  const { id } = await theGrant(world)
  await revokeGrant({ ctx: await world.as('support'), input: { id, reason: '重复' } })
  expect(await fen(world, packets.campaignId)).toMatchObject({ allocated: 10_000, committed: 0 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('what is held for several is enough for the tax of each part, and the rest is let go', async () => {
  await using world = await aWorld()
  const packets = await aPublishedTool(world, {
    type: 'red-packet',
    budgetFen: 10_000,
    rewards: [{ ...someCash({ amountFen: 1_000 }), taxClass }],
    config: ([rewardId]) => ({
      ...tools['red-packet'].defaults,
      mode: 'share',
      rewardId,
      totalFen: 1_000,
      parts: 3,
    }),
  })
  const sender = await world.asMember()
  const sent = await packets.act(sender, 'send', {})
  expect(sent.status).toBe('done')
  expect(await fen(world, packets.campaignId)).toMatchObject({ reserved: 1_000 + 250 + 3 })
  const packet = sent.status === 'done' ? (sent.detail as { packet: string }).packet : ''
  for (let i = 0; i < 3; i++)
    expect((await packets.act(await world.asMember(), 'openShared', { packet })).status).toBe('granted')
  world.clock.advance(30 * 86_400_000)
  await releaseHolds(world.ctx)
  const taxFen = (await world.ctx.db.read.select().from(grant)).reduce((sum, each) => sum + each.taxFen, 0)
  expect(await fen(world, packets.campaignId)).toMatchObject({
    allocated: 10_000 - 1_000 - taxFen,
    reserved: 0,
    committed: 1_000 + taxFen,
  })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a prize that is sent sets its tax aside, and both are spent when it is', async () => {
  await using world = await aWorld()
  const wall = await aPublishedTool(world, {
    type: 'coupon-wall',
    budgetFen: 10_000,
    rewards: [{ ...aThing({ costFen: 3_000 }), taxClass }],
    config: ([rewardId]) => ({ coupons: [{ rewardId, perMember: 1 }] }),
  })
  const member = await world.asMember()
  await wall.act(member, 'claim', { rewardId: wall.rewardIds[0] })
  const { id, memberId, reservedFen, taxFen } = await theGrant(world)
  expect([reservedFen, taxFen]).toEqual([3_750, 750])
  expect(await fen(world, wall.campaignId)).toMatchObject({ reserved: 3_750 })
  const used = { grantId: id, memberId, orderRef: 'parcel', costFen: reservedFen, lines: [] }
  await world.ctx.db.transaction((tx) =>
    redeemGrants(tx, [{ ...used, idempotency: 'parcel' }], world.clock.now()),
  )
  expect(await fen(world, wall.campaignId)).toMatchObject({ reserved: 0, committed: 3_750 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('what only lowers a price is exempt by its kind, and so are points', async () => {
  await using world = await aWorld()
  const ctx = await world.as('admin')
  for (const input of [aCoupon(), aSubsidy(), somePoints()]) {
    await expect(createReward({ ctx, input: { ...input, taxClass } })).rejects.toMatchObject({
      issues: [expect.objectContaining({ message: 'exempt_by_kind', path: ['taxClass'] })],
    })
  }
})
