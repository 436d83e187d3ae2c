import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { addressReminder, audit, eq, outbox } from '@/src/db'
import { wonPrizes } from '@/src/testing/builders/won-prizes'
import { aWorld, type World } from '@/src/testing/world'
import type { AppContext } from '../context'
import { drainOutbox } from '../outbox'
import { pageState } from '../publications'
import { deliverReminder, REMINDER_TOPIC, remindDaily, remindNow } from './index'

/** Collecting of the campaign ends at 2026-12-31 08:00 in Shanghai. */
const AT_NOON = (day: string) => `${day}T04:00:00.000Z`

const reminders = (world: World) =>
  world.ctx.db.read.select().from(addressReminder).orderBy(addressReminder.remindedAt, addressReminder.id)
/** What was noted for each grant, by steps. */
async function stepsAfter(world: World, instants: string[], ctx: AppContext = world.ctx) {
  for (const at of instants) {
    world.clock.set(at)
    await remindDaily(ctx)
  }
  return (await reminders(world)).map(({ step, day }) => [step, day])
}

test('whoever owes an address is reminded when 7, 3 and 1 days are left, once each, by day', async () => {
  await using world = await aWorld()
  const { win } = await wonPrizes(world)
  await win()
  const asked = await win()
  await asked.give()
  expect(await stepsAfter(world, [AT_NOON('2026-12-23'), '2026-12-24T00:59:59.999Z'])).toEqual([])
  const told = await stepsAfter(world, [
    '2026-12-24T01:00:00.000Z',
    AT_NOON('2026-12-24'),
    AT_NOON('2026-12-26'),
    '2026-12-28T13:00:00.000Z',
    AT_NOON('2026-12-29'),
    AT_NOON('2026-12-30'),
    AT_NOON('2026-12-30'),
    AT_NOON('2026-12-31'),
  ])
  expect(told).toEqual([
    [7, '2026-12-24'],
    [3, '2026-12-29'],
    [1, '2026-12-30'],
  ])
})

test('what was missed while nothing ran is told once, as it then stands, also with the clock set back', async () => {
  await using world = await aWorld()
  const { win } = await wonPrizes(world)
  await win()
  expect(
    await stepsAfter(world, [AT_NOON('2026-12-29'), AT_NOON('2026-12-25'), AT_NOON('2026-12-29')]),
  ).toEqual([[3, '2026-12-29']])
})

test('many are reminded in parts, two at once remind each one once', async () => {
  await using world = await aWorld()
  const { win } = await wonPrizes(world)
  const member = await world.asMember()
  for (let i = 0; i < 9; i++) await win(member)
  world.clock.set(AT_NOON('2026-12-29'))
  await Promise.all([remindDaily(world.ctx), remindDaily(world.ctx)])
  expect(await reminders(world)).toHaveLength(9)
})

test('staff remind once a day at most, only whoever owes one, and it is noted who did', async () => {
  await using world = await aWorld()
  const { win } = await wonPrizes(world)
  const [waiting, asked] = [await win(), await win()]
  await asked.give()
  const ctx = await world.as('operator')
  const grantIds = [waiting.grantId, asked.grantId]
  const remind = () => remindNow({ ctx, input: { grantIds } })
  expect(await remind()).toEqual({ reminded: 1, remindedToday: 0, notWaiting: 1 })
  expect(await remind()).toEqual({ reminded: 0, remindedToday: 1, notWaiting: 1 })
  world.clock.advance(24 * 60 * 60 * 1000)
  expect(await remind()).toEqual({ reminded: 1, remindedToday: 0, notWaiting: 1 })
  expect((await reminders(world)).map(({ grantId, step, staffId }) => [grantId, step, staffId])).toEqual([
    [waiting.grantId, null, ctx.staff?.id],
    [waiting.grantId, null, ctx.staff?.id],
  ])
  const notes = await world.ctx.db.read.select().from(audit).where(eq(audit.action, 'grant.remind'))
  expect(notes).toHaveLength(2)
  const finance = await world.as('finance', 'business', 'product', 'approver')
  await expect(remindNow({ ctx: finance, input: { grantIds } })).rejects.toMatchObject({ code: 'forbidden' })
})

/** A shop that keeps what it is told. */
async function aShop() {
  const told: { body: string; headers: Record<string, unknown> }[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (part) => {
      body += part
    })
    req.on('end', () => {
      told.push({ body, headers: req.headers })
      res.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { told, url, [Symbol.asyncDispose]: () => new Promise<void>((done) => server.close(() => done())) }
}

test('the shop is told, signed, of those who still owe an address by then', async () => {
  await using world = await aWorld()
  await using shop = await aShop()
  const { win } = await wonPrizes(world)
  const [waiting, late] = [await win(), await win()]
  const ctx: AppContext = {
    ...world.ctx,
    memberWebhook: { url: shop.url, key: Buffer.alloc(32, 7) },
    publicUrl: 'https://shop.example',
  }
  await stepsAfter(world, [AT_NOON('2026-12-29')], ctx)
  await late.give()
  const drain = () => drainOutbox(ctx, { [REMINDER_TOPIC]: deliverReminder }, new AbortController().signal)
  await drain()
  await drain()
  expect(shop.told.map(({ body }) => JSON.parse(body))).toEqual([
    {
      id: (await reminders(world)).find(({ grantId }) => grantId === waiting.grantId)?.id,
      kind: 'address_missing',
      grantId: waiting.grantId,
      until: '2026-12-31T00:00:00.000Z',
      memberId: `shop-${waiting.member.member?.id}`,
      prize: '保温杯',
      campaign: '双11',
      link: 'https://shop.example/my/rewards',
    },
  ])
  expect(shop.told[0]?.headers['x-ziggurat-signature']).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/)
  const delivered = (await reminders(world)).map(({ grantId, deliveredAt }) => [grantId, deliveredAt])
  expect(new Map(delivered as [string, Date | null][])).toEqual(
    new Map([
      [waiting.grantId, world.clock.now()],
      [late.grantId, null],
    ]),
  )
})

test('without a webhook nothing waits to be sent: the member’s pages say it', async () => {
  await using world = await aWorld()
  const { win, version } = await wonPrizes(world)
  const { member, give } = await win()
  await stepsAfter(world, [AT_NOON('2026-12-29')])
  expect(await world.ctx.db.read.select().from(outbox)).toEqual([])
  const waiting = async (ctx = member) => (await pageState({ ctx, input: { version } })).say
  expect(await waiting()).toEqual({ status: 'prizes_waiting', count: 1 })
  expect(await waiting(await world.asMember())).toBeUndefined()
  await give()
  expect(await waiting()).toBeUndefined()
})
