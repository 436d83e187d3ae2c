import { expect, test } from 'vitest'
import { type Tx, taxIdentity } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aThing, someCash } from '@/src/testing/builders/rewards'
import { wonPrizes } from '@/src/testing/builders/won-prizes'
import { aWorld, type World } from '@/src/testing/world'
import type { MemberContext } from '../context'
import { myRewards, revokeGrant } from '../grants'
import { withdraw } from '../payouts'
import { exportShipments, listPrizes, shippingTotals } from '../shipping'
import { exportTaxes } from '../taxes'
import { giveIdentity } from './give'
import { IDENTITY_FROM_FEN } from './required'

const ZHANG = { name: '张三', number: '11010519491231002X' }
const LI = { name: '李小满', number: '440524198001010013' }
const taxClass = 'incidental' as const
const budgetFen = 10_000_000

const give = (ctx: MemberContext, over: Record<string, unknown> = {}) =>
  giveIdentity({ ctx, input: { ...ZHANG, consent: true, ...over } as never })
const kept = (world: World) => world.ctx.db.read.select().from(taxIdentity)
const statusOf = async (ctx: MemberContext) => (await myRewards({ ctx, input: {} })).identity
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string; details: { code: string }[] }) => error.details?.[0]?.code ?? error.code,
  )

test('an identity is kept where only the installation’s key can read it, and answered masked', async () => {
  await using world = await aWorld()
  const member = await world.asMember()
  const typed = { name: ' 张三 ', number: ' 110105 19491231 002x' }
  const answer = await give(member, typed)
  expect(answer).toEqual({ ok: true, name: '张*', number: '110***********002X' })
  const [row] = await kept(world)
  expect(row).toMatchObject({ memberId: member.member?.id, consentedAt: world.clock.now(), declaredAt: null })
  const stored = JSON.stringify(row) + Buffer.from(row?.sealed ?? '', 'base64').toString('utf8')
  for (const part of ['张三', '110105', '19491231', '002X']) expect(stored).not.toContain(part)
  // The same twice is not the same to whoever reads the table.
  await give(member)
  expect((await kept(world))[0]?.sealed).not.toBe(row?.sealed)
})

test('garbage, a wrong last character, a day to come and a missing yes are refused, and nothing is kept', async () => {
  await using world = await aWorld()
  world.clock.set('2026-11-11T00:00:00.000Z')
  const member = await world.asMember()
  const wrong: Record<string, unknown>[] = [
    { consent: false },
    { consent: undefined },
    { name: '' },
    { name: '张' },
    { name: '<b>张三</b>' },
    { name: '张三\u0000' },
    { name: '名'.repeat(31) },
    { number: '' },
    { number: '1'.repeat(9_000) },
    { number: 110105194912310020 },
    { number: 'E12345678' },
    { number: '110105194912310021' },
    { number: '110105194913310020' },
  ]
  for (const over of wrong)
    await expect(give(member, over), JSON.stringify(over).slice(0, 60)).rejects.toThrow()
  expect(await codeOf(give(member, { number: '110105194912310021' }))).toBe('not_an_id_number')
  expect(await codeOf(give(world.asNobody()))).toBe('unauthenticated')
  expect(await kept(world)).toEqual([])
})

