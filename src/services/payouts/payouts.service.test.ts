import { expect, test } from 'vitest'
import { audit, eq, outbox, payout, payoutBatch, walletEntry } from '@/src/db'
import type { MemberContext } from '@/src/services/context'
import { bookErrors } from '@/src/testing/books'
import { tamper } from '@/src/testing/tamper'
import { aWorld, type World } from '@/src/testing/world'
import { drainOutbox } from '../outbox'
import { bringWallets } from '../wallets'
import { readWallets } from '../wallets/store'
import { publicKeyOf, verifyPayoutFile } from './file'
import {
  downloadBatch,
  importResults,
  listBatches,
  listPayouts,
  makeBatch,
  myPayouts,
  PAYOUT_TOPIC,
  payoutTotals,
  retryPayout,
  returnPayout,
  submitPayouts,
  withdraw,
} from './index'

const GOING_ON = new AbortController().signal
const DAY_MS = 86_400_000

async function aMember(world: World, cashFen = 10_000, nickname?: string): Promise<MemberContext> {
  const ctx = await world.asMember(nickname)
  const now = world.clock.now()
  const brought = { memberId: idOf(ctx), points: 7, pointsUntil: new Date(now.getTime() + DAY_MS), cashFen }
  await world.ctx.db.transaction((tx) => bringWallets(tx, [brought], now))
  return ctx
}

const idOf = ({ member }: MemberContext) => member?.id ?? ''
const ask = (ctx: MemberContext, key: string, amountFen?: number) =>
  withdraw({ ctx, input: { key: `key-${key}`, ...(amountFen && { amountFen }) } })

async function cashOf(world: World, ctx: MemberContext): Promise<number | undefined> {
  const id = idOf(ctx)
  return (await readWallets(world.ctx.db.read, [id])).get(id)?.cashFen
}

const payouts = (world: World) => world.ctx.db.read.select().from(payout)
const byAmount = async (world: World) => (await payouts(world)).toSorted((a, b) => a.amountFen - b.amountFen)
const hand = (world: World) =>
  drainOutbox(world.ctx, { [PAYOUT_TOPIC]: submitPayouts() }, GOING_ON, { random: () => 0 })

/** Payouts of these amounts, each of a member of its own, in a file that finance has taken. */
async function paying(world: World, ...amounts: number[]) {
  const members: MemberContext[] = []
  for (const amount of amounts) members.push(await aMember(world, amount))
  for (const ctx of members) await ask(ctx, 'pays')
  await hand(world)
  const finance = await world.as('finance')
  const { id } = await makeBatch({ ctx: finance })
  await downloadBatch({ ctx: finance, input: { id } })
  return { members, finance, batchId: id, ids: (await byAmount(world)).map(({ id }) => id) }
}

const answer = (ctx: Parameters<typeof importResults>[0]['ctx'], lines: string[]) =>
  importResults({ ctx, bytes: Buffer.from(['打款单号,金额(元),结果,原因', ...lines].join('\n')) })

test('what is asked for leaves the wallet, and the order and its message are written with it', async () => {
  await using world = await aWorld()
  const ctx = await aMember(world)
  expect(await ask(ctx, 'once-1', 2_550)).toMatchObject({
    status: 'requested',
    cashFen: 7_450,
    payout: { amountFen: 2_550, state: 'claim_pending', reason: null },
  })
  expect(await cashOf(world, ctx)).toBe(7_450)
  const [row] = await payouts(world)
  const entries = await world.ctx.db.read.select().from(walletEntry).where(eq(walletEntry.cause, 'payout'))
  expect(entries).toMatchObject([{ amount: -2_550, causeId: row?.id, unit: 'cash' }])
  expect(await world.ctx.db.read.select().from(outbox)).toMatchObject([
    {
      topic: 'payout.submit',
      payload: { payoutId: row?.id, attempt: 1 },
      idempotency: `payout:${row?.id}-1`,
    },
  ])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('the same tap again, also at the same moment, is the same order; with another amount it is an error', async () => {
  await using world = await aWorld()
  const ctx = await aMember(world)
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask(ctx, 'same-1')))
  expect(new Set(answers.map((each) => each.status === 'requested' && each.payout.id)).size).toBe(1)
  expect(await payouts(world)).toMatchObject([{ amountFen: 10_000 }])
  expect(await cashOf(world, ctx)).toBe(0)
  await expect(ask(ctx, 'same-1', 10_000)).rejects.toMatchObject({ code: 'idempotency_mismatch' })
  // A member's keys are their own.
  expect((await ask(await aMember(world), 'same-1')).status).toBe('requested')
})

