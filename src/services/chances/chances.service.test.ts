import { expect, test } from 'vitest'
import { chanceBalance, chanceEntry } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aLottery } from '@/src/testing/builders/lottery'
import { aKey } from '@/src/testing/builders/published-tool'
import { aWorld } from '@/src/testing/world'
import { createCombiner } from '../grants'
import { presentTools } from '../tools/present'
import { bringWallets } from '../wallets'
import { giveChances, giveChancesFor, readLedger } from './index'

const idOf = (ctx: { member: { id: string } | undefined }) => ctx.member?.id ?? ''

test('an order, a friend and a gift give chances once each, however often and wherever they are told', async () => {
  await using world = await aWorld()
  const lottery = await aLottery(world, { freePerDay: 0, alsoGiven: true })
  const memberId = idOf(await world.asMember())
  const { db } = world.ctx
  const tell = (cause: 'order' | 'friend' | 'login', causeId: string, amount: number) =>
    db.transaction((tx) =>
      giveChancesFor(tx, [{ toolId: lottery.toolId, memberId, cause, causeId, amount }], world.clock.now()),
    )
  const told = await Promise.all([
    tell('order', 'order-1', 2),
    tell('order', 'order-1', 2),
    tell('order', 'order-2', 1),
    tell('friend', 'order-1', 1),
    tell('login', '2026-11-11', 1),
    tell('login', '2026-11-11', 1),
  ])
  expect(told.reduce((sum, given) => sum + given, 0)).toBe(4)
  const gift = {
    toolId: lottery.toolId,
    memberIds: [memberId, memberId],
    amount: 3,
    reason: '补偿',
    key: aKey(),
  }
  expect(await giveChances({ ctx: lottery.admin, input: gift })).toEqual({ given: 1 })
  expect(await giveChances({ ctx: lottery.admin, input: gift })).toEqual({ given: 0 })

  const ledger = await readLedger({ ctx: lottery.admin, input: { toolId: lottery.toolId, memberId } })
  expect(ledger.left).toBe(8)
  expect(ledger.entries.map(({ cause, amount }) => `${cause} ${amount}`).sort()).toEqual([
    'friend 1',
    'gift 3',
    'login 1',
    'order 1',
    'order 2',
  ])
})

test('chances of the ledger are drawn with, shown, and never below none, in one batch and in two processes', async () => {
  await using world = await aWorld()
  const lottery = await aLottery(world, { freePerDay: 1 })
  const members = await Promise.all(Array.from({ length: 10 }, () => world.asMember()))
  const memberIds = members.map(idOf)
  await giveChances({
    ctx: lottery.admin,
    input: { toolId: lottery.toolId, memberIds, amount: 2, reason: '活动赠送', key: aKey() },
  })
  const shown = async () =>
    (
      (
        await presentTools(world.ctx, world.ctx.db.read, [lottery.toolId], {
          id: memberIds[0] ?? '',
          name: '',
        })
      )[lottery.toolId] as { chances: number }
    ).chances
  expect(await shown()).toBe(3)

  const { db, clock, timeZone } = world.ctx
  const elsewhere = createCombiner({ db, clock, timeZone })
  const outcomes = await Promise.all(
    [0, 1, 2, 3, 4].flatMap((round) =>
      members.map((ctx) =>
        lottery
          .act(round % 2 ? { ...ctx, combiner: elsewhere } : ctx, 'draw', {})
          .then(({ status }) => status),
      ),
    ),
  )
  expect(outcomes.filter((status) => status !== 'no_chance')).toHaveLength(30)
  expect(outcomes.filter((status) => status === 'no_chance')).toHaveLength(20)
  expect(await shown()).toBe(0)
  const balances = await db.read.select().from(chanceBalance)
  expect(balances.map(({ balance }) => balance)).toEqual(Array.from({ length: 10 }, () => 0))
  const entries = await db.read.select().from(chanceEntry)
  expect(entries.filter(({ cause }) => cause === 'draw')).toHaveLength(20)
  expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
  expect(await bookErrors(db.read)).toEqual([])
  await db.transaction((tx) => tx.update(chanceBalance).set({ balance: 1 }).returning())
  expect(await bookErrors(db.read)).toHaveLength(10)
})

