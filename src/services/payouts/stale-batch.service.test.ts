import { expect, test } from 'vitest'
import { eq, payout, payoutBatch, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { bookErrors } from '@/src/testing/books'
import { meanwhile } from '@/src/testing/comes-between'
import { aWorld, type World } from '@/src/testing/world'
import { drainOutbox } from '../outbox'
import { bringWallets } from '../wallets'
import { readWallets } from '../wallets/store'
import { downloadBatch, makeBatch, PAYOUT_TOPIC, returnPayout, submitPayouts, withdraw } from './index'

const CASH_FEN = 5_000

/** So many payouts, each of a member of its own, as they were asked for. */
async function asked(world: World, count: number) {
  const members: string[] = []
  for (let i = 0; i < count; i++) {
    const ctx = await world.asMember()
    const now = world.clock.now()
    const has = { memberId: ctx.member?.id ?? '', points: 0, pointsUntil: now, cashFen: CASH_FEN }
    await world.ctx.db.transaction((tx) => bringWallets(tx, [has], now))
    await withdraw({ ctx, input: { key: 'key-withdraw-1' } })
    members.push(has.memberId)
  }
  return { finance: await world.as('finance'), members }
}

const hand = (world: World) =>
  drainOutbox(world.ctx, { [PAYOUT_TOPIC]: submitPayouts() }, new AbortController().signal, {
    random: () => 0,
  })

const payouts = (world: World) => world.ctx.db.read.select().from(payout).orderBy(payout.id)

const MEANWHILE: [
  what: string,
  of: typeof payout | typeof payoutBatch,
  work: (tx: Tx) => Promise<unknown>,
][] = [
  ['the file was taken', payoutBatch, (tx) => tx.update(payoutBatch).set({ downloadedAt: new Date(1) })],
  ['a payout was returned', payout, (tx) => tx.update(payout).set({ state: 'returned' })],
]

test.each(MEANWHILE)('when %s meanwhile, what is paid is read again', async (_, table, work) => {
  await using world = await aWorld()
  const { finance } = await asked(world, 1)
  await hand(world)
  const { id } = await makeBatch({ ctx: finance })
  const { ctx, tries } = meanwhile(finance, work, table)
  expect(await downloadBatch({ ctx, input: { id } })).toMatchObject({ isFirst: true })
  expect(tries()).toBe(2)
})

test('what somebody else gathered meanwhile is in no second file', async () => {
  await using world = await aWorld()
  const { finance } = await asked(world, 2)
  await hand(world)
  const [first] = await payouts(world)
  const gather = async (tx: Tx) => {
    const id = newId('pbt', world.clock.now())
    const createdBy = finance.staff?.id ?? ''
    const file = { count: 1, totalFen: CASH_FEN, csv: '', manifest: '', signature: '' }
    await tx.insert(payoutBatch).values({ id, ...file, createdBy, createdAt: world.clock.now() })
    await tx
      .update(payout)
      .set({ batchId: id })
      .where(eq(payout.id, first?.id ?? ''))
  }
  const { ctx, tries } = meanwhile(finance, gather, payout)
  expect(await makeBatch({ ctx })).toMatchObject({ count: 2 })
  expect(tries()).toBe(2)
})

test('money that somebody else put back meanwhile is put back once', async () => {
  await using world = await aWorld()
  const { finance, members } = await asked(world, 1)
  const [row] = await payouts(world)
  const now = world.clock.now()
  await world.ctx.db.transaction((tx) =>
    tx.update(payout).set({ state: 'failed', handedAt: now }).returning(),
  )
  const { ctx, tries } = meanwhile(finance, (tx) => tx.update(payout).set({ state: 'returned' }), payout)
  const input = { id: row?.id ?? '', reason: '账户已注销' }
  expect(await returnPayout({ ctx, input })).toEqual({ state: 'returned' })
  expect(tries()).toBe(2)
  await expect(returnPayout({ ctx, input })).rejects.toMatchObject({ code: 'wrong_state' })
  const wallets = await readWallets(world.ctx.db.read, members)
  expect(wallets.get(members[0] ?? '')?.cashFen).toBe(CASH_FEN)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a payout that another process handed over keeps the time it did', async () => {
  await using world = await aWorld()
  await asked(world, 1)
  const [row] = await payouts(world)
  const handedAt = new Date(world.clock.now().getTime() - 1_000)
  const { ctx } = meanwhile(world.ctx, (tx) => tx.update(payout).set({ handedAt }), payout)
  const delivery = { payload: { payoutId: row?.id, attempt: 1 }, idempotency: 'key', attempt: 1 }
  await submitPayouts()(ctx, delivery, new AbortController().signal)
  expect(await payouts(world)).toMatchObject([{ state: 'claim_pending', handedAt }])
})