test.each([
  ['minimum', 99, 10_000],
  ['balance', 10_001, 10_000],
  ['minimum', undefined, 99],
  ['minimum', undefined, 0],
  ['amount_per_day', 500_001, 900_000],
] as const)('refused by %s: %s of %s, and nothing is taken', async (rule, amount, cashFen) => {
  await using world = await aWorld()
  const ctx = await aMember(world, cashFen)
  expect(await ask(ctx, 'refused', amount)).toEqual({ status: 'refused', rule, cashFen })
  expect(await cashOf(world, ctx)).toBe(cashFen)
  expect(await payouts(world)).toEqual([])
  expect(await world.ctx.db.read.select().from(outbox)).toEqual([])
})

test('nobody takes out more than a day allows, nor than there is, with many taps at once', async () => {
  await using world = await aWorld()
  const ctx = await aMember(world)
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => ask(ctx, `many-${i}`, 100)))
  expect(answers.filter(({ status }) => status === 'requested')).toHaveLength(3)
  expect(answers.filter((each) => each.status === 'refused' && each.rule === 'times_per_day')).toHaveLength(5)
  expect(await cashOf(world, ctx)).toBe(9_700)
  const poor = await aMember(world, 250)
  const two = await Promise.all([ask(poor, 'poor-1', 200), ask(poor, 'poor-2', 200)])
  expect(two.map(({ status }) => status).toSorted()).toEqual(['refused', 'requested'])
  expect((await myPayouts({ ctx, input: {} })).left).toEqual({ times: 0, fen: 499_700 })
  // The shop's next day begins at midnight in Shanghai.
  world.clock.set('2026-11-11T15:59:59.999Z')
  expect((await ask(ctx, 'later-1', 100)).status).toBe('refused')
  world.clock.advance(1)
  expect((await ask(ctx, 'later-2', 100)).status).toBe('requested')
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('nobody who is not signed in takes or sees anything', async () => {
  await using world = await aWorld()
  const ctx = world.asNobody()
  await expect(ask(ctx, 'nobody')).rejects.toMatchObject({ code: 'unauthenticated' })
  expect((await myPayouts({ ctx, input: {} })).payouts).toEqual([])
})

test('a file holds what the adapter took over, signed; taking it begins the paying', async () => {
  await using world = await aWorld()
  const ctx = await aMember(world, 10_000, '=HYPERLINK("http://x")')
  await ask(ctx, 'file-1', 1_234)
  const finance = await world.as('finance')
  // Not handed over yet.
  await expect(makeBatch({ ctx: finance })).rejects.toMatchObject({ code: 'wrong_state' })
  await hand(world)
  expect((await payoutTotals({ ctx: finance })).ready).toEqual({ count: 1, fen: 1_234 })
  const { id, count, totalFen } = await makeBatch({ ctx: finance })
  expect({ count, totalFen }).toEqual({ count: 1, totalFen: 1_234 })
  expect(await payouts(world)).toMatchObject([{ state: 'claim_pending', batchId: id }])

  const [batch] = await world.ctx.db.read.select().from(payoutBatch)
  const { csv = '', manifest = '' } = batch ?? {}
  const file = { csv, manifest, signature: Buffer.from(batch?.signature ?? '', 'base64') }
  expect(csv.startsWith('\uFEFF打款单号,金额(元),')).toBe(true)
  expect(csv).toContain(`-1,12.34,shop-${idOf(ctx)},"'=HYPERLINK(""http://x"")",`)
  const { publicKey } = await listBatches({ ctx: finance, input: {} })
  expect(verifyPayoutFile(file, publicKey)).toBe('valid')
  expect(verifyPayoutFile({ ...file, csv: csv.replace('12.34', '92.34') }, publicKey)).toBe('csv_changed')
  const more = manifest.replace('"totalFen": 1234', '"totalFen": 9234')
  expect(verifyPayoutFile({ ...file, manifest: more }, publicKey)).toBe('manifest_forged')
  expect(verifyPayoutFile(file, publicKeyOf(Buffer.alloc(32, 9)))).toBe('manifest_forged')

  const first = await downloadBatch({ ctx: finance, input: { id } })
  expect(await payouts(world)).toMatchObject([{ state: 'paying' }])
  world.clock.advance(DAY_MS)
  const second = await downloadBatch({ ctx: finance, input: { id } })
  expect([first.isFirst, second.isFirst]).toEqual([true, false])
  expect(second.base64).toBe(first.base64)
})

test('a file that was changed in the database is not handed out', async () => {
  await using world = await aWorld()
  await ask(await aMember(world), 'forged-1')
  await hand(world)
  const finance = await world.as('finance')
  const { id } = await makeBatch({ ctx: finance })
  const [batch] = await world.ctx.db.read.select().from(payoutBatch)
  const csv = batch?.csv.replace('100.00', '900.00') ?? ''
  await world.ctx.db.transaction((tx) =>
    tx.update(payoutBatch).set({ csv }).returning({ id: payoutBatch.id }),
  )
  await expect(downloadBatch({ ctx: finance, input: { id } })).rejects.toThrow('csv_changed')
  expect(await payouts(world)).toMatchObject([{ state: 'claim_pending' }])
})

