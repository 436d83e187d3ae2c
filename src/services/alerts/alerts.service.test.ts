import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import type { AlertFacts } from '@/schemas/alert'
import { alert, grant, outbox } from '@/src/db'
import { aCouponWall, aKey } from '@/src/testing/builders/coupon-wall'
import { aMemberWithCoupons } from '@/src/testing/builders/held-coupons'
import { tamper } from '@/src/testing/tamper'
import { aWorld, type World } from '@/src/testing/world'
import { topUpCampaign, transitionCampaign } from '../campaigns'
import type { AppContext, MemberContext, StaffContext } from '../context'
import { revokeGrant } from '../grants'
import { drainOutbox } from '../outbox'
import { reconcileNightly } from '../reconciliation'
import { lockCoupons, redeemOrder } from '../redemption'
import {
  ALERT_TOPIC,
  countNewAlerts,
  deliverAlert,
  listAlerts,
  raiseAlert,
  raiseBudgetAlerts,
  seeAlerts,
} from './index'

const GOING_ON = new AbortController().signal
const WEBHOOK = { url: 'http://127.0.0.1:9/', key: Buffer.alloc(32, 7) }
const FACTS: AlertFacts = { kind: 'books_disagree', day: '2026-11-11', differenceCount: 2 }

const raised = async (world: World) =>
  (await world.ctx.db.read.select().from(alert).orderBy(alert.id)).map(({ facts }) => facts)

async function raise(world: World, key: string, over: Partial<AppContext> = {}) {
  world.clock.advance(1)
  const now = world.clock.now()
  await world.ctx.db.transaction((tx) =>
    raiseAlert(tx, { ...world.ctx, ...over }, { key, facts: FACTS }, now),
  )
}

test('a budget that falls is told of at each level once, and anew after a top-up', async () => {
  await using world = await aWorld()
  // Ten coupons of ¥20.
  const wall = await aCouponWall(world, { budgetFen: 20_000, perMember: 99, amountFen: 2_000 })
  const member = await world.asMember()
  /** The levels told of, after so many more were claimed and several workers came to it several times. */
  const claim = async (times: number) => {
    for (let i = 0; i < times; i++) expect((await wall.claim(member)).status).toBe('granted')
    return levels()
  }
  const levels = async () => {
    world.clock.advance(1)
    for (let i = 0; i < 2; i++)
      await Promise.all([raiseBudgetAlerts(world.ctx), raiseBudgetAlerts(world.ctx)])
    return (await raised(world)).map((facts) => facts.kind === 'budget_low' && facts.level)
  }
  expect(await claim(7)).toEqual([])
  expect(await claim(1)).toEqual([20])
  // It fell past 10 % in one go: the lower level says all of it.
  expect(await claim(2)).toEqual([20, 0])
  expect((await raised(world)).at(-1)).toEqual({
    kind: 'budget_low',
    campaignId: wall.campaignId,
    campaignName: '双11',
    level: 0,
    availableFen: 0,
    totalFen: 20_000,
  })
  const [first] = await world.ctx.db.read.select().from(grant).limit(1)
  await revokeGrant({ ctx: wall.admin, input: { id: first?.id ?? '', reason: '误发' } })
  expect(await levels()).toEqual([20, 0])
  await topUpCampaign({
    ctx: wall.admin,
    input: { id: wall.campaignId, amountFen: 20_000, idempotencyKey: 'a-key-of-this-top-up' },
  })
  expect(await claim(6)).toEqual([20, 0])
  expect(await claim(1)).toEqual([20, 0, 20])
  expect(await claim(2)).toEqual([20, 0, 20, 10])
})

test('a campaign that is no more, and one that never had money, are told of by nobody', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { budgetFen: 100 })
  await aCouponWall(world, { budgetFen: 0 })
  await wall.claim(await world.asMember())
  await transitionCampaign({ ctx: wall.admin, input: { id: wall.campaignId, event: 'end' } })
  await raiseBudgetAlerts(world.ctx)
  expect(await raised(world)).toEqual([])
})

test('a redemption that takes more than the campaign has is told of at once, once a day', async () => {
  await using world = await aWorld()
  // ¥2,000 off, of which ¥200 is set aside; the campaign has ¥1,000.
  const { ctx, grantIds, campaignId, another } = await aMemberWithCoupons(world, {
    amountFen: 200_000,
    reservation: { kind: 'expected', ratePpm: 100_000 },
  })
  const other = await another()
  const redeem = async (member: MemberContext, orderRef: string, id: string | undefined) => {
    const lines = [{ lineId: 'tv', sku: 'tv', groups: [], unitFen: 990_000, quantity: 1 }]
    const order = { orderRef, lines }
    await lockCoupons({ ctx: member, input: { key: aKey(), order, grantIds: [id ?? ''], minutes: 15 } })
    const redeemed = await redeemOrder({ ctx: member, input: { key: aKey(), orderRef } })
    expect(redeemed).toMatchObject({ status: 'redeemed' })
  }
  await redeem(ctx, 'order-1', grantIds[0])
  await redeem(other.ctx, 'order-2', other.grantId)
  expect(await raised(world)).toEqual([
    { kind: 'budget_beyond', campaignId, campaignName: '双11', from: 'overdraft', fen: 120_000 },
  ])
})

