import { expect, test } from 'vitest'
import { chanceBalance, chanceEntry, draw, formSubmission, requestOutcome, type Tx } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aLeadForm, CONSENT } from '@/src/testing/builders/lead-form'
import { aPublishedTool, type PublishedTool } from '@/src/testing/builders/published-tool'
import { aCoupon, aPartnerVoucher, someCash } from '@/src/testing/builders/rewards'
import { comesBetween } from '@/src/testing/comes-between'
import { aWorld, type World } from '@/src/testing/world'
import { tools } from '@/widgets/registry.tools.gen'
import type { MemberContext } from '../context'
import { importCodes } from '../rewards'
import { bringWallets } from '../wallets'
import type { ActionRequest } from './batch'
import { settle } from './settle'

/*
 * What another process did between reading and writing: whichever row it moved, the batch that was
 * decided on the row as it was is not written, and says which row it was.
 */

const DAY_MS = 86_400_000

function aWall(world: World, o: { stock?: number; budgetFen?: number; perMember?: number } = {}) {
  const { stock = 100, budgetFen = 1_000_000, perMember = 9 } = o
  return aPublishedTool(world, {
    type: 'coupon-wall',
    budgetFen,
    rewards: [aCoupon({ stock, amountFen: 100 })],
    config: ([rewardId]) => ({ coupons: [{ rewardId, perMember }] }),
  })
}

function somePackets(world: World, parts: number) {
  return aPublishedTool(world, {
    type: 'red-packet',
    budgetFen: 1_000_000,
    rewards: [someCash({ amountFen: 1_000, stock: 1_000 })],
    config: ([rewardId]) => ({
      ...tools['red-packet'].defaults,
      mode: 'share',
      rewardId,
      perDay: 99,
      totalFen: 1_000,
      parts,
      hours: 24,
    }),
  })
}

let keys = 0
const newKey = () => `stale-${String(++keys).padStart(20, '0')}`

function asked(
  { toolId }: PublishedTool,
  { member }: MemberContext,
  action: string,
  input: unknown,
  key = newKey(),
): ActionRequest {
  return { memberId: member?.id ?? '', toolId, action, input, key, inputHash: key }
}

/** One seed for all: two packets sent at the same time get the same name. */
const newSeed = () => '0123456789abcdef0123456789abcdef'

const settleIn = (world: World, tx: Tx, request: ActionRequest) =>
  settle(tx, [request], {
    now: world.clock.now(),
    timeZone: world.ctx.timeZone,
    submissionKey: world.ctx.submissionKey,
    newSeed,
  })

/** Settles a request; before its first write, `work` is done by somebody else. Answers what gave way. */
async function beaten(world: World, request: ActionRequest, work: (tx: Tx) => Promise<unknown>) {
  const settled = world.ctx.db.transaction((tx) => settleIn(world, comesBetween(tx, work), request))
  return settled.then(
    ([outcome]) => (outcome instanceof Error ? outcome.message : outcome?.status),
    (error) => error.what ?? String(error),
  )
}

/** The same, when somebody else's request came first. */
async function beatenBy(world: World, request: ActionRequest, other: ActionRequest) {
  const what = await beaten(world, request, async (tx) => {
    const [outcome] = await settleIn(world, tx, other)
    expect(outcome).toMatchObject({ status: expect.stringMatching(/^(granted|done)$/) })
  })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
  return what
}

async function aSentPacket(world: World, packets: PublishedTool) {
  const sent = await packets.act(await world.asMember(), 'send', {})
  return sent.status === 'done' ? (sent.detail as { packet: string }).packet : ''
}

test('money that somebody else reserved', async () => {
  await using world = await aWorld()
  const wall = await aWall(world, { budgetFen: 150 })
  const [rewardId] = wall.rewardIds
  const claim = async () => asked(wall, await world.asMember(), 'claim', { rewardId })
  expect(await beatenBy(world, await claim(), await claim())).toBe('budget')
})