test('two who gather at once put each payout into one file', async () => {
  await using world = await aWorld()
  for (let i = 0; i < 6; i++) await ask(await aMember(world), `gather-${i}`)
  await hand(world)
  const [a, b] = await Promise.all([world.as('finance'), world.as('finance')])
  const made = await Promise.allSettled([makeBatch({ ctx: a }), makeBatch({ ctx: b })])
  expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const batches = await world.ctx.db.read.select().from(payoutBatch)
  expect(batches).toMatchObject([{ count: 6, totalFen: 60_000 }])
})

test('the bank’s answer settles each row, puts returned money back, and changes nothing a second time', async () => {
  await using world = await aWorld()
  const { members, finance, ids } = await paying(world, 1_000, 2_000, 3_000, 4_000)
  const lines = [
    `${ids[0]}-1,10.00,成功,`,
    `${ids[1]}-1,20.00,失败,户名不符`,
    `${ids[2]}-1,"30.00",未领取,24 小时未领取`,
    `${ids[3]}-1,40.00,,`,
  ]
  const first = await answer(finance, lines)
  expect(first.counts).toEqual({ paid: 1, failed: 1, returned: 1, unchanged: 0, pending: 1, rejected: 0 })
  const again = await answer(finance, lines)
  expect(again.counts).toMatchObject({ unchanged: 3, pending: 1, rejected: 0 })
  const states = await byAmount(world)
  expect(states.map(({ state, reason }) => [state, reason])).toEqual([
    ['paid', null],
    ['failed', '户名不符'],
    ['returned', '24 小时未领取'],
    ['paying', null],
  ])
  const cash = await Promise.all(members.map((ctx) => cashOf(world, ctx)))
  expect(cash).toEqual([0, 0, 3_000, 0])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
  const returned = members[2] as MemberContext
  expect((await myPayouts({ ctx: returned, input: {} })).payouts).toMatchObject([
    { state: 'returned', reason: '24 小时未领取' },
  ])
  // What came back can be taken out again, the same day.
  expect((await ask(returned, 'again-1')).status).toBe('requested')
})

test('rows that are wrong are refused one by one, and say why', async () => {
  await using world = await aWorld()
  const { finance, ids } = await paying(world, 1_000, 2_000)
  const { rows, counts } = await answer(finance, [
    `${ids[0]}-1,10.01,成功,`,
    `${ids[0]},10.00,成功,`,
    `${ids[0]}-2,10.00,成功,`,
    `pay_0000000000000000-1,10.00,成功,`,
    `${ids[0]}-1,10.00,大概成功,`,
    `${ids[0]}-1,ten,成功,`,
    `${ids[0]}-1,10.00,失败,${'长'.repeat(101)}`,
    `${ids[1]}-1,20.00,成功,`,
    `${ids[1]}-1,20.00,失败,`,
  ])
  expect(rows.map(({ row, problem }) => [row, problem])).toEqual([
    [2, 'amount_differs'],
    [3, 'bad_reference'],
    [4, 'unknown'],
    [5, 'unknown'],
    [6, 'bad_result'],
    [7, 'bad_amount'],
    [8, 'reason_too_long'],
    [9, 'contradicting'],
    [10, 'contradicting'],
  ])
  expect(counts.rejected).toBe(9)
  expect((await payouts(world)).map(({ state }) => state)).toEqual(['paying', 'paying'])
})

test.each([['没有,这些,列\n1,2,3'], [''], ['打款单号,金额\npay_1,2'], ['结果,结果,打款单号\n1,2,3']])(
  'a file without the columns is refused whole: %j',
  async (text) => {
    await using world = await aWorld()
    const ctx = await world.as('finance')
    const importing = importResults({ ctx, bytes: Buffer.from(text) })
    await expect(importing).rejects.toMatchObject({ code: 'invalid_input' })
  },
)

