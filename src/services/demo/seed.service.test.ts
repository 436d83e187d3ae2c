import { expect, test } from 'vitest'
import { campaign, publication, reward, staff } from '@/src/db'
import { aWorld, type World } from '@/src/testing/world'
import { createAuth } from '../staff'
import { seedDemo } from './seed'

const SECRET = 'a secret of at least thirty-two characters'

async function made(world: World) {
  const db = world.ctx.db.read
  return {
    staff: (await db.select().from(staff)).length,
    campaigns: (await db.select().from(campaign)).length,
    rewards: (await db.select().from(reward)).length,
    links: (await db.select().from(publication)).map((row) => row.slug).sort(),
  }
}

const WHOLE = { staff: 7, campaigns: 1, rewards: 3, links: ['about-double-11', 'double-11'] }

test('the demo is made once', async () => {
  await using world = await aWorld()
  const auth = createAuth(world.ctx, SECRET)
  expect(await seedDemo(world.ctx, auth)).toBe(true)
  expect(await seedDemo(world.ctx, auth)).toBe(false)
  expect(await made(world)).toEqual(WHOLE)
})

test('a first start that was cut off anywhere is taken up again', async () => {
  await using world = await aWorld()
  const auth = createAuth(world.ctx, SECRET)
  for (let steps = 1; ; steps++) {
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
})
