import { expect, test } from 'vitest'
import type { StaffRole } from '@/schemas/staff'
import { audit, deliveryAddress, eq, grant, shipment, shipmentList, type Tx } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aThing } from '@/src/testing/builders/rewards'
import { AN_ADDRESS, wonPrizes } from '@/src/testing/builders/won-prizes'
import { comesBetween } from '@/src/testing/comes-between'
import { aWorld, type World } from '@/src/testing/world'
import { readCampaign } from '../campaigns'
import type { StaffContext } from '../context'
import { expireGrants, revokeGrant } from '../grants'
import {
  downloadShipmentList,
  exportShipments,
  importTracking,
  listPrizes,
  listShipmentLists,
  putBack,
  returnParcel,
  setTracking,
  shippingTotals,
} from './index'
import { parcelsOf } from './parcels'

/** `count` members who won a thermos of ¥30 and said where it goes. */
async function someWinners(world: World, count: number, o: Parameters<typeof wonPrizes>[1] = {}) {
  const prizes = await wonPrizes(world, o)
  const winners = []
  for (let i = 0; i < count; i++) {
    const winner = await prizes.win()
    await winner.give()
    winners.push(winner)
  }
  return { ...prizes, winners, ctx: await world.as('support') }
}

const parcels = (world: World) => world.ctx.db.read.select().from(shipment).orderBy(shipment.id)
const addresses = (world: World) => world.ctx.db.read.select().from(deliveryAddress)
const statesOf = async (world: World) =>
  (await world.ctx.db.read.select({ state: grant.state }).from(grant).orderBy(grant.id)).map(
    ({ state }) => state,
  )
const rowsOf = (csv: string) =>
  csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','))
const idsOf = (csv: string) => rowsOf(csv).map(([id]) => id ?? '')
const take = (ctx: StaffContext, ...rows: string[]) =>
  importTracking({ ctx, bytes: Buffer.from(['发货单号,快递公司,快递单号', ...rows].join('\n')) })
const told = async (...asked: Parameters<typeof take>) =>
  (await take(...asked)).rows.map(({ outcome, problem }) => problem ?? outcome)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string; details: { code: string }[] }) => error.details?.[0]?.code ?? error.code,
  )

test('of two who export at once each prize is on one list, and the numbers run on', async () => {
  await using world = await aWorld()
  const { ctx } = await someWinners(world, 5)
  const lists = await Promise.allSettled([1, 2, 3].map(() => exportShipments({ ctx, input: {} })))
  const made = lists.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  const refused = lists.flatMap((each) => (each.status === 'rejected' ? [each.reason.details[0].code] : []))
  expect(made.map(({ number, count, left }) => [number, count, left])).toEqual([[1, 5, 0]])
  expect(refused).toEqual(['nothing_to_ship', 'nothing_to_ship'])
  expect(await parcels(world)).toHaveLength(5)
})

test('a list names whom to send what, is never changed, and its taking is noted with how many rows', async () => {
  await using world = await aWorld()
  const { ctx, winners, win } = await someWinners(world, 1, { rewards: [aThing({ title: '=保温杯' })] })
  await winners[0]?.give({ name: '=cmd()', detail: '-1,"甲" 号楼', phone: '+852 61234567' })
  const list = await exportShipments({ ctx, input: {} })
  const [parcel] = await parcels(world)
  expect(list).toMatchObject({ number: 1, count: 1, left: 0, name: '发货清单-0001.csv' })
  expect(list.csv).toBe(
    `\uFEFF发货单号,奖品,收货人,手机号,所在地区,详细地址,活动,快递公司,快递单号,实际成本(元)\r\n` +
      `${parcel?.id},'=保温杯,'=cmd(),'+85261234567,${AN_ADDRESS.region},"'-1,""甲"" 号楼",双11,,,\r\n`,
  )
  const later = await win()
  await later.give()
  expect(await downloadShipmentList({ ctx, input: { id: list.id } })).toEqual({
    name: list.name,
    csv: list.csv,
  })
  const second = await exportShipments({ ctx, input: {} })
  expect([second.number, second.count]).toEqual([2, 1])
  const notes = await world.ctx.db.read.select().from(audit).orderBy(audit.createdAt, audit.action)
  expect(
    notes
      .filter(({ action }) => action.startsWith('shipping.'))
      .map(({ action, staffId, details }) => [action, staffId, details]),
  ).toEqual([
    ['shipping.export', ctx.staff?.id, { number: 1, count: 1 }],
    ['shipping.download', ctx.staff?.id, { number: 1, count: 1 }],
    ['shipping.export', ctx.staff?.id, { number: 2, count: 1 }],
  ])
  const { items } = await listShipmentLists({ ctx, input: {} })
  expect(items.map(({ number, count, shipped }) => [number, count, shipped])).toEqual([
    [2, 1, 0],
    [1, 1, 0],
  ])
})

