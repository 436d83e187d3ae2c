import { expect, test } from 'vitest'
import type { Block } from '@/schemas/page'
import { aCouponWall, aKey } from '@/src/testing/builders/coupon-wall'
import { aWorld, type World } from '@/src/testing/world'
import { publishPage, readPage, savePage } from '../pages'

const MINUTE_MS = 60_000

async function aWall(world: World) {
  const wall = await aCouponWall(world, { perMember: 50, endsAt: '2027-01-01T00:00:00.000Z' })
  const { admin: ctx, pageId: id } = wall
  /** Publishes the page anew, its blocks changed. */
  const publish = async (change: (block: Block) => Partial<Block>, title = 'changed') => {
    const { revision, definition } = await readPage({ ctx, input: { id } })
    const blocks = Object.values(definition.blocks).map((block) => [block.id, { ...block, ...change(block) }])
    const changed = { ...definition, title, blocks: Object.fromEntries(blocks) }
    const saved = await savePage({ ctx, input: { id, revision, definition: changed } })
    await publishPage({ ctx, input: { id, revision: saved.revision } })
  }
  return {
    ...wall,
    publish,
    takeOff: () => publish(() => ({ schedule: { from: '2030-01-01T00:00:00.000Z' } })),
  }
}

test('what was taken off the page is played for half an hour by those who have it open, and no longer', async () => {
  await using world = await aWorld()
  const wall = await aWall(world)
  const member = await world.asMember()
  const key = aKey()
  const first = await wall.claim(member, key)
  await wall.takeOff()
  world.clock.advance(29 * MINUTE_MS)
  expect((await wall.claim(member)).status).toBe('granted')
  world.clock.advance(MINUTE_MS)
  await expect(wall.claim(member)).rejects.toMatchObject({ code: 'not_found' })
  // A tap that was answered gets its answer again; its key is worth nothing to anybody else.
  expect(await wall.claim(member, key)).toEqual(first)
  await expect(wall.claim(await world.asMember(), key)).rejects.toMatchObject({ code: 'not_found' })
})

test('a corrected word costs nobody who has the page open their turn', async () => {
  await using world = await aWorld()
  const wall = await aWall(world)
  await wall.publish(() => ({}))
  world.clock.advance(120 * MINUTE_MS)
  const member = await world.asMember()
  expect((await wall.claim(member)).status).toBe('granted')
  await wall.takeOff()
  world.clock.advance(MINUTE_MS)
  // Half an hour counts from when the version gave way, and that is two hours ago.
  await expect(wall.claim(member)).rejects.toMatchObject({ code: 'not_found' })
})

test('a version that is published again is played again', async () => {
  await using world = await aWorld()
  const wall = await aWall(world)
  const { definition } = await readPage({ ctx: wall.admin, input: { id: wall.pageId } })
  await wall.takeOff()
  world.clock.advance(60 * MINUTE_MS)
  const member = await world.asMember()
  await expect(wall.claim(member)).rejects.toMatchObject({ code: 'not_found' })
  await wall.publish((block) => ({ schedule: definition.blocks[block.id]?.schedule }), definition.title)
  expect((await wall.claim(member)).status).toBe('granted')
})
