import { expect, test } from 'vitest'
import { counter, eq, grant, hold, redemption, sql, type Tx, voucherCode } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aPartnerVoucher, someCash } from '@/src/testing/builders/rewards'
import { comesBetween } from '@/src/testing/comes-between'
import { tamper } from '@/src/testing/tamper'
import { aWorld, type World } from '@/src/testing/world'
import { tools } from '@/widgets/registry.tools.gen'
import { moveMoney, readAccounts } from '../budgets/transfer'
import { importCodes } from '../rewards'
import { readToolRows, rowText, writeToolRows } from '../tools/rows'
import { giveBack, takeCounters } from './counters'
import { changeGrant, readGrantRows } from './grant-rows'
import { takeFromHolds } from './holds'
import { redeemGrants } from './redeem'
import { releaseHolds } from './release-holds'
import { reverseRedemption } from './reverse'
import { revokeGrant } from './revoke'
import { assignCodes } from './voucher-codes'

/* Each row that is written on what was read of it: when it moved meanwhile nothing is written. */

const HOUR_MS = 3_600_000
const inTransaction = <T>(world: World, work: (tx: Tx) => Promise<T>) => world.ctx.db.transaction(work)
const whatOf = (done: Promise<unknown>) =>
  done.then(
    () => 'written',
    (error) => error.what ?? String(error),
  )

async function aGrant(world: World) {
  const wall = await aCouponWall(world, { amountFen: 1_000 })
  const member = await world.asMember()
  const outcome = await wall.claim(member)
  const id = outcome.status === 'granted' ? (outcome.rewards[0]?.id ?? '') : ''
  return { id, memberId: member.member?.id ?? '', campaignId: wall.campaignId }
}

/** Two packets of ¥10 in five parts, sent an hour ago. */
async function twoPackets(world: World) {
  const packets = await aPublishedTool(world, {
    type: 'red-packet',
    rewards: [someCash({ amountFen: 1_000, stockPerDay: 50 })],
    config: ([rewardId]) => ({
      ...tools['red-packet'].defaults,
      mode: 'share',
      rewardId,
      perDay: 9,
      totalFen: 1_000,
      parts: 5,
      hours: 1,
    }),
  })
  const member = await world.asMember()
  for (let i = 0; i < 2; i++) expect((await packets.act(member, 'send', {})).status).toBe('done')
  return packets
}

const MOVED: [what: string, change: object][] = [
  ['was used', { state: 'expired' }],
  ['was taken back in part', { redeemedFen: 1 }],
  ['was locked', { state: 'locked', lockedBy: 'o-2' }],
]

test.each(MOVED)('a grant that %s meanwhile is not changed', async (_, change) => {
  await using world = await aWorld()
  const { id } = await aGrant(world)
  const changed = inTransaction(world, async (tx) => {
    const was = (await readGrantRows(tx, [id])).get(id)?.grant
    if (!was) throw new Error('no grant')
    await tx.update(grant).set(change).where(eq(grant.id, id))
    await changeGrant(tx, was, { redeemedFen: 7 })
  })
  expect(await whatOf(changed)).toBe('grants')
})

test('a lock that another order took meanwhile is not another’s to let go', async () => {
  await using world = await aWorld()
  const { id } = await aGrant(world)
  const changed = inTransaction(world, async (tx) => {
    await tx.update(grant).set({ state: 'locked', lockedBy: 'o-1' }).where(eq(grant.id, id))
    const was = (await readGrantRows(tx, [id])).get(id)?.grant
    if (!was) throw new Error('no grant')
    await tx.update(grant).set({ lockedBy: 'o-2' }).where(eq(grant.id, id))
    await changeGrant(tx, was, { state: 'granted', lockedBy: null })
  })
  expect(await whatOf(changed)).toBe('grants')
})

test('a redemption that was taken back meanwhile is not taken back again', async () => {
  await using world = await aWorld()
  const { id, memberId } = await aGrant(world)
  const now = world.clock.now()
  const used = { grantId: id, memberId, orderRef: 'o', costFen: 900, lines: [], idempotency: 'o' }
  const { redemptions } = await inTransaction(world, (tx) => redeemGrants(tx, [used], now))
  const redemptionId = redemptions[0]?.id ?? ''
  const meanwhile = (tx: Tx) => tx.update(redemption).set({ reversedFen: 1 })
  const reversed = inTransaction(world, (tx) =>
    reverseRedemption(
      comesBetween(tx, meanwhile),
      { redemptionId, amountFen: 100, reason: 'r', idempotency: 'r' },
      now,
    ),
  )
  expect(await whatOf(reversed)).toBe('redemptions')
})

test('money that was spent meanwhile is not moved', async () => {
  await using world = await aWorld()
  const { campaignId } = await aGrant(world)
  const moved = inTransaction(world, async (tx) => {
    const own = (await readAccounts(tx, [campaignId])).get(campaignId)
    if (!own) throw new Error('no accounts')
    const transfer = { from: own.reserved, to: own.allocated, amountFen: 1_001, merchantFen: 0 }
    await moveMoney(tx, [{ ...transfer, cause: 'release', causeId: 'x' }], world.clock.now())
  })
  expect(await whatOf(moved)).toBe('budget')
})