test('whole addresses leave by a permission of their own', async () => {
  await using world = await aWorld()
  const { ctx } = await someWinners(world, 1)
  const { id } = await exportShipments({ ctx, input: {} })
  const as = async (work: (staff: StaffContext) => Promise<unknown>, ...roles: StaffRole[]) =>
    work(await world.as(...roles)).then(
      () => 'done',
      ({ code }) => code,
    )
  const others: StaffRole[] = ['operator', 'business', 'finance', 'product', 'approver']
  expect(await as((staff) => exportShipments({ ctx: staff, input: {} }), ...others)).toBe('forbidden')
  expect(await as((staff) => downloadShipmentList({ ctx: staff, input: { id } }), ...others)).toBe(
    'forbidden',
  )
  expect(await as((staff) => take(staff), 'business', 'finance', 'product', 'approver')).toBe('forbidden')
  const operator = await world.as('operator')
  const { items } = await listPrizes({ ctx: operator, input: {} })
  expect(items[0]?.address).toEqual({ name: '李*', phone: '138****8000', region: AN_ADDRESS.region })
})

test('only what waits is exported, by campaign and by reward', async () => {
  await using world = await aWorld()
  const { ctx, admin, win, rewardIds, campaignId } = await someWinners(world, 1, {
    rewards: [aThing(), aThing({ title: '雨伞' })],
  })
  await win()
  const gone = await win()
  await gone.give()
  await revokeGrant({ ctx: admin, input: { id: gone.grantId, reason: '重复' } })
  const umbrella = await win(undefined, rewardIds[1])
  await umbrella.give()
  const other = await someWinners(world, 1)
  const counts = async (input: { campaignId?: string; rewardId?: string } = {}) =>
    Object.fromEntries((await shippingTotals({ ctx, input })).map(({ stage, count }) => [stage, count]))
  expect(await counts()).toEqual({
    no_address: 1,
    no_identity: 0,
    ready: 3,
    exported: 0,
    shipped: 0,
    returned: 0,
  })
  expect(await counts({ campaignId: other.campaignId })).toMatchObject({ no_address: 0, ready: 1 })
  const made = await exportShipments({ ctx, input: { campaignId, rewardId: rewardIds[1] ?? '' } })
  expect((await parcels(world)).map(({ grantId }) => grantId)).toEqual([umbrella.grantId])
  expect(made.left).toBe(0)
  expect(await counts()).toEqual({
    no_address: 1,
    no_identity: 0,
    ready: 2,
    exported: 1,
    shipped: 0,
    returned: 0,
  })
  const listed = async (stage: 'no_address' | 'ready' | 'exported') =>
    (await listPrizes({ ctx, input: { stage } })).items.map((row) => row.stage)
  expect([await listed('no_address'), await listed('ready'), await listed('exported')]).toEqual([
    ['no_address'],
    ['ready', 'ready'],
    ['exported'],
  ])
})

