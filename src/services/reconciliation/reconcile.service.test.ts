import { expect, test } from 'vitest'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aCoupon, aPartnerVoucher, someCash } from '@/src/testing/builders/rewards'
import { tamper } from '@/src/testing/tamper'
import { aWorld, type World } from '@/src/testing/world'
import { tools } from '@/widgets/registry.tools.gen'
import type { MemberContext } from '../context'
import { redeemGrants } from '../grants/redeem'
import { reverseRedemption } from '../grants/reverse'
import { lockCoupons, redeemOrder, reverseOrder, setPointsRule } from '../redemption'
import { importCodes } from '../rewards'
import { bringWallets } from '../wallets'
import { reconcile } from './reconcile'

const DAY_MS = 86_400_000
const idOf = ({ member }: MemberContext) => member?.id ?? ''

/** A coupon that was redeemed and partly taken back and one that is open, a code, a held packet, wallets. */
async function aBusyShop(world: World) {
  const coupons = await aPublishedTool(world, {
    type: 'coupon-wall',
    rewards: [aCoupon({ amountFen: 2_000 }), aPartnerVoucher()],
    config: ([coupon, voucher]) => ({
      coupons: [coupon, voucher].map((rewardId) => ({ rewardId, perMember: 1 })),
    }),
  })
  const packets = await aPublishedTool(world, {
    type: 'red-packet',
    rewards: [someCash({ amountFen: 1_000, stockPerDay: 50 })],
    config: ([rewardId]) => ({ ...tools['red-packet'].defaults, mode: 'share', rewardId, parts: 5 }),
  })
  const [coupon = '', voucher = ''] = coupons.rewardIds
  await importCodes({ ctx: coupons.admin, input: { id: voucher }, bytes: Buffer.from('CODE1\nCODE2') })
  const [first, second] = [await world.asMember(), await world.asMember()]
  const now = world.clock.now()
  const pointsUntil = new Date(now.getTime() + 90 * DAY_MS)
  await world.ctx.db.transaction((tx) =>
    bringWallets(tx, [{ memberId: idOf(first), points: 300, pointsUntil, cashFen: 500 }], now),
  )
  await coupons.act(second, 'claim', { rewardId: coupon })
  await coupons.act(second, 'claim', { rewardId: voucher })
  const sent = await packets.act(first, 'send', {})
  expect(sent.status).toBe('done')
  const claimed = await coupons.act(first, 'claim', { rewardId: coupon })
  const grantId = claimed.status === 'granted' ? (claimed.rewards[0]?.id ?? '') : ''
  await world.ctx.db.transaction(async (tx) => {
    const used = { grantId, memberId: idOf(first), orderRef: 'o-1', costFen: 1_500, lines: [] }
    const { redemptions } = await redeemGrants(tx, [{ ...used, idempotency: 'o-1' }], now)
    const redemptionId = redemptions[0]?.id ?? ''
    await reverseRedemption(tx, { redemptionId, amountFen: 400, reason: 'r', idempotency: 'r-1' }, now)
  })
  await somePointsBack(first, coupons)
}

/** An order that points came off, and of which a half came back. */
async function somePointsBack(ctx: MemberContext, { admin, campaignId }: PublishedTool) {
  const rule = { isOn: true, campaignId, stepPoints: 100, stepFen: 100, mostPpm: 1_000_000 }
  await setPointsRule({ ctx: admin, input: rule })
  const order = { orderRef: 'o-2', lines: [{ lineId: 'a', sku: 'a', unitFen: 400, quantity: 2 }] }
  await lockCoupons({ ctx, input: { key: 'lock-o-2', order, grantIds: [], points: 200 } })
  await redeemOrder({ ctx, input: { key: 'redeem-o-2', orderRef: 'o-2' } })
  const returned = [{ lineId: 'a', quantity: 1 }]
  await reverseOrder({ ctx, input: { key: 'back-o-2', orderRef: 'o-2', returned, reason: '退货' } })
}

type PublishedTool = Awaited<ReturnType<typeof aPublishedTool>>

const books = (world: World) => world.ctx.db.snapshot((read) => reconcile(read))

const OF_RESERVED = `where kind = 'reserved' and balance_fen > 0`
const OF_ALLOCATED = `where kind = 'allocated' and balance_fen < 1000000`
const RESERVATION = `where id = (select min(id) from entry where cause = 'reservation')`
const OF_REDEEMED = `where redeemed_fen > 0`

