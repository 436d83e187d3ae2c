import { expect, test } from 'vitest'
import type { HeldReward } from '@/schemas/outcome'
import type { ReadDb } from '@/src/db'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { somePoints } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { createTool } from './index'
import { presentTools } from './present'

const aPrize = (rewardId: string | undefined) => ({
  prizes: [
    { key: 'a', name: '积分', gives: 'reward', rewardId, weight: 1_000_000, isFallback: true, image: '' },
  ],
  freePerDay: 10,
  freePerCampaign: 0,
  pointsPerChance: 0,
  buysPerDay: 1,
  visits: [],
  showOdds: false,
  useLink: '',
})

/** A lottery on a page, and more tools beside it. */
async function manyTools(world: World) {
  const first = await aPublishedTool(world, {
    type: 'lottery',
    rewards: [somePoints()],
    config: ([rewardId]) => aPrize(rewardId),
  })
  const { admin: ctx, campaignId, rewardIds } = first
  const add = async (type: string, config: Record<string, unknown>) =>
    (await createTool({ ctx, input: { campaignId, type, name: type, config: config as never } })).id
  const ids = [first.toolId]
  for (let i = 0; i < 4; i++) ids.push(await add('lottery', aPrize(rewardIds[0])))
  const floor = { source: 'group', products: [], group: '家电', limit: 20, coupons: [] }
  for (let i = 0; i < 5; i++) ids.push(await add('goods', floor))
  return { ...first, ids }
}

/** The database with its queries counted. */
function counted(db: ReadDb) {
  const queries = { count: 0 }
  const select = ((...fields: []) => {
    queries.count += 1
    return db.select(...fields)
  }) as ReadDb['select']
  const find: ReadDb['find'] = (statement, keys) => {
    if (keys.length > 0) queries.count += 1
    return db.find(statement, keys)
  }
  return { db: { ...db, select, find, selectDistinct: db.selectDistinct }, queries }
}

test('ten tools are presented with hardly more queries than one, and to the next viewer with no more', async () => {
  await using world = await aWorld()
  const { ids, act } = await manyTools(world)
  const member = await world.asMember()
  await act(member, 'draw', {})
  const viewer = { id: member.member?.id ?? '', name: '小*' }
  const { db, queries } = counted(world.ctx.db.read)
  const queriesFor = async (some: string[]) => {
    queries.count = 0
    await presentTools(world.ctx, db, some, viewer)
    return queries.count
  }
  const ofOne = await queriesFor(ids.slice(0, 1))
  world.clock.advance(1_000)
  // Each lottery's winners and the group's goods are read anew, once a second; new configurations once.
  expect(await queriesFor(ids)).toBeLessThanOrEqual(ofOne + 6)
  const next = await queriesFor(ids)
  expect(next).toBeLessThan(ofOne)
  expect(await queriesFor(ids)).toBe(next)
})

test('each tool shows its own of what the member holds, from the newest', async () => {
  await using world = await aWorld()
  const { ids, act } = await manyTools(world)
  const member = await world.asMember()
  const viewer = { id: member.member?.id ?? '', name: '小*' }
  for (let i = 0; i < 3; i++) {
    await act(member, 'draw', {})
    world.clock.advance(1)
  }
  const shown = await presentTools(world.ctx, world.ctx.db.read, ids, viewer)
  const winsOf = (id: string | undefined) =>
    (shown[id ?? ''] as { mine: HeldReward[] }).mine.map(({ grantedAt }) => grantedAt)
  const wins = winsOf(ids[0])
  expect(wins).toHaveLength(3)
  expect(wins).toEqual(wins.toSorted().reverse())
  expect(winsOf(ids[1])).toEqual([])
})
