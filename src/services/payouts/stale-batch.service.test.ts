import { expect, test } from 'vitest'
import { payout, payoutBatch, type Tx } from '@/src/db'
import { comesBetween } from '@/src/testing/comes-between'
import { aWorld, type World } from '@/src/testing/world'
import { drainOutbox } from '../outbox'
import { bringWallets } from '../wallets'
import { downloadBatch, makeBatch, PAYOUT_TOPIC, submitPayouts, withdraw } from './index'

/** A file of one payout that nobody has taken yet. */
async function aBatch(world: World) {
  const ctx = await world.asMember()
  const now = world.clock.now()
  const has = { memberId: ctx.member?.id ?? '', points: 0, pointsUntil: now, cashFen: 5_000 }
  await world.ctx.db.transaction((tx) => bringWallets(tx, [has], now))
  await withdraw({ ctx, input: { key: 'key-withdraw-1' } })
  const signal = new AbortController().signal
  await drainOutbox(world.ctx, { [PAYOUT_TOPIC]: submitPayouts() }, signal, { random: () => 0 })
  const finance = await world.as('finance')
  return { finance, ...(await makeBatch({ ctx: finance })) }
}

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
  const { finance, id } = await aBatch(world)
  let tries = 0
  const transaction: World['ctx']['db']['transaction'] = (inside) =>
    world.ctx.db.transaction((tx) => inside(tries++ === 0 ? comesBetween(tx, work, table) : tx))
  const ctx = { ...finance, db: { ...world.ctx.db, transaction } }
  expect(await downloadBatch({ ctx, input: { id } })).toMatchObject({ isFirst: true })
  expect(tries).toBe(2)
})