test('books that do not agree are told of', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  await wall.claim(await world.asMember())
  world.clock.set('2026-11-11T20:00:00.000Z')
  await reconcileNightly(world.ctx, GOING_ON)
  expect(await raised(world)).toEqual([])
  await tamper(world, [`update account set balance_fen = balance_fen + 1 where kind = 'reserved'`])
  world.clock.advance(86_400_000)
  await reconcileNightly(world.ctx, GOING_ON)
  expect(await raised(world)).toEqual([{ kind: 'books_disagree', day: '2026-11-13', differenceCount: 3 }])
})

test('everybody sees for themselves what is new, and what they saw stays seen', async () => {
  await using world = await aWorld()
  const [one, other] = [await world.as('operator'), await world.as('business')]
  for (const key of ['a', 'b', 'b', 'c']) await raise(world, key)
  const list = (ctx: StaffContext, input = {}) => listAlerts({ ctx, input })
  const { items, nextCursor } = await list(one, { limit: 2 })
  expect([items.length, (await list(one, { cursor: nextCursor ?? '' })).items.length]).toEqual([2, 1])
  expect(await countNewAlerts({ ctx: one })).toEqual({ count: 3 })
  const [newest, middle] = items
  await seeAlerts({ ctx: one, input: { upTo: newest?.id ?? '' } })
  await seeAlerts({ ctx: one, input: { upTo: middle?.id ?? '' } })
  expect(await countNewAlerts({ ctx: one })).toEqual({ count: 0 })
  expect((await list(one)).items.map(({ isNew }) => isNew)).toEqual([false, false, false])
  expect(await countNewAlerts({ ctx: other })).toEqual({ count: 3 })
  await expect(list(await world.as())).rejects.toMatchObject({ code: 'forbidden' })
})

test('of a campaign it is told what is left now', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { budgetFen: 100 })
  await wall.claim(await world.asMember())
  await raiseBudgetAlerts(world.ctx)
  const topUp = { id: wall.campaignId, amountFen: 4_000, idempotencyKey: 'a-key-of-this-top-up' }
  await topUpCampaign({ ctx: wall.admin, input: topUp })
  expect((await listAlerts({ ctx: wall.admin, input: {} })).items).toMatchObject([
    { facts: { kind: 'budget_low', level: 0, availableFen: 0 }, availableFen: 4_000, isNew: true },
  ])
})

/** Somebody who is told of alerts, and answers as the test says. */
async function aReceiver(...statuses: number[]) {
  const got: { body: string; headers: Record<string, unknown> }[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (part) => {
      body += part
    })
    req.on('end', () => {
      got.push({ body, headers: req.headers })
      res.writeHead(statuses.shift() ?? 204, { location: '/elsewhere' }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { got, url: `http://127.0.0.1:${port}/alerts`, [Symbol.asyncDispose]: close }
}

test('the webhook is posted what was raised, signed, and again when it failed', async () => {
  await using world = await aWorld()
  await using receiver = await aReceiver(500, 302)
  const over = { alertWebhook: { ...WEBHOOK, url: receiver.url }, publicUrl: 'https://shop.example' }
  await raise(world, 'a', over)
  await raise(world, 'a', over)
  const deliver = () =>
    drainOutbox({ ...world.ctx, ...over }, { [ALERT_TOPIC]: deliverAlert }, GOING_ON, { random: () => 0 })
  await deliver()
  world.clock.advance(15_000)
  await deliver()
  const [failing] = await world.ctx.db.read.select().from(outbox)
  expect(failing).toMatchObject({ state: 'waiting', attempts: 2, lastError: 'the webhook answered 302' })
  world.clock.advance(30_000)
  await deliver()
  await deliver()
  expect(await world.ctx.db.read.select().from(outbox)).toMatchObject([{ state: 'done' }])
  expect(receiver.got).toHaveLength(3)
  const [row] = await world.ctx.db.read.select().from(alert)
  const last = receiver.got[2]
  expect(JSON.parse(last?.body ?? '')).toEqual({
    id: row?.id,
    raisedAt: row?.raisedAt.toISOString(),
    link: 'https://shop.example/reconciliation',
    ...FACTS,
  })
  const [t, v1] = String(last?.headers['x-ziggurat-signature']).split(',')
  expect(t).toBe(`t=${Math.floor(world.clock.now().getTime() / 1_000)}`)
  const mac = createHmac('sha256', WEBHOOK.key)
    .update(`${t?.slice(2)}.${last?.body}`)
    .digest('hex')
  expect(v1).toBe(`v1=${mac}`)
  expect(new Set(receiver.got.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
})

test('without a webhook nothing waits to be sent, and what is rolled back was never raised', async () => {
  await using world = await aWorld()
  await raise(world, 'a')
  const broken = world.ctx.db.transaction(async (tx) => {
    const ctx = { ...world.ctx, alertWebhook: WEBHOOK }
    await raiseAlert(tx, ctx, { key: 'b', facts: FACTS }, world.clock.now())
    throw new Error('rolled back')
  })
  await expect(broken).rejects.toThrow('rolled back')
  expect(await world.ctx.db.read.select().from(outbox)).toEqual([])
  expect(await raised(world)).toHaveLength(1)
})