test('the last one in stock', async () => {
  await using world = await aWorld()
  const wall = await aWall(world, { stock: 1 })
  const [rewardId] = wall.rewardIds
  const claim = async () => asked(wall, await world.asMember(), 'claim', { rewardId })
  expect(await beatenBy(world, await claim(), await claim())).toBe('stock')
})

test('a member’s own limit, reached elsewhere', async () => {
  await using world = await aWorld()
  const wall = await aWall(world, { perMember: 1 })
  const [rewardId] = wall.rewardIds
  const member = await world.asMember()
  const claim = () => asked(wall, member, 'claim', { rewardId })
  expect(await beatenBy(world, claim(), claim())).toBe('limits')
})

test('the same tap, answered elsewhere', async () => {
  await using world = await aWorld()
  const wall = await aWall(world)
  const [rewardId] = wall.rewardIds
  const tap = asked(wall, await world.asMember(), 'claim', { rewardId })
  expect(await beatenBy(world, tap, tap)).toBe('grants')
})

test('an answer under the same key that left nothing else', async () => {
  await using world = await aWorld()
  const wall = await aWall(world)
  const tap = asked(wall, await world.asMember(), 'claim', { rewardId: wall.rewardIds[0] })
  const { memberId, key, inputHash } = tap
  const answered = { memberId, key, inputHash, outcome: '{}', createdAt: world.clock.now() }
  expect(await beaten(world, tap, async (tx) => tx.insert(requestOutcome).values(answered))).toBe('outcomes')
})

test('a partner’s code, given elsewhere between being found and being taken', async () => {
  await using world = await aWorld()
  const wall = await aPublishedTool(world, {
    type: 'coupon-wall',
    budgetFen: 1_000_000,
    rewards: [aPartnerVoucher()],
    config: ([rewardId]) => ({ coupons: [{ rewardId, perMember: 1 }] }),
  })
  const [id = ''] = wall.rewardIds
  await importCodes({ ctx: wall.admin, input: { id }, bytes: Buffer.from('CODE1') })
  const claim = async () => asked(wall, await world.asMember(), 'claim', { rewardId: id })
  expect(await beatenBy(world, await claim(), await claim())).toBe('stock')
})

test('the money of the last part of a packet', async () => {
  await using world = await aWorld()
  const packets = await somePackets(world, 2)
  const packet = await aSentPacket(world, packets)
  const open = async () => asked(packets, await world.asMember(), 'openShared', { packet })
  await packets.act(await world.asMember(), 'openShared', { packet })
  expect(await beatenBy(world, await open(), await open())).toBe('budget')
})

test('the last part of a packet, while others still hold money', async () => {
  await using world = await aWorld()
  const packets = await somePackets(world, 2)
  const packet = await aSentPacket(world, packets)
  await aSentPacket(world, packets)
  const open = async () => asked(packets, await world.asMember(), 'openShared', { packet })
  await packets.act(await world.asMember(), 'openShared', { packet })
  expect(await beatenBy(world, await open(), await open())).toBe('holds')
})

test('a packet that somebody else opened a part of', async () => {
  await using world = await aWorld()
  const packets = await somePackets(world, 5)
  const packet = await aSentPacket(world, packets)
  await aSentPacket(world, packets)
  const open = async () => asked(packets, await world.asMember(), 'openShared', { packet })
  expect(await beatenBy(world, await open(), await open())).toBe('rows')
})

test('a packet of the same name, sent elsewhere', async () => {
  await using world = await aWorld()
  const packets = await somePackets(world, 2)
  const send = async () => asked(packets, await world.asMember(), 'send', {})
  expect(await beatenBy(world, await send(), await send())).toBe('holds')
})

test('points spent elsewhere', async () => {
  await using world = await aWorld()
  const mall = await aPublishedTool(world, {
    type: 'points-mall',
    rewards: [aCoupon()],
    config: ([rewardId]) => ({
      items: [{ rewardId, pointsPrice: 100, cashFen: 0, perMember: 99, tag: '' }],
      earnLink: '',
      topUpLink: '',
    }),
  })
  const member = await world.asMember()
  const now = world.clock.now()
  const has = { points: 150, pointsUntil: new Date(now.getTime() + DAY_MS), cashFen: 0 }
  await world.ctx.db.transaction((tx) =>
    bringWallets(tx, [{ memberId: member.member?.id ?? '', ...has }], now),
  )
  const redeem = () => asked(mall, member, 'redeem', { rewardId: mall.rewardIds[0] })
  expect(await beatenBy(world, redeem(), redeem())).toBe('wallets')
})