test('counters and holds give no more than they have, each by its own key', async () => {
  await using world = await aWorld()
  await inTransaction(world, async (tx) => {
    const row = (key: string, used: number) => ({ scope: 's', key, used, cap: 10 })
    await tx.insert(counter).values([row('a', 3), row('b', 0)])
    const take = (key: string, amount: number) => ({ scope: 's', key, amount, cap: 10 })
    expect(await takeCounters(tx, [take('a', 8)], 'row')).toBe(false)
    expect(await giveBack(tx, [{ scope: 's', key: 'b', amount: 1 }])).toBe(false)
    expect(await giveBack(tx, [{ scope: 's', key: 'a', amount: 2 }])).toBe(true)
    const rows = await tx.select().from(counter).where(eq(counter.scope, 's'))
    expect(rows.map(({ key, used }) => [key, used]).sort()).toEqual([
      ['a', 1],
      ['b', 0],
    ])
  })
  await twoPackets(world)
  await inTransaction(world, async (tx) => {
    const [first] = await tx.select().from(hold)
    const of = { id: first?.id ?? '', until: world.clock.now() }
    expect(await takeFromHolds(tx, [{ ...of, count: 6, amountFen: 1 }])).toBe(false)
    expect(await takeFromHolds(tx, [{ ...of, count: 1, amountFen: 1_001 }])).toBe(false)
    expect(await takeFromHolds(tx, [{ ...of, count: 5, amountFen: 1_000 }])).toBe(true)
  })
})

test('a tool’s row is written by its own key, and only as it was read', async () => {
  await using world = await aWorld()
  const { toolId } = await twoPackets(world)
  await inTransaction(world, async (tx) => {
    const now = world.clock.now()
    const key = (name: string) => ({ toolId, key: name })
    const write = (name: string, value: string, revision: number) =>
      writeToolRows(tx, [{ ...key(name), value, revision }], now)
    expect([await write('a', 'a1', 0), await write('b', 'b1', 0)]).toEqual([true, true])
    expect(await write('a', 'a2', 1)).toBe(true)
    expect(await write('a', 'late', 1)).toBe(false)
    const rows = await readToolRows(tx, [key('a'), key('b')])
    expect(['a', 'b'].map((name) => rows.get(rowText(key(name)))?.value)).toEqual(['a2', 'b1'])
  })
})

test('a code that was found free and given meanwhile is not given again', async () => {
  await using world = await aWorld()
  const wall = await aPublishedTool(world, {
    type: 'coupon-wall',
    rewards: [aPartnerVoucher()],
    config: ([rewardId]) => ({ coupons: [{ rewardId, perMember: 1 }] }),
  })
  const [id = ''] = wall.rewardIds
  await importCodes({ ctx: wall.admin, input: { id }, bytes: Buffer.from('CODE1\nCODE2') })
  const meanwhile = (tx: Tx) =>
    tx.update(voucherCode).set({ grantId: 'x' }).where(eq(voucherCode.code, 'CODE1'))
  const codes = await inTransaction(world, (tx) => assignCodes(comesBetween(tx, meanwhile), id, ['a', 'b']))
  expect(codes).toBeUndefined()
})

test.each([{ leftFen: 900 }, { countLeft: 4 }])(
  'a hold of which %o was left meanwhile is read again before it is released',
  async (change) => {
    await using world = await aWorld()
    await twoPackets(world)
    world.clock.advance(HOUR_MS)
    let tries = 0
    const transaction: World['ctx']['db']['transaction'] = (work) =>
      world.ctx.db.transaction((tx) =>
        work(tries++ === 0 ? comesBetween(tx, (other) => other.update(hold).set(change)) : tx),
      )
    await releaseHolds({ ...world.ctx, db: { ...world.ctx.db, transaction } })
    expect(tries).toBe(2)
    expect(await bookErrors(world.ctx.db.read)).toEqual([])
  },
)

test('stock that was given back meanwhile is read again before a revoked grant gives its own back', async () => {
  await using world = await aWorld()
  const { id } = await aGrant(world)
  const admin = await world.as('admin')
  let tries = 0
  const transaction: World['ctx']['db']['transaction'] = (work) =>
    world.ctx.db.transaction((tx) =>
      work(tries++ === 0 ? comesBetween(tx, (other) => other.update(counter).set({ used: 0 }), counter) : tx),
    )
  const ctx = { ...admin, db: { ...world.ctx.db, transaction } }
  await revokeGrant({ ctx, input: { id, reason: '误发' } })
  expect(tries).toBe(2)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

const SHORT: [what: string, of: string, spoil: string][] = [
  ['an account', 'budget', `update account set balance_fen = 1 where kind = 'reserved' and balance_fen > 0`],
  ['the stock', 'stock', `update counter set used = 0 where scope = 'stock'`],
  ['the stock of the day', 'limits', `update counter set used = 0 where scope like 'stock-day:%'`],
]

test.each(SHORT)('when %s has less than is to be given back, nothing is', async (_, what, spoil) => {
  await using world = await aWorld()
  await twoPackets(world)
  await tamper(world, [spoil])
  world.clock.advance(HOUR_MS)
  expect(await whatOf(releaseHolds(world.ctx))).toBe(what)
  const left = await world.ctx.db.read.select({ left: sql<number>`sum(${hold.leftFen})` }).from(hold)
  expect(Number(left[0]?.left)).toBe(2_000)
})
