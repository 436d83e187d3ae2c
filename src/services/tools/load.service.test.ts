import { expect, test } from 'vitest'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aWorld } from '@/src/testing/world'
import { readTool, updateTool } from './index'
import { readTools } from './load'

test('a configuration is one object until it is changed, for what tools keep beside it', async () => {
  await using world = await aWorld()
  const { toolId, admin, rewardId } = await aCouponWall(world, { perMember: 1 })
  const configOf = async () => (await readTools(world.ctx.db.read, [toolId])).get(toolId)?.config
  const before = await configOf()
  expect(await configOf()).toBe(before)
  const { revision, name } = await readTool({ ctx: admin, input: { id: toolId } })
  const config = { coupons: [{ rewardId, perMember: 7 }] }
  await updateTool({ ctx: admin, input: { id: toolId, revision, name, config } })
  const after = await configOf()
  expect(after).toEqual(config)
  expect(await configOf()).toBe(after)
})
