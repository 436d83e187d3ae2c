import { expect, test } from 'vitest'
import type { Outcome } from '@/schemas/outcome'
import { draw, toolVersion } from '@/src/db'
import { aBlank, aLottery, aPrize } from '@/src/testing/builders/lottery'
import { aKey, type PublishedTool } from '@/src/testing/builders/published-tool'
import { aCoupon, somePoints } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { createCombiner } from '../grants'
import { readTool, updateTool } from '../tools'
import { listDraws, replayDraw } from './index'

/** A lottery in which every rule comes to bear. */
function everyRule(world: World): Promise<PublishedTool> {
  return aLottery(world, {
    rewards: [aCoupon({ stock: 5 }), somePoints(), aCoupon()],
    prizes: ([gold, silver, other]) => [
      aPrize('gold', gold, { weight: 250_000 }),
      aPrize('silver', silver, { weight: 150_000, perHour: 5 }),
      aPrize('late', other, { weight: 100_000, unlockAfter: 3 }),
      aPrize('solace', silver, { weight: 0, isPity: true }),
      aPrize('catch', other, { weight: 50_000, isFallback: true, total: 10 }),
      aBlank(450_000),
    ],
    freePerDay: 10,
    pityAfter: 2,
  })
}

const inputOf = ({ memberId, key }: { memberId: string; key: string }) => ({ memberId, key })

test('every draw, won or not, is kept and comes to the same again', async () => {
  await using world = await aWorld()
  const lottery = await everyRule(world)
  const members = await Promise.all(Array.from({ length: 12 }, () => world.asMember()))
  const outcomes: Outcome[] = await Promise.all(
    Array.from({ length: 10 }, () => members.map((ctx) => lottery.act(ctx, 'draw', {}))).flat(),
  )
  const drawn = outcomes.filter(({ status }) => status === 'granted' || status === 'no_prize')
  const rows = await world.ctx.db.read.select().from(draw)
  expect(rows).toHaveLength(drawn.length)
  expect(new Set(rows.map(({ seed }) => seed)).size).toBe(rows.length)
  for (const row of rows) {
    const { differences } = await replayDraw({ ctx: lottery.admin, input: inputOf(row) })
    expect(differences, JSON.stringify(row)).toEqual([])
  }
})

test('a refused draw leaves no record, and a repeated one leaves one', async () => {
  await using world = await aWorld()
  const lottery = await aLottery(world, { freePerDay: 1 })
  const ctx = await world.asMember()
  const key = aKey()
  await Promise.all([lottery.act(ctx, 'draw', {}, key), lottery.act(ctx, 'draw', {}, key)])
  expect(await lottery.act(ctx, 'draw', {})).toEqual({ status: 'no_chance' })
  const rows = await world.ctx.db.read.select().from(draw)
  expect(rows.map((row) => row.key)).toEqual([key])
})

test('a draw is replayed by the configuration it was drawn by, whatever was changed since', async () => {
  await using world = await aWorld()
  const lottery = await aLottery(world, { freePerDay: 20 })
  const ctx = await world.asMember()
  for (let i = 0; i < 20; i++) await lottery.act(ctx, 'draw', {})
  const { name, config, revision } = await readTool({ ctx: lottery.admin, input: { id: lottery.toolId } })
  const [id] = lottery.rewardIds
  const prizes = [{ ...aBlank(900_000) }, aPrize('coupon', id, { weight: 100_000 })]
  const changed = { ...config, prizes } as Parameters<typeof updateTool>[0]['input']['config']
  await updateTool({ ctx: lottery.admin, input: { id: lottery.toolId, name, revision, config: changed } })
  const versions = await world.ctx.db.read.select().from(toolVersion)
  expect(versions.map((version) => version.revision).sort()).toEqual([1, 2])
  const rows = await world.ctx.db.read.select().from(draw)
  for (const row of rows)
    expect((await replayDraw({ ctx: lottery.admin, input: inputOf(row) })).differences).toEqual([])
})