/** A lottery that always wins the same coupon, and a member with one chance in it. */
async function aDraw(world: World) {
  const lottery = await aPublishedTool(world, {
    type: 'lottery',
    rewards: [aCoupon()],
    config: ([rewardId]) => ({
      ...tools.lottery.defaults,
      prizes: [
        {
          key: 'coupon',
          name: '券',
          gives: 'reward',
          rewardId,
          weight: 1_000_000,
          isFallback: true,
          image: '',
        },
      ],
      freePerDay: 0,
      freePerCampaign: 0,
      pointsPerChance: 0,
      alsoGiven: true,
    }),
  })
  const member = await world.asMember()
  const of = { toolId: lottery.toolId, memberId: member.member?.id ?? '' }
  const gift = { cause: 'gift' as const, causeId: 'g', amount: 1, createdAt: world.clock.now() }
  await world.ctx.db.transaction(async (tx) => {
    await tx.insert(chanceEntry).values({ ...of, ...gift })
    await tx.insert(chanceBalance).values({ ...of, balance: 1 })
  })
  return { of, gift, tap: () => asked(lottery, member, 'draw', {}) }
}

test('a chance is taken from whoever used it', async () => {
  await using world = await aWorld()
  const { of, tap } = await aDraw(world)
  const other = { ...of, memberId: (await world.asMember()).member?.id ?? '' }
  await world.ctx.db.transaction((tx) =>
    tx
      .insert(chanceBalance)
      .values({ ...other, balance: 1 })
      .returning(),
  )
  const [outcome] = await world.ctx.db.transaction((tx) => settleIn(world, tx, tap()))
  expect(outcome).toMatchObject({ status: 'granted' })
  const rows = await world.ctx.db.read.select().from(chanceBalance)
  expect(Object.fromEntries(rows.map(({ memberId, balance }) => [memberId, balance]))).toEqual({
    [of.memberId]: 0,
    [other.memberId]: 1,
  })
})

test('the last chance, used elsewhere', async () => {
  await using world = await aWorld()
  const { tap } = await aDraw(world)
  expect(await beatenBy(world, tap(), tap())).toBe('chances')
})

test('a chance that was taken under the same key', async () => {
  await using world = await aWorld()
  const { of, gift, tap } = await aDraw(world)
  const request = tap()
  const taken = { ...of, ...gift, cause: 'draw' as const, causeId: request.key, amount: -1 }
  expect(await beaten(world, request, async (tx) => tx.insert(chanceEntry).values(taken))).toBe(
    'chance entries',
  )
})

test('a draw that was made under the same key', async () => {
  await using world = await aWorld()
  const { of, tap } = await aDraw(world)
  const request = tap()
  const prize = { drawn: 'coupon', given: 'coupon', drawsBefore: 0, lossesBefore: 0 }
  const made = { ...of, ...prize, key: request.key, revision: 1, seed: '00', drawnAt: world.clock.now() }
  expect(await beaten(world, request, async (tx) => tx.insert(draw).values(made))).toBe('draws')
})

test('a form that was sent in under the same key', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world, { config: { limit: 'often' } })
  const member = await world.asMember()
  const answers = { name: '李小满', phone: '13800138000' }
  const request = asked(form, member, 'submit', { answers, consent: CONSENT })
  const sent = {
    id: 'sub_0000000001',
    toolId: form.toolId,
    memberId: member.member?.id ?? '',
    key: request.key,
    revision: 1,
    sealed: '',
    submittedAt: world.clock.now(),
  }
  expect(await beaten(world, request, async (tx) => tx.insert(formSubmission).values(sent))).toBe(
    'submissions',
  )
})