/** What was done to the books, how it is undone, and which checks must tell. */
const SPOILT: [what: string, spoil: string, mend: string, told: string[]][] = [
  [
    'a balance that no entry moved',
    `update account set balance_fen = balance_fen + 7 ${OF_RESERVED}`,
    `update account set balance_fen = balance_fen - 7 ${OF_RESERVED}`,
    ['account_balances', 'zero_sum', 'reserved'],
  ],
  [
    'an account below zero',
    `update account set balance_fen = balance_fen - 2000000 ${OF_ALLOCATED}`,
    `update account set balance_fen = balance_fen + 2000000 ${OF_ALLOCATED}`,
    ['account_balances', 'zero_sum', 'accounts_below_zero'],
  ],
  [
    'an entry of which a merchant bears more than all',
    `update entry set merchant_fen = amount_fen + 1 ${RESERVATION}`,
    `update entry set merchant_fen = 0 ${RESERVATION}`,
    ['entry_sides'],
  ],
  [
    'an entry whose grant is not there',
    `update entry set cause_id = 'x' || cause_id ${RESERVATION}`,
    `update entry set cause_id = substr(cause_id, 2) ${RESERVATION}`,
    ['entry_causes'],
  ],
  [
    'an entry that takes back what never was',
    `update entry set reverses = 'x' || reverses where reverses is not null`,
    `update entry set reverses = substr(reverses, 2) where reverses is not null`,
    ['entries_taken_back'],
  ],
  [
    'a grant that is said to have cost more',
    `update reward_grant set redeemed_fen = redeemed_fen + 1 ${OF_REDEEMED}`,
    `update reward_grant set redeemed_fen = redeemed_fen - 1 ${OF_REDEEMED}`,
    ['spent', 'grant_costs', 'points_used'],
  ],
  [
    'a tax on what is not taxed',
    `update reward_grant set tax_fen = 1 ${OF_REDEEMED}`,
    `update reward_grant set tax_fen = 0 ${OF_REDEEMED}`,
    ['taxes'],
  ],
  [
    'a redemption that is said to have been taken back less',
    'update redemption set reversed_fen = reversed_fen - 1',
    'update redemption set reversed_fen = reversed_fen + 1',
    ['grant_costs', 'redemptions_taken_back'],
  ],
  [
    'stock that nobody has',
    `update counter set used = used + 1 where scope = 'stock'`,
    `update counter set used = used - 1 where scope = 'stock'`,
    ['stock'],
  ],
  [
    'stock of a day that nobody has',
    `update counter set used = used + 1 where scope like 'stock-day:%'`,
    `update counter set used = used - 1 where scope like 'stock-day:%'`,
    ['stock_by_day'],
  ],
  [
    'stock of a day that was not counted',
    `update counter set used = used - 1 where scope like 'stock-day:%'`,
    `update counter set used = used + 1 where scope like 'stock-day:%'`,
    ['stock_by_day'],
  ],
  [
    'a grant with a code that is not its own',
    `update voucher_code set code = 'x' || code where grant_id is not null`,
    `update voucher_code set code = substr(code, 2) where grant_id is not null`,
    ['voucher_codes'],
  ],
  [
    'cash from nowhere',
    `update wallet set balance = balance + 1 where unit = 'cash'`,
    `update wallet set balance = balance - 1 where unit = 'cash'`,
    ['wallets'],
  ],
  [
    'points that lie in no lot',
    'update point_lot set left_points = left_points - 1',
    'update point_lot set left_points = left_points + 1',
    ['point_lots'],
  ],
  [
    'points of an order that came back, but not to the member',
    'update points_use set given_back = given_back - 1',
    'update points_use set given_back = given_back + 1',
    ['points_used', 'points_given_back'],
  ],
]

test('each way to spoil the books is told by the checks it concerns, and by no other', async () => {
  await using world = await aWorld()
  await aBusyShop(world)
  expect((await books(world)).differences).toEqual([])
  for (const [what, spoil, mend, told] of SPOILT) {
    await tamper(world, [spoil])
    const { differences, differenceCount } = await books(world)
    expect([what, ...new Set(differences.map(({ check }) => check))]).toEqual([what, ...told])
    expect(differenceCount).toBe(differences.length)
    await tamper(world, [mend])
    expect([what, ...(await books(world)).differences]).toEqual([what])
  }
}, 60_000)

test('members past one slice are all looked at, and differences come by subject', async () => {
  await using world = await aWorld()
  const count = 12_001
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`
  const isSqlite = world.databaseUrl.startsWith('sqlite:')
  const at = isSqlite ? '0' : "'2026-11-11T00:00:00Z'"
  const id = `'m' || (100000 + i)`
  await tamper(world, [
    `insert into member (id, shop_member_id, nickname, is_demo, created_at)
       ${numbers} select ${id}, ${id}, 'n', ${isSqlite ? '0' : 'false'}, ${at} from n`,
    `insert into wallet (member_id, unit, balance) ${numbers} select ${id}, 'cash', i from n`,
    `insert into wallet_entry (id, member_id, unit, amount, cause, cause_id, created_at)
       ${numbers} select ${id}, ${id}, 'cash', i, 'opening', ${id}, ${at} from n where i <> ${count}`,
    `update wallet set balance = balance + 1 where member_id in ('m100001', 'm105000', 'm105001')`,
  ])
  const { differences, differenceCount, checked } = await books(world)
  expect(differences.map(({ subject, kept, counted }) => [subject, kept, counted])).toEqual([
    ['m100001 cash', 2, 1],
    ['m105000 cash', 5_001, 5_000],
    ['m105001 cash', 5_002, 5_001],
    ['m112001 cash', count, 0],
  ])
  expect(differenceCount).toBe(4)
  expect(checked.wallets).toBe(count)
}, 60_000)

test('what happens while it is checked makes no difference', async () => {
  await using world = await aWorld()
  await aBusyShop(world)
  const { differences } = await world.ctx.db.snapshot(async (read) => {
    await reconcile(read)
    await aBusyShop(world).catch(() => {})
    return reconcile(read)
  })
  expect(differences).toEqual([])
})

test('it stops between two slices when it is told to', async () => {
  await using world = await aWorld()
  const stop = AbortSignal.abort(new Error('stop'))
  await expect(world.ctx.db.snapshot((read) => reconcile(read, stop))).rejects.toThrow('stop')
})