test('a large prize of chance is on no list until its member says who they are, a small one is', async () => {
  await using world = await aWorld()
  const rewards = [
    { ...aThing({ costFen: IDENTITY_FROM_FEN, title: '电视' }), taxClass },
    { ...aThing({ costFen: IDENTITY_FROM_FEN - 1, title: '音箱' }), taxClass },
    aThing({ costFen: IDENTITY_FROM_FEN, title: '满赠' }),
  ]
  const { win, rewardIds } = await wonPrizes(world, { rewards, budgetFen })
  const large = await win(undefined, rewardIds[0])
  expect(await statusOf(large.member)).toBe('missing')
  for (const { give, member } of [await win(undefined, rewardIds[1]), await win(undefined, rewardIds[2])]) {
    await give()
    expect(await statusOf(member)).toBe('not_needed')
  }
  const ctx = await world.as('support')
  const stages = async () => (await listPrizes({ ctx, input: {} })).items.map(({ stage }) => stage)
  const totals = async () =>
    Object.fromEntries((await shippingTotals({ ctx, input: {} })).map(({ stage, count }) => [stage, count]))
  expect(await stages()).toEqual(['ready', 'ready', 'no_address'])
  await large.give()
  expect(await stages()).toEqual(['ready', 'ready', 'no_identity'])
  expect(await totals()).toMatchObject({ no_identity: 1, ready: 2 })
  expect((await listPrizes({ ctx, input: { stage: 'no_identity' } })).items).toHaveLength(1)
  expect(await exportShipments({ ctx, input: {} })).toMatchObject({ count: 2, left: 0 })
  expect(await codeOf(exportShipments({ ctx, input: {} }))).toBe('nothing_to_ship')

  // Of somebody else it says nothing.
  await give(await world.asMember())
  expect(await totals()).toMatchObject({ no_identity: 1, ready: 0 })
  await give(large.member)
  expect(await statusOf(large.member)).toBe('given')
  expect(await totals()).toMatchObject({ no_identity: 0, ready: 1 })
  expect(await exportShipments({ ctx, input: {} })).toMatchObject({ count: 1 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

/** A wall with cash on which identity is asked for, and a member who may claim it. */
async function aCashWall(world: World) {
  const wall = await aPublishedTool(world, {
    type: 'coupon-wall',
    rewards: [
      { ...someCash({ amountFen: IDENTITY_FROM_FEN }), taxClass },
      { ...someCash({ amountFen: 500 }), taxClass },
    ],
    budgetFen,
    config: (rewardIds) => ({ coupons: rewardIds.map((rewardId) => ({ rewardId, perMember: 9 })) }),
  })
  const claim = async (ctx: MemberContext, at: 0 | 1) => {
    const outcome = await wall.act(ctx, 'claim', { rewardId: wall.rewardIds[at] })
    world.clock.advance(1)
    return outcome.status === 'granted' ? (outcome.rewards[0]?.id ?? '') : outcome.status
  }
  return { claim }
}

const take = (ctx: MemberContext, key: string, amountFen = 100) =>
  withdraw({ ctx, input: { key: `key-${key}`, amountFen } })

test('cash of a large prize is taken out once its member says who they are', async () => {
  await using world = await aWorld()
  const { claim } = await aCashWall(world)
  const member = await world.asMember()
  await claim(member, 1)
  expect(await take(member, 'small')).toMatchObject({ status: 'requested' })
  await claim(member, 0)
  const cashFen = IDENTITY_FROM_FEN + 500 - 100
  const refused = { status: 'refused', rule: 'identity_required', cashFen }
  expect(await take(member, 'large')).toEqual(refused)
  const other = await world.asMember()
  await claim(other, 1)
  expect(await take(other, 'theirs')).toMatchObject({ status: 'requested' })
  // What it was asked for before still answers as it did.
  expect(await take(member, 'small')).toMatchObject({ status: 'requested', cashFen })
  await give(member)
  expect(await take(member, 'large')).toMatchObject({ status: 'requested', cashFen: cashFen - 100 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a large prize that was taken back holds nothing back', async () => {
  await using world = await aWorld()
  const { claim } = await aCashWall(world)
  const member = await world.asMember()
  await claim(member, 1)
  const id = await claim(member, 0)
  await revokeGrant({ ctx: await world.as('support'), input: { id, reason: '重复' } })
  expect(await take(member, 'rest')).toMatchObject({ status: 'requested' })
  expect(await statusOf(member)).toBe('not_needed')
})

test('a declaration names those who said who they are, and from then on they stay as they are', async () => {
  await using world = await aWorld()
  const { claim } = await aCashWall(world)
  const [named, unnamed] = [await world.asMember(), await world.asMember()]
  await claim(named, 0)
  await claim(unnamed, 0)
  await give(named, LI)
  expect(await give(named)).toMatchObject({ ok: true })
  const ctx = await world.as('finance')
  const month = world.clock.now().toISOString().slice(0, 7)
  const { csv, count } = await exportTaxes({ ctx, input: { month } })
  expect(count).toBe(2)
  const rows = csv.trim().split('\r\n').slice(1)
  // No spreadsheet takes it for a number, of which it would keep fifteen digits.
  expect(rows.map((row) => row.split(',').slice(-2))).toEqual([
    ['张三', "'11010519491231002X"],
    ['', ''],
  ])
  expect(await statusOf(named)).toBe('declared')
  expect(await give(named, LI)).toEqual({ ok: false, rule: 'declared' })
  expect(await give(unnamed, LI)).toMatchObject({ ok: true })
  const declaredAt = (await kept(world)).find(({ declaredAt }) => declaredAt)?.declaredAt
  world.clock.advance(60_000)
  expect((await exportTaxes({ ctx, input: { month } })).csv).toContain("张三,'11010519491231002X")
  // It tells since when it has been fixed.
  const declared = (await kept(world)).map((row) => row.declaredAt)
  expect(declared).toContainEqual(declaredAt)
  expect(declared).toContainEqual(world.clock.now())
})

test('an identity that was changed, moved or sealed with another key is told, not guessed', async () => {
  await using world = await aWorld()
  const { claim } = await aCashWall(world)
  const [member, other] = [await world.asMember(), await world.asMember()]
  await claim(member, 0)
  await give(member)
  await give(other, LI)
  const rows = await kept(world)
  const own = rows.find(({ memberId }) => memberId === member.member?.id)?.sealed ?? ''
  const theirs = rows.find(({ memberId }) => memberId === other.member?.id)?.sealed ?? ''
  const bytes = Buffer.from(own, 'base64')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  const ctx = await world.as('finance')
  const month = world.clock.now().toISOString().slice(0, 7)
  const declare = (over = {}) => codeOf(exportTaxes({ ctx: { ...ctx, ...over }, input: { month } }))
  const put = (sealed: string) => world.ctx.db.transaction((tx: Tx) => tx.update(taxIdentity).set({ sealed }))
  for (const sealed of [bytes.toString('base64'), own.slice(0, 20), '', 'garbage', theirs]) {
    await put(sealed)
    expect(await declare(), sealed).toBe('identity_unreadable')
  }
  await put(own)
  expect(await declare({ identityKey: Buffer.alloc(32, 9) })).toBe('identity_unreadable')
  // Nothing of a declaration that failed holds.
  expect(await statusOf(member)).toBe('given')
  expect(await declare()).toBe('done')
})