test('an address can be changed until the prize is on a list', async () => {
  await using world = await aWorld()
  const { ctx, winners } = await someWinners(world, 1)
  const [winner] = winners
  expect(await winner?.give({ detail: '长江路 8 号' })).toEqual({ ok: true })
  const { csv } = await exportShipments({ ctx, input: {} })
  expect(csv).toContain('长江路 8 号')
  expect(await winner?.give({ detail: '黄河路 9 号' })).toEqual({ ok: false, rule: 'on_its_way' })
  expect(await addresses(world)).toMatchObject([{ detail: '长江路 8 号' }])
  // Put back, it can be changed again, and goes to where it was changed to.
  await putBack({ ctx, input: { ids: idsOf(csv) } })
  expect(await winner?.give({ detail: '黄河路 9 号' })).toEqual({ ok: true })
  expect((await exportShipments({ ctx, input: {} })).csv).toContain('黄河路 9 号')
})

test('sending a prize spends what was set aside for it, and its member sees the number', async () => {
  await using world = await aWorld()
  const { ctx, admin, campaignId, winners } = await someWinners(world, 2)
  const { csv } = await exportShipments({ ctx, input: {} })
  const [first, second] = idsOf(csv)
  const file = [`${first},顺丰速运,sf 1234567890`, `${second},,`]
  expect(await told(ctx, ...file)).toEqual(['shipped', 'pending'])
  const { budget } = await readCampaign({ ctx: admin, input: { id: campaignId } })
  expect([budget.reservedFen, budget.spentFen]).toEqual([3_000, 3_000])
  expect(await statesOf(world)).toEqual(['redeemed', 'granted'])
  expect(await parcelsOf(world.ctx.db.read, winners[0]?.member.member?.id ?? '')).toEqual([
    {
      grantId: winners[0]?.grantId,
      state: 'shipped',
      carrier: '顺丰速运',
      trackingNumber: 'SF1234567890',
      shippedAt: world.clock.now().toISOString(),
    },
  ])
  // The same file again changes nothing.
  expect(await told(ctx, ...file)).toEqual(['unchanged', 'pending'])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('what it really cost may be told: less goes back, more is honoured', async () => {
  await using world = await aWorld()
  const { ctx, admin, campaignId } = await someWinners(world, 2)
  const ids = idsOf((await exportShipments({ ctx, input: {} })).csv)
  const bytes = Buffer.from(
    `grant id,carrier,tracking number,成本(元)\n${ids[0]},EMS,EA123456789CN,20.50\n${ids[1]},EMS,EA123456780CN,35`.replace(
      'grant id',
      'grant',
    ),
  )
  expect((await importTracking({ ctx, bytes })).counts).toMatchObject({ shipped: 2 })
  const { budget } = await readCampaign({ ctx: admin, input: { id: campaignId } })
  expect([budget.reservedFen, budget.spentFen]).toEqual([0, 5_550])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a prize that costs nothing is sent and comes back like any other', async () => {
  await using world = await aWorld()
  const { ctx } = await someWinners(world, 1, { rewards: [aThing({ costFen: 0 })] })
  const [id = ''] = idsOf((await exportShipments({ ctx, input: {} })).csv)
  expect(await told(ctx, `${id},顺丰,SF1234567890`)).toEqual(['shipped'])
  await returnParcel({ ctx, input: { id, reason: '拒收' } })
  expect(await statesOf(world)).toEqual(['granted'])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('rows that are wrong are told and change nothing', async () => {
  await using world = await aWorld()
  const { ctx, admin, winners } = await someWinners(world, 8)
  const ids = idsOf((await exportShipments({ ctx, input: {} })).csv)
  await revokeGrant({ ctx: admin, input: { id: winners[5]?.grantId ?? '', reason: '重复' } })
  await putBack({ ctx, input: { ids: [ids[6] ?? ''] } })
  expect(await told(ctx, `${ids[7]},顺丰,SF7777777`)).toEqual(['shipped'])
  const before = await parcels(world)
  const rows: [row: string, problem: string][] = [
    ['垃圾,顺丰,SF1111111', 'bad_reference'],
    ['shp_0000000000,顺丰,SF1111111', 'unknown'],
    ['grt_0000000000,顺丰,SF1111111', 'unknown'],
    [`${ids[0]},,SF1111111`, 'no_carrier'],
    [`${ids[0]},顺丰,`, 'no_number'],
    [`${ids[0]},${'快'.repeat(21)},SF1111111`, 'bad_carrier'],
    [`${ids[0]},顺丰,单号`, 'bad_number'],
    [`${ids[0]},顺丰,7.73E+14`, 'mangled_number'],
    [`${ids[1]},顺丰,SF2222222`, 'contradicting'],
    [`${ids[1]},顺丰,SF2222223`, 'contradicting'],
    [`${ids[2]},顺丰,SF3333333`, 'number_shared'],
    [`${ids[3]},顺丰,SF3333333`, 'number_shared'],
    [`${ids[4]},顺丰,SF7777777`, 'number_used'],
    [`${ids[5]},顺丰,SF5555555`, 'taken_back'],
    [`${ids[6]},顺丰,SF6666666`, 'put_back'],
    [`${ids[7]},顺丰,SF7777778`, 'other_number'],
  ]
  expect(await told(ctx, ...rows.map(([row]) => row))).toEqual(rows.map(([, problem]) => problem))
  expect(await parcels(world)).toEqual(before)
  expect(await told(ctx, `${ids[0]},顺丰,SF1111111`, '"shp_')).toEqual(['shipped', 'broken'])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a file without the columns, or of something else, is refused whole', async () => {
  await using world = await aWorld()
  const ctx = await world.as('operator')
  const taking = (text: string | Buffer) => codeOf(importTracking({ ctx, bytes: Buffer.from(text) }))
  expect(await taking('')).toBe('missing_column')
  expect(await taking('发货单号,备注\na,b')).toBe('missing_column')
  expect(await taking('发货单号,快递公司,快递单号,快递单号\n')).toBe('column_twice')
  expect(await taking(Buffer.from([0, 1, 2, 3]))).toBe('not_text')
  const many = Array.from({ length: 2_001 }, () => 'a,b,c').join('\n')
  expect(await taking(`发货单号,快递公司,快递单号\n${many}`)).toBe('too_many_rows')
})

test('one member’s prizes may go in one parcel, also by the grants’ own ids', async () => {
  await using world = await aWorld()
  const { ctx, win, winners } = await someWinners(world, 1)
  const more = await win(winners[0]?.member)
  await more.give()
  await exportShipments({ ctx, input: {} })
  const rows = [winners[0]?.grantId, more.grantId].map((id) => `${id},顺丰,SF1234567`)
  expect(await told(ctx, ...rows)).toEqual(['shipped', 'shipped'])
})

test('a number is put right by hand, and a parcel is sent by it', async () => {
  await using world = await aWorld()
  const { ctx } = await someWinners(world, 2)
  const [first = '', second = ''] = idsOf((await exportShipments({ ctx, input: {} })).csv)
  const set = (id: string, trackingNumber: string) =>
    codeOf(setTracking({ ctx, input: { id, carrier: ' 顺丰 ', trackingNumber } }))
  expect(await set(first, 'sf 1111111')).toBe('done')
  expect(await statesOf(world)).toEqual(['redeemed', 'granted'])
  expect(await set(first, 'SF1111112')).toBe('done')
  expect(await set(second, 'SF1111112')).toBe('number_used')
  const rows = new Map(
    (await parcels(world)).map((row) => [row.id, [row.carrier, row.trackingNumber, row.state]]),
  )
  expect([rows.get(first), rows.get(second)]).toEqual([
    ['顺丰', 'SF1111112', 'shipped'],
    [null, null, 'exported'],
  ])
  await putBack({ ctx, input: { ids: [second] } })
  expect(await set(second, 'SF2222222')).toBe('wrong_state')
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a parcel that came back is set aside again, waits for a better address, and is sent anew', async () => {
  await using world = await aWorld()
  const { ctx, admin, campaignId, winners } = await someWinners(world, 1)
  const [id = ''] = idsOf((await exportShipments({ ctx, input: {} })).csv)
  await take(ctx, `${id},顺丰,SF1111111`)
  await returnParcel({ ctx, input: { id, reason: '地址不详' } })
  const { budget } = await readCampaign({ ctx: admin, input: { id: campaignId } })
  expect([budget.reservedFen, budget.spentFen]).toEqual([3_000, 0])
  expect(await codeOf(returnParcel({ ctx, input: { id, reason: '地址不详' } }))).toBe('wrong_state')
  // To the same address it would come back again: it is on no list by itself.
  expect(await codeOf(exportShipments({ ctx, input: {} }))).toBe('nothing_to_ship')
  expect(await told(ctx, `${id},顺丰,SF1111111`)).toEqual(['returned'])
  // It does not lapse, and takes another address also after the deadline.
  world.clock.set('2027-03-01T00:00:00.000Z')
  await expireGrants(world.ctx)
  expect(await winners[0]?.give({ detail: '长江路 8 号' })).toEqual({ ok: true })
  const again = await exportShipments({ ctx, input: {} })
  expect(again.csv).toContain('长江路 8 号')
  expect(await told(ctx, `${idsOf(again.csv)[0]},顺丰,SF2222222`)).toEqual(['shipped'])
  expect(await statesOf(world)).toEqual(['redeemed'])
  expect(await codeOf(putBack({ ctx, input: { ids: [id] } }))).toBe('waits_already')
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('what came back can be sent to the same address when staff say so', async () => {
  await using world = await aWorld()
  const { ctx } = await someWinners(world, 1)
  const [id = ''] = idsOf((await exportShipments({ ctx, input: {} })).csv)
  await take(ctx, `${id},顺丰,SF1111111`)
  expect(await codeOf(putBack({ ctx, input: { ids: [id] } }))).toBe('wrong_state')
  await returnParcel({ ctx, input: { id, reason: '无人签收' } })
  await putBack({ ctx, input: { ids: [id] } })
  expect((await exportShipments({ ctx, input: {} })).number).toBe(2)
})

test('a prize sent after its deadline is sent all the same', async () => {
  await using world = await aWorld()
  const { ctx } = await someWinners(world, 1)
  world.clock.set('2027-03-01T00:00:00.000Z')
  await expireGrants(world.ctx)
  const [id] = idsOf((await exportShipments({ ctx, input: {} })).csv)
  expect(await told(ctx, `${id},顺丰,SF1111111`)).toEqual(['shipped'])
})

test('a list of a thousand leaves the rest for the next', async () => {
  await using world = await aWorld()
  const { ctx, winners, campaignId, rewardIds, toolId } = await someWinners(world, 1)
  const [first] = await world.ctx.db.read.select().from(grant)
  if (!first) throw new Error('nothing was won')
  const more = Array.from({ length: 1_000 }, (_, i) => `grt_more${String(i).padStart(10, '0')}`)
  await world.ctx.db.transaction(async (tx) => {
    for (const part of [more.slice(0, 500), more.slice(500)]) {
      await tx.insert(grant).values(
        part.map((id) => ({
          ...first,
          id,
          idempotency: id,
          campaignId,
          toolId,
          rewardId: rewardIds[0] ?? '',
        })),
      )
      await tx
        .insert(deliveryAddress)
        .values(part.map((grantId) => ({ grantId, ...AN_ADDRESS, consentedAt: new Date(1) })))
    }
  })
  expect(winners).toHaveLength(1)
  expect(await exportShipments({ ctx, input: {} })).toMatchObject({ count: 1_000, left: 1 })
  expect(await exportShipments({ ctx, input: {} })).toMatchObject({ number: 2, count: 1, left: 0 })
})

/** Somebody else writes just before the first write of a table, once. */
function meanwhile(
  ctx: StaffContext,
  work: (tx: Tx) => Promise<unknown>,
  table: Parameters<Tx['insert']>[0],
) {
  let tries = 0
  const transaction: World['ctx']['db']['transaction'] = (inside) =>
    ctx.db.transaction((tx) => inside(tries++ === 0 ? comesBetween(tx, work, table) : tx))
  return { ctx: { ...ctx, db: { ...ctx.db, transaction } }, tries: () => tries }
}

test('an address that changed while its list was made is read again', async () => {
  await using world = await aWorld()
  const { ctx } = await someWinners(world, 1)
  const change = (tx: Tx) =>
    tx.update(deliveryAddress).set({ detail: '长江路 8 号', consentedAt: new Date(5) })
  const between = meanwhile(ctx, change, deliveryAddress)
  // What is rolled back takes the change with it here; the second try reads what there is.
  await exportShipments({ ctx: between.ctx, input: {} })
  expect(between.tries()).toBe(2)
  const tied = (tx: Tx) => tx.update(deliveryAddress).set({ shipmentId: 'shp_0000000000' })
  await putBack({ ctx, input: { ids: (await parcels(world)).map(({ id }) => id) } })
  const twice = meanwhile(ctx, tied, deliveryAddress)
  await exportShipments({ ctx: twice.ctx, input: {} })
  expect(twice.tries()).toBe(2)
})

test('a list somebody else made at the same moment has the number; ours is the next', async () => {
  await using world = await aWorld()
  const { ctx } = await someWinners(world, 1)
  const row = {
    id: 'shl_0000000000',
    number: 1,
    count: 1,
    csv: '',
    createdBy: ctx.staff?.id ?? '',
    createdAt: new Date(1),
  }
  const between = meanwhile(ctx, (tx) => tx.insert(shipmentList).values(row), shipmentList)
  await exportShipments({ ctx: between.ctx, input: {} })
  expect(between.tries()).toBe(2)
})

test('a parcel that moved meanwhile is read again', async () => {
  await using world = await aWorld()
  const { ctx } = await someWinners(world, 3)
  const [a = '', b = '', c = ''] = idsOf((await exportShipments({ ctx, input: {} })).csv)
  const moved = (tx: Tx) => tx.update(shipment).set({ state: 'put_back' }).where(eq(shipment.id, a))
  const between = meanwhile(ctx, moved, shipment)
  await setTracking({ ctx: between.ctx, input: { id: a, carrier: '顺丰', trackingNumber: 'SF1111111' } })
  expect(between.tries()).toBe(2)
  const other = (to: Partial<typeof shipment.$inferInsert>) =>
    meanwhile(ctx, (tx) => tx.update(shipment).set(to).where(eq(shipment.id, a)), shipment)
  for (const to of [{ trackingNumber: 'SF9999999' }, { state: 'returned' as const }]) {
    const twice = other(to)
    await setTracking({ ctx: twice.ctx, input: { id: a, carrier: '顺丰', trackingNumber: 'SF1111112' } })
    expect(twice.tries()).toBe(2)
  }
  const freed = meanwhile(ctx, (tx) => tx.update(deliveryAddress).set({ shipmentId: c }), deliveryAddress)
  await putBack({ ctx: freed.ctx, input: { ids: [b] } })
  expect(freed.tries()).toBe(2)
})

test('a parcel that was sent at no cost, or came back with it, is told by the books', async () => {
  await using world = await aWorld()
  const { ctx } = await someWinners(world, 2)
  const [first = '', second = ''] = idsOf((await exportShipments({ ctx, input: {} })).csv)
  await take(ctx, `${first},顺丰,SF1111111`)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
  const set = (id: string, to: Partial<typeof shipment.$inferInsert>) =>
    world.ctx.db.transaction((tx) => tx.update(shipment).set(to).where(eq(shipment.id, id)).returning())
  await set(second, { state: 'shipped', carrier: '顺丰', trackingNumber: 'SF2222222' })
  expect(await bookErrors(world.ctx.db.read)).toEqual([`parcels of ${second}: kept 1, counted 0`])
  await set(second, { state: 'exported', trackingNumber: null })
  await set(first, { state: 'returned' })
  expect(await bookErrors(world.ctx.db.read)).toEqual([`parcels of ${first}: kept 0, counted 1`])
})
