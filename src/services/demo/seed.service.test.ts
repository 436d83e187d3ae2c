import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  campaign,
  grant,
  member,
  payout,
  product,
  publication,
  reward,
  riskListEntry,
  riskRule,
  staff,
  toolRow,
} from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aWorld, type World } from '@/src/testing/world'
import { createAuth } from '../staff'
import { seedDemo } from './seed'

const SECRET = 'a secret of at least thirty-two characters'

async function made(world: World) {
  const db = world.ctx.db.read
  return {
    staff: (await db.select().from(staff)).length,
    members: (await db.select().from(member)).length,
    campaigns: (await db.select().from(campaign)).length,
    rewards: (await db.select().from(reward)).length,
    products: (await db.select().from(product)).length,
    payouts: (await db.select().from(payout)).map((row) => row.state).sort(),
    riskRules: (await db.select().from(riskRule)).length,
    listed: (await db.select().from(riskListEntry)).length,
    links: (await db.select().from(publication)).map((row) => row.slug).sort(),
  }
}

const WHOLE = {
  staff: 7,
  members: 200,
  campaigns: 4,
  rewards: 21,
  products: 13,
  payouts: [
    ...['claim_pending', 'claim_pending', 'claim_pending', 'failed', 'paid'],
    ...['paid', 'paid', 'paying', 'paying', 'returned'],
  ],
  riskRules: 3,
  listed: 4,
  links: ['about-double-11', 'double-11', 'lucky-packet', 'new-member', 'points-carnival'],
}

/** A packet that friends expanded, and that was collected. */
const Expanded = z.object({ helps: z.array(z.unknown()), collected: z.object({ fen: z.int() }) })

test('the demo is made once', async () => {
  await using world = await aWorld()
  const auth = await createAuth(world.ctx, SECRET)
  expect(await seedDemo(world.ctx, auth)).toBe(true)
  expect(await seedDemo(world.ctx, auth)).toBe(false)
  expect(await made(world)).toEqual(WHOLE)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
  const winners = await world.ctx.db.read.select({ memberId: grant.memberId }).from(grant)
  expect(new Set(winners.map(({ memberId }) => memberId)).size).toBeGreaterThan(100)
  const rows = await world.ctx.db.read.select().from(toolRow)
  const packets = rows.flatMap(({ value }) => Expanded.safeParse(value).data ?? [])
  expect(packets.every(({ collected }) => collected.fen > 200)).toBe(true)
  expect(packets.some(({ collected }) => collected.fen === 2_000)).toBe(true)
}, 120_000)

test('a first start that was cut off anywhere is taken up again', async () => {
  await using world = await aWorld()
  const auth = await createAuth(world.ctx, SECRET)
  for (let steps = 1; ; steps += 13) {
    let left = steps
    const cutOff: World['ctx']['db']['transaction'] = (work) => {
      if (left-- === 0) throw new Error('cut off')
      return world.ctx.db.transaction(work)
    }
    const ctx = { ...world.ctx, db: { ...world.ctx.db, transaction: cutOff } }
    const isThrough = await seedDemo(ctx, auth).catch(() => undefined)
    if (isThrough !== undefined) break
  }
  expect(await made(world)).toEqual(WHOLE)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
}, 120_000)
