import { expect, test } from 'vitest'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aCoupon, somePoints } from '@/src/testing/builders/rewards'
import { aWorld } from '@/src/testing/world'

test('a draw that comes to a coupon which has lapsed gives the fallback', async () => {
  await using world = await aWorld()
  // It is good while the page is published, which would be refused otherwise.
  world.clock.set('2026-11-11T03:00:00.000Z')
  const prize = { gives: 'reward', isFallback: false, image: '' }
  const lottery = await aPublishedTool(world, {
    type: 'lottery',
    rewards: [aCoupon({ validity: { kind: 'until', until: '2026-11-11T04:00:00.000Z' } }), somePoints()],
    config: ([coupon, points]) => ({
      prizes: [
        { ...prize, key: 'coupon', name: '优惠券', rewardId: coupon, weight: 1_000_000 },
        { ...prize, key: 'points', name: '积分', rewardId: points, weight: 0, isFallback: true },
      ],
      freePerDay: 10,
      freePerCampaign: 0,
      pointsPerChance: 0,
      buysPerDay: 1,
      visits: [],
      showOdds: false,
      useLink: '',
    }),
  })
  const member = await world.asMember()
  const drawnAt = async (iso: string) => {
    world.clock.set(iso)
    return lottery.act(member, 'draw', {})
  }
  expect(await drawnAt('2026-11-11T03:59:59.999Z')).toMatchObject({
    status: 'granted',
    detail: { prize: 'coupon' },
  })
  expect(await drawnAt('2026-11-11T04:00:00.000Z')).toMatchObject({
    status: 'granted',
    detail: { prize: 'points' },
  })
})