test('one that failed is sent again under a new reference, and a late answer to the first time is refused', async () => {
  await using world = await aWorld()
  const { finance, ids, members } = await paying(world, 1_000)
  const [id = ''] = ids
  await expect(retryPayout({ ctx: finance, input: { id } })).rejects.toMatchObject({ code: 'wrong_state' })
  await answer(finance, [`${id}-1,10.00,失败,账号有误`])
  await retryPayout({ ctx: finance, input: { id, account: '6222 0000 1111' } })
  expect(await payouts(world)).toMatchObject([
    { state: 'claim_pending', attempt: 2, batchId: null, handedAt: null },
  ])
  expect((await myPayouts({ ctx: members[0] as MemberContext, input: {} })).payouts[0]?.reason).toBeNull()
  await hand(world)
  const batch = await makeBatch({ ctx: finance })
  await downloadBatch({ ctx: finance, input: { id: batch.id } })
  const rows = await world.ctx.db.read.select().from(payoutBatch).where(eq(payoutBatch.id, batch.id))
  expect(rows[0]?.csv).toContain(`${id}-2,10.00,`)
  expect(rows[0]?.csv).toContain('6222 0000 1111')
  const late = await answer(finance, [`${id}-1,10.00,失败,账号有误`])
  expect(late.rows).toMatchObject([{ outcome: 'rejected', problem: 'earlier_attempt' }])
  expect((await answer(finance, [`${id}-2,10.00,paid,`])).counts.paid).toBe(1)
  expect((await answer(finance, [`${id}-2,10.00,failed,`])).rows).toMatchObject([{ problem: 'not_paying' }])
  await expect(retryPayout({ ctx: finance, input: { id } })).rejects.toMatchObject({ code: 'wrong_state' })
})

test('money is put back by hand once, however many do it', async () => {
  await using world = await aWorld()
  const { finance, ids, members } = await paying(world, 1_000)
  const [id = ''] = ids
  await answer(finance, [`${id}-1,10.00,失败,销户`])
  const input = { id, reason: '会员已销户' }
  const tries = await Promise.allSettled([1, 2, 3].map(() => returnPayout({ ctx: finance, input })))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await cashOf(world, members[0] as MemberContext)).toBe(1_000)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
  const noted = await world.ctx.db.read.select({ action: audit.action }).from(audit)
  expect(noted.filter(({ action }) => action === 'payout.return')).toHaveLength(1)
})

test('an adapter that pays at once is asked under one reference, also when the note of it was lost', async () => {
  await using world = await aWorld()
  await ask(await aMember(world), 'direct-1')
  const asked: string[] = []
  const adapter = {
    name: 'direct',
    submit: async ({ reference }: { reference: string }) => {
      asked.push(reference)
      return 'paying' as const
    },
  }
  const handlers = { 'payout.submit': submitPayouts(adapter) }
  const lost = { ...world.ctx.db, transaction: afterTheFirst(world) }
  await drainOutbox({ ...world.ctx, db: lost }, handlers, GOING_ON).catch(() => {})
  world.clock.advance(DAY_MS)
  await drainOutbox(world.ctx, handlers, GOING_ON)
  const [row] = await payouts(world)
  expect(asked).toEqual([`${row?.id}-1`, `${row?.id}-1`])
  expect(row?.state).toBe('paying')
  // Delivered once more, it is left alone.
  const delivery = { payload: { payoutId: row?.id ?? '', attempt: 1 }, idempotency: 'x', attempt: 3 }
  await submitPayouts(adapter)(world.ctx, delivery, GOING_ON)
  expect(asked).toHaveLength(2)
})

function afterTheFirst(world: World): World['ctx']['db']['transaction'] {
  let isFirst = true
  return (work) => {
    if (!isFirst) return Promise.reject(new Error('killed'))
    isFirst = false
    return world.ctx.db.transaction(work)
  }
}

test('a payout that took another amount than it pays, or came back without the money, is told by the books', async () => {
  await using world = await aWorld()
  const { finance, ids } = await paying(world, 1_000, 2_000)
  await answer(finance, [`${ids[0]}-1,10.00,退回,`])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
  await tamper(world, [`update payout set amount_fen = amount_fen + 1 where state = 'paying'`])
  expect(await bookErrors(world.ctx.db.read)).toEqual([`payouts of ${ids[1]}: kept 2001, counted 2000`])
  await tamper(world, [
    `update payout set amount_fen = amount_fen - 1, state = 'returned' where state = 'paying'`,
  ])
  expect(await bookErrors(world.ctx.db.read)).toEqual([`payouts of ${ids[1]}: kept 0, counted 2000`])
})

test('finance finds a payout by its member or number, and nobody else sees any', async () => {
  await using world = await aWorld()
  const ctx = await aMember(world, 500, '小满')
  await ask(await aMember(world), 'other-1')
  await ask(ctx, 'found-1')
  const finance = await world.as('finance')
  const found = async (search: string) =>
    (await listPayouts({ ctx: finance, input: { search } })).items.map(({ member }) => member.nickname)
  const [mine] = (await myPayouts({ ctx, input: {} })).payouts
  expect(await found('满')).toEqual(['小满'])
  expect(await found(`${mine?.id}-1`)).toEqual(['小满'])
  expect(await found(`shop-${idOf(ctx)}`)).toEqual(['小满'])
  for (const role of ['operator', 'support', 'approver', 'business', 'product'] as const) {
    const other = await world.as(role)
    await expect(listPayouts({ ctx: other, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(makeBatch({ ctx: other })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(importResults({ ctx: other, bytes: Buffer.from('x') })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }
})