test('points that are burnt for a chance are an entry, and a repeated tap is not a second one', async () => {
  await using world = await aWorld()
  const lottery = await aLottery(world, { freePerDay: 0, pointsPerChance: 100, buysPerDay: 2 })
  const ctx = await world.asMember()
  const now = world.clock.now()
  await world.ctx.db.transaction((tx) =>
    bringWallets(
      tx,
      [{ memberId: idOf(ctx), points: 250, pointsUntil: new Date(now.getTime() + 86_400_000), cashFen: 0 }],
      now,
    ),
  )
  const key = aKey()
  const buy = () => lottery.act(ctx, 'buyChance', {}, key)
  expect(await Promise.all([buy(), buy()])).toEqual([
    { status: 'done', detail: { chances: 1 } },
    { status: 'done', detail: { chances: 1 } },
  ])
  const input = { toolId: lottery.toolId, memberId: idOf(ctx) }
  expect(await readLedger({ ctx: lottery.admin, input })).toMatchObject({
    left: 1,
    entries: [{ cause: 'points', amount: 1, causeId: key }],
  })
})

test('a page that is visited gives a chance, which the next draw uses', async () => {
  await using world = await aWorld()
  const link = '/p/venue'
  const lottery = await aLottery(world, { freePerDay: 0, visits: [{ title: '会场', link }] })
  const ctx = await world.asMember()
  expect(await lottery.act(ctx, 'draw', {})).toEqual({ status: 'no_chance' })
  expect(await lottery.act(ctx, 'visit', { link })).toEqual({ status: 'done', detail: { chances: 1 } })
  expect((await lottery.act(ctx, 'visit', { link })).status).toBe('limit_reached')
  expect(['granted', 'no_prize']).toContain((await lottery.act(ctx, 'draw', {})).status)
  expect(await lottery.act(ctx, 'draw', {})).toEqual({ status: 'no_chance' })
  const input = { toolId: lottery.toolId, memberId: idOf(ctx) }
  const { left, entries } = await readLedger({ ctx: lottery.admin, input })
  expect(left).toBe(0)
  expect(entries.map(({ cause, amount }) => `${cause} ${amount}`).sort()).toEqual(['draw -1', 'visit 1'])
})

test('entries are never changed or deleted, and a balance never falls below none', async () => {
  await using world = await aWorld()
  const lottery = await aLottery(world)
  const memberId = idOf(await world.asMember())
  await giveChances({
    ctx: lottery.admin,
    input: { toolId: lottery.toolId, memberIds: [memberId], amount: 1, reason: '补偿', key: aKey() },
  })
  const { db } = world.ctx
  const attempts = [
    () => db.transaction((tx) => tx.update(chanceEntry).set({ amount: 9 }).returning()),
    () => db.transaction((tx) => tx.delete(chanceEntry).returning()),
    () => db.transaction((tx) => tx.update(chanceBalance).set({ balance: -1 }).returning()),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow()
})

test('chances are given by whoever may, to members there are, in tools that know them', async () => {
  await using world = await aWorld()
  const lottery = await aLottery(world)
  const memberId = idOf(await world.asMember())
  const input = { toolId: lottery.toolId, memberIds: [memberId], amount: 1, reason: '补偿', key: aKey() }
  await expect(giveChances({ ctx: await world.as('finance'), input })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const refused = (over: object) => giveChances({ ctx: lottery.admin, input: { ...input, ...over } })
  await expect(refused({ memberIds: ['mbr_0000000000'] })).rejects.toMatchObject({ code: 'not_found' })
  await expect(refused({ toolId: 'tool_0000000000' })).rejects.toMatchObject({ code: 'not_found' })
  for (const amount of [0, -1, 1.5, 1_001]) await expect(refused({ amount })).rejects.toThrow()
})
