import { expect, test } from 'vitest'
import { audit, type Database, eq, member, rehearsal, type Tx } from '@/src/db'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aRehearsal, aTester, rehearsalOf } from '@/src/testing/builders/rehearsals'
import { comesBetween, meanwhile } from '@/src/testing/comes-between'
import { aWorld } from '@/src/testing/world'
import { clearRehearsal, startRehearsal } from '.'
import { readRehearsalRow } from './stage'

/** What another process writes when it closes every rehearsal there is. */
const closeAll = (closedWhy: 'lapsed' | 'cleared') => (tx: Tx) =>
  Promise.resolve(
    tx
      .update(rehearsal)
      .set({ closedAt: new Date(0), closedWhy })
      .returning({ id: rehearsal.id }),
  )

test('one that another process closes in the same moment is closed once, by them', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const { id } = await aRehearsal(wall)
  const between = meanwhile(wall.admin, closeAll('lapsed'), rehearsal)
  await clearRehearsal({ ctx: between.ctx, input: { id } })
  expect(await readRehearsalRow(world.ctx.db.read, id)).toMatchObject({ closedWhy: 'lapsed', summary: null })
  const cleared = await world.ctx.db.read.select().from(audit).where(eq(audit.action, 'rehearsal.clear'))
  expect(cleared).toEqual([])
})

test('cleared by two at once it is cleared, and neither is told of a failure', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const rehearsed = await aRehearsal(wall)
  await aTester(world, wall, rehearsed)
  const { id } = rehearsed
  const clear = () => clearRehearsal({ ctx: wall.admin, input: { id } })
  expect(await Promise.all([clear(), clear(), clear()])).toEqual([{ id }, { id }, { id }])
  expect(await readRehearsalRow(world.ctx.db.read, id)).toMatchObject({
    closedWhy: 'cleared',
    summary: { testers: 1 },
  })
})

test('one that is cleared while it is being made stays so, and leaves nothing behind', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const { db } = wall.admin
  let times = 0
  // The first is the one that takes the campaign's place.
  const transaction: Database['transaction'] = (inside) =>
    db.transaction((tx) => inside(times++ === 1 ? comesBetween(tx, closeAll('cleared'), rehearsal) : tx))
  const ctx = { ...wall.admin, db: { ...db, transaction } }
  const { campaignId } = wall
  await expect(startRehearsal({ ctx, input: { campaignId } })).rejects.toMatchObject({ code: 'conflict' })
  const { last } = await rehearsalOf(wall)
  expect(last?.closedWhy).toBe('cleared')
  // Its database is gone: one of that name is made anew, and is empty.
  const beside = db.beside(last?.id ?? '')
  await beside.migrate()
  expect(await beside.read.select().from(member)).toEqual([])
  expect(await beside.read.select().from(rehearsal)).toEqual([])
  await beside.close()
  await aRehearsal(wall)
})