test('a forged record is found: another prize, another reason, another seed, a version nobody kept', async () => {
  await using world = await aWorld()
  // Always drawn: so what a forger says must not come of any seed.
  const lottery = await aLottery(world, {
    prizes: ([id]) => [aPrize('coupon', id, { weight: 1_000_000, unlockAfter: 1 }), aBlank(0)],
    freePerDay: 2,
  })
  const ctx = await world.asMember()
  await lottery.act(ctx, 'draw', {})
  const won = await lottery.act(ctx, 'draw', {})
  const grantId = won.status === 'granted' ? (won.rewards[0]?.id ?? '') : ''
  const rows = await world.ctx.db.read.select().from(draw)
  const [row] = rows.filter(({ drawsBefore }) => drawsBefore === 1)
  if (!row) throw new Error('nothing was drawn')
  expect(await replayDraw({ ctx: lottery.admin, input: { grantId } })).toMatchObject({
    record: { drawn: 'coupon', given: 'coupon', why: null },
    differences: [],
  })
  // Nobody can change the record itself.
  const { db } = world.ctx
  await expect(db.transaction((tx) => tx.update(draw).set({ given: 'none' }).returning())).rejects.toThrow()
  await expect(db.transaction((tx) => tx.delete(draw).returning())).rejects.toThrow()

  const found = async (over: Partial<typeof row>) => {
    const forged = { ...row, key: aKey(), ...over }
    await db.transaction((tx) => tx.insert(draw).values(forged).returning())
    const { differences } = await replayDraw({ ctx: lottery.admin, input: inputOf(forged) })
    return differences.map(({ what }) => what)
  }
  // A win that was never given: the record is sound, and its grant is not there.
  expect(await found({})).toEqual(['grant'])
  expect(await found({ drawn: 'none', given: 'none' })).toEqual(['drawn', 'why'])
  expect(await found({ given: 'none' })).toEqual(['why'])
  expect(await found({ drawsBefore: 0 })).toEqual(['given', 'why'])
  expect(await found({ why: 'pity' })).toEqual(['why', 'grant'])
  expect(await found({ seed: 'none' })).toEqual(['seed'])
  expect(await found({ revision: 7 })).toEqual(['configuration'])
})

test('seeds may be brought along, and decide what is drawn', async () => {
  await using world = await aWorld()
  const lottery = await aLottery(world, { freePerDay: 3 })
  const { db, clock, timeZone } = world.ctx
  const seed = '9e3779b97f4a7c15f39cc0605cedc834'
  const combiner = createCombiner({ db, clock, timeZone, newSeed: () => seed })
  const members = await Promise.all([1, 2, 3].map(() => world.asMember()))
  for (const member of members) await lottery.act({ ...member, combiner }, 'draw', {})
  const rows = await db.read.select().from(draw)
  expect(new Set(rows.map((row) => row.seed))).toEqual(new Set([seed]))
  expect(new Set(rows.map((row) => row.drawn)).size).toBe(1)
})

test('staff see the latest draws of a tool or of one member, whoever may see grants', async () => {
  await using world = await aWorld()
  const lottery = await aLottery(world, { freePerDay: 3 })
  const [ann, bob] = await Promise.all([world.asMember('小明'), world.asMember('李雷')])
  await lottery.act(ann, 'draw', {})
  world.clock.advance(1_000)
  await lottery.act(bob, 'draw', {})
  const input = { toolId: lottery.toolId }
  const all = await listDraws({ ctx: await world.as('support'), input })
  expect(all.map(({ member }) => member.nickname)).toEqual(['李雷', '小明'])
  const mine = await listDraws({ ctx: lottery.admin, input: { ...input, member: `shop-${ann.member?.id}` } })
  expect(mine.map(({ member }) => member.nickname)).toEqual(['小明'])
  const outsider = await world.as('product')
  await expect(listDraws({ ctx: outsider, input })).rejects.toMatchObject({ code: 'forbidden' })
  const [first] = all
  const one = { memberId: first?.member.id ?? '', key: first?.key ?? '' }
  await expect(replayDraw({ ctx: outsider, input: one })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(replayDraw({ ctx: lottery.admin, input: { ...one, key: aKey() } })).rejects.toMatchObject({
    code: 'not_found',
  })
})
