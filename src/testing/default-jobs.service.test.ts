import { expect, test } from 'vitest'
import { hold, pointLot, requestOutcome } from '@/src/db'
import { startJobs } from '@/src/jobs/start'
import { bringWallets } from '@/src/services/wallets'
import { bookErrors } from '@/src/testing/books'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { someCash } from '@/src/testing/builders/rewards'
import { aWorld } from '@/src/testing/world'
import { tools } from '@/widgets/registry.tools.gen'

const DAY_MS = 86_400_000

test('by the clock, what is over is given back, lapsed points are taken out, old answers are forgotten', async () => {
  await using world = await aWorld()
  const packets = await aPublishedTool(world, {
    type: 'red-packet',
    rewards: [someCash()],
    config: ([rewardId]) => ({ ...tools['red-packet'].defaults, mode: 'share', rewardId, hours: 1 }),
  })
  const member = await world.asMember()
  const now = world.clock.now()
  const points = { points: 10, pointsUntil: new Date(now.getTime() + DAY_MS), cashFen: 0 }
  await world.ctx.db.transaction((tx) =>
    bringWallets(tx, [{ memberId: member.member?.id ?? '', ...points }], now),
  )
  expect((await packets.act(member, 'send', {})).status).toBe('done')

  world.clock.advance(8 * DAY_MS)
  const stop = startJobs(world.ctx)
  await stop()
  const db = world.ctx.db.read
  expect(await db.select().from(hold)).toMatchObject([{ countLeft: 0, leftFen: 0 }])
  expect(await db.select().from(pointLot)).toMatchObject([{ left: 0 }])
  expect(await db.select().from(requestOutcome)).toEqual([])
  expect(await bookErrors(db)).toEqual([])
})
