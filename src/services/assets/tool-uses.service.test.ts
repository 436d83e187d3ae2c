import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { audit, eq } from '@/src/db'
import { aBlank, aLottery, aPrize } from '@/src/testing/builders/lottery'
import { aWorld, type World } from '@/src/testing/world'
import type { StaffContext } from '../context'
import { readTool, updateTool } from '../tools'
import { deleteAsset, listAssets, readAsset, replaceAsset, uploadAsset } from './index'

let world: World
let ctx: StaffContext
beforeEach(async () => {
  world = await aWorld()
  ctx = await world.as('admin')
})
afterEach(() => world[Symbol.asyncDispose]())

async function upload(background: string) {
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background } })
  return uploadAsset({ ctx, bytes: await image.png().toBuffer(), input: { name: background } })
}
const aDrawFor = (image: string) =>
  aLottery(world, { prizes: ([id]) => [aPrize('coupon', id, { image }), aBlank()] })
const prizesOf = async (id: string) => {
  const { config, revision } = await readTool({ ctx, input: { id } })
  return { revision, prizes: config.prizes as { image: string; weight: number }[] }
}

test('a picture of a prize is used: listed so, told where, and not to be deleted', async () => {
  const red = await upload('red')
  const blue = await upload('blue')
  const { toolId } = await aDrawFor(red.url)
  const listed = async (use: 'used' | 'unused') =>
    (await listAssets({ ctx, input: { use } })).items.map(({ hash, tools }) => ({ hash, tools }))
  expect(await listed('used')).toEqual([{ hash: red.hash, tools: 1 }])
  expect(await listed('unused')).toEqual([{ hash: blue.hash, tools: 0 }])
  expect(await readAsset({ ctx, input: { hash: red.hash } })).toMatchObject({
    pages: [],
    tools: [{ id: toolId, name: '玩法', type: 'lottery', campaignName: '双11' }],
  })
  await expect(deleteAsset({ ctx, input: { hash: red.hash } })).rejects.toMatchObject({
    code: 'wrong_state',
    details: [{ code: 'asset_used', params: { toolId, title: '玩法' } }],
  })
  await deleteAsset({ ctx, input: { hash: blue.hash } })
})

test('it is replaced in the tools that were named, as an edit of their own, and only there', async () => {
  const red = await upload('red')
  const blue = await upload('blue')
  const [one, two] = [await aDrawFor(red.url), await aDrawFor(red.url)]
  const before = await prizesOf(one.toolId)
  const input = { hash: red.hash, by: blue.hash, pageIds: [], toolIds: [one.toolId] }
  expect(await replaceAsset({ ctx, input })).toEqual({
    replaced: [],
    tools: [{ id: one.toolId, name: '玩法' }],
    failed: [],
  })
  const [coupon, ...rest] = before.prizes
  expect(await prizesOf(one.toolId)).toEqual({
    revision: before.revision + 1,
    prizes: [{ ...coupon, image: blue.url }, ...rest],
  })
  expect((await prizesOf(two.toolId)).prizes[0]?.image).toBe(red.url)
  const noted = await world.ctx.db.read.select().from(audit).where(eq(audit.action, 'asset.replace'))
  expect(noted).toMatchObject([{ details: { by: blue.hash, pages: [], tools: [one.toolId] } }])
  // Once more finds nothing to do, and a tool that is gone stops nothing.
  const again = { ...input, toolIds: [one.toolId, 'tool_00000000000000', two.toolId] }
  expect(await replaceAsset({ ctx, input: again })).toEqual({
    replaced: [],
    tools: [{ id: two.toolId, name: '玩法' }],
    failed: [{ id: 'tool_00000000000000', code: 'not_found' }],
  })
})

test('what a colleague saved meanwhile stays, with the new picture in it', async () => {
  const red = await upload('red')
  const blue = await upload('blue')
  const { toolId } = await aDrawFor(red.url)
  let isOvertaken = false
  const transaction: typeof ctx.db.transaction = async (work) => {
    if (!isOvertaken) {
      isOvertaken = true
      const { revision, config } = await readTool({ ctx, input: { id: toolId } })
      await updateTool({ ctx, input: { id: toolId, revision, name: '同事改过', config } as never })
    }
    return ctx.db.transaction(work)
  }
  const slow = { ...ctx, db: { ...ctx.db, transaction } }
  const input = { hash: red.hash, by: blue.hash, pageIds: [], toolIds: [toolId] }
  expect(await replaceAsset({ ctx: slow, input })).toMatchObject({
    tools: [{ name: '同事改过' }],
    failed: [],
  })
  expect((await prizesOf(toolId)).prizes[0]?.image).toBe(blue.url)
})
