import { expect, test } from 'vitest'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { someCash } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { tools } from '@/widgets/registry.tools.gen'
import { readTool, updateTool } from './index'

/** Packets that friends open together within an hour, and a second reward they might be paid of. */
async function aSharedPacket(world: World) {
  const packets = await aPublishedTool(world, {
    type: 'red-packet',
    rewards: [someCash({ amountFen: 1_000, stock: 100 }), someCash({ amountFen: 1_000, stock: 100 })],
    config: ([rewardId]) => ({
      ...tools['red-packet'].defaults,
      mode: 'share',
      rewardId,
      totalFen: 1_000,
      parts: 2,
      hours: 1,
    }),
  })
  const change = async (over: Partial<(typeof tools)['red-packet']['defaults']>) => {
    const { name, config, revision } = await readTool({ ctx: packets.admin, input: { id: packets.toolId } })
    const input = { id: packets.toolId, name, revision, config: { ...config, ...over } }
    return updateTool({ ctx: packets.admin, input })
  }
  return { ...packets, change }
}

test('what a sent packet is paid of cannot be taken from it while it can be opened', async () => {
  await using world = await aWorld()
  const { act, change, rewardIds } = await aSharedPacket(world)
  const sent = await act(await world.asMember(), 'send', {})
  const packet = sent.status === 'done' ? (sent.detail as { packet: string }).packet : ''
  const [, other] = rewardIds
  await expect(change({ rewardId: other, mode: 'open' })).rejects.toMatchObject({
    code: 'invalid_input',
    details: [
      { code: 'packets_are_open', path: ['config', 'mode'] },
      { code: 'packets_are_open', path: ['config', 'rewardId'] },
    ],
  })
  // Anything else may change, and the packet goes on.
  await change({ perDay: 9, parts: 5 })
  expect((await act(await world.asMember(), 'openShared', { packet })).status).toBe('granted')
  await expect(change({ rewardId: other })).rejects.toMatchObject({ code: 'invalid_input' })
  expect((await act(await world.asMember(), 'openShared', { packet })).status).toBe('granted')
  await change({ rewardId: other })
})

test('a packet that is over holds up no change', async () => {
  await using world = await aWorld()
  const { act, change } = await aSharedPacket(world)
  await act(await world.asMember(), 'send', {})
  world.clock.advance(60 * 60_000)
  await change({ mode: 'open' })
})

test('who saves a tool that somebody else saved meanwhile is told, and changes nothing', async () => {
  await using world = await aWorld()
  const { admin: ctx, toolId: id } = await aSharedPacket(world)
  const { config, revision } = await readTool({ ctx, input: { id } })
  const change = { id, revision, config: config as Parameters<typeof updateTool>[0]['input']['config'] }
  await updateTool({ ctx, input: { ...change, name: '先' } })
  const late = updateTool({ ctx, input: { ...change, name: '后' } })
  await expect(late).rejects.toMatchObject({ code: 'conflict' })
  expect(await readTool({ ctx, input: { id } })).toMatchObject({ name: '先', revision: revision + 1 })
})
