import { expect, test } from 'vitest'
import type { StaffRole } from '@/schemas/staff'
import { audit, deliveryAddress, eq, grant } from '@/src/db'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aCoupon, aThing } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import type { MemberContext } from '../context'
import { bringWallets } from '../wallets/bring'
import { giveAddress } from './give-address'
import { listGrants } from './list'
import { myRewards } from './mine'
import { showAddress } from './show-address'

const ADDRESS = {
  name: '李小满',
  phone: '13800138000',
  region: '浙江省 杭州市 余杭区',
  detail: '文一西路 1 号 2 幢 301',
  consent: true as const,
}

/** A mall with a thermos and a coupon, and a member who got both. */
async function aWinner(world: World) {
  const mall = await aPublishedTool(world, {
    type: 'points-mall',
    rewards: [aThing(), aCoupon()],
    config: (rewardIds) => ({
      items: rewardIds.map((rewardId) => ({ rewardId, pointsPrice: 1, cashFen: 0, perMember: 1, tag: '' })),
      earnLink: '',
      topUpLink: '',
    }),
  })
  const member = await world.asMember()
  const now = world.clock.now()
  const pointsUntil = new Date('2027-01-01T00:00:00.000Z')
  await world.ctx.db.transaction((tx) =>
    bringWallets(tx, [{ memberId: member.member?.id ?? '', points: 10, pointsUntil, cashFen: 0 }], now),
  )
  const redeem = async (rewardId: string | undefined) => {
    const outcome = await mall.act(member, 'redeem', { rewardId })
    return outcome.status === 'granted' ? (outcome.rewards[0]?.id ?? '') : ''
  }
  const [thing, coupon] = mall.rewardIds
  const thingGrant = await redeem(thing)
  // Grants of one millisecond have no order among them.
  world.clock.advance(1)
  return { mall, member, thingGrant, couponGrant: await redeem(coupon) }
}

const addresses = (world: World) => world.ctx.db.read.select().from(deliveryAddress)
const thermosOf = async (ctx: MemberContext) =>
  (await myRewards({ ctx, input: {} })).rewards.find(({ given }) => given.kind === 'physical')?.given

test('an address is kept, and member and staff see that it is there', async () => {
  await using world = await aWorld()
  const { mall, member, thingGrant } = await aWinner(world)
  expect(await thermosOf(member)).toMatchObject({ hasAddress: false })
  expect(await giveAddress({ ctx: member, input: { grantId: thingGrant, ...ADDRESS } })).toEqual({ ok: true })
  expect(await thermosOf(member)).toMatchObject({ hasAddress: true })
  const { consent: _, ...kept } = ADDRESS
  expect(await addresses(world)).toEqual([
    { grantId: thingGrant, ...kept, consentedAt: world.clock.now(), shipmentId: null },
  ])
  const { items } = await listGrants({ ctx: mall.admin, input: {} })
  expect(items.map(({ given, address }) => [given.kind, address])).toEqual([
    ['coupon', null],
    ['physical', { name: '李*', phone: '138****8000', region: ADDRESS.region }],
  ])
})

test('staff see an address whole one by one, by a permission of its own, and it is noted who looked', async () => {
  await using world = await aWorld()
  const { member, thingGrant, couponGrant } = await aWinner(world)
  await giveAddress({ ctx: member, input: { grantId: thingGrant, ...ADDRESS } })
  const support = await world.as('support')
  const { consent: _, ...whole } = ADDRESS
  expect(await showAddress({ ctx: support, input: { grantId: thingGrant } })).toEqual(whole)
  const looked = await world.ctx.db.read.select().from(audit).where(eq(audit.action, 'grant.showAddress'))
  expect(looked).toMatchObject([{ staffId: support.staff?.id, subjectId: thingGrant, details: {} }])
  const refusedTo = async (...roles: StaffRole[]) =>
    showAddress({ ctx: await world.as(...roles), input: { grantId: thingGrant } }).catch(({ code }) => code)
  expect(await refusedTo('operator', 'business', 'finance', 'product', 'approver')).toBe('forbidden')
  const none = showAddress({ ctx: support, input: { grantId: couponGrant } })
  await expect(none).rejects.toMatchObject({ code: 'not_found' })
})

test('given again it replaces the one before, without the spaces people type', async () => {
  await using world = await aWorld()
  const { member, thingGrant } = await aWinner(world)
  await giveAddress({ ctx: member, input: { grantId: thingGrant, ...ADDRESS } })
  world.clock.advance(60_000)
  const moved = { ...ADDRESS, name: ' 李小满 ', phone: '139 0013-9000', detail: '  长江路 8 号 ' }
  await giveAddress({ ctx: member, input: { grantId: thingGrant, ...moved } })
  expect(await addresses(world)).toMatchObject([
    { name: '李小满', phone: '13900139000', detail: '长江路 8 号', consentedAt: world.clock.now() },
  ])
})

test('two taps at once keep one address', async () => {
  await using world = await aWorld()
  const { member, thingGrant } = await aWinner(world)
  const give = (detail: string) =>
    giveAddress({ ctx: member, input: { grantId: thingGrant, ...ADDRESS, detail } })
  await Promise.all([give('长江路 1 号'), give('长江路 2 号')])
  expect(await addresses(world)).toHaveLength(1)
})

test('nobody gives an address for what is not theirs, or not sent', async () => {
  await using world = await aWorld()
  const { member, thingGrant, couponGrant } = await aWinner(world)
  const stranger = await world.asMember()
  const give = (ctx: MemberContext, grantId: string) =>
    giveAddress({ ctx, input: { grantId, ...ADDRESS } }).catch((error: { code: string }) => error.code)
  expect(await give(world.asNobody(), thingGrant)).toBe('unauthenticated')
  expect(await give(stranger, thingGrant)).toBe('not_found')
  expect(await give(member, 'grt_0000000000')).toBe('not_found')
  expect(await give(member, couponGrant)).toBe('conflict')
  expect(await addresses(world)).toEqual([])
  const grants = await world.ctx.db.read.select({ given: grant.given }).from(grant)
  expect(grants.filter(({ given }) => 'hasAddress' in given && given.hasAddress)).toEqual([])
})

test('an address without consent, or that could not be delivered to, is refused', async () => {
  await using world = await aWorld()
  const { member, thingGrant } = await aWinner(world)
  const wrong: Record<string, unknown>[] = [
    { consent: false },
    { consent: undefined },
    { name: ' ' },
    { name: '名'.repeat(31) },
    { phone: '12345678901' },
    { phone: '1380013800' },
    { phone: 'tel:13800138000' },
    { region: '' },
    { detail: '1 号' },
    { detail: `长江路\u0000 8 号` },
  ]
  for (const over of wrong) {
    const input = { grantId: thingGrant, ...ADDRESS, ...over } as never
    await expect(giveAddress({ ctx: member, input }), JSON.stringify(over)).rejects.toThrow()
  }
  expect(await addresses(world)).toEqual([])
})

test('an international number is one too', async () => {
  await using world = await aWorld()
  const { member, thingGrant } = await aWinner(world)
  const input = { grantId: thingGrant, ...ADDRESS, phone: '+852 6123 4567' }
  expect(await giveAddress({ ctx: member, input })).toEqual({ ok: true })
})
