import { expect, test } from 'vitest'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aWorld } from '@/src/testing/world'
import { readCampaign, topUpCampaign, transitionCampaign, updateCampaign } from './index'

test('of two who decide at the same moment one is told; an ended campaign stays ended', async () => {
  await using world = await aWorld()
  for (let round = 0; round < 5; round++) {
    const { admin: ctx, campaignId: id } = await aCouponWall(world)
    await transitionCampaign({ ctx, input: { id, event: 'suspend' } })
    const ends = await Promise.allSettled([
      transitionCampaign({ ctx, input: { id, event: 'end' } }),
      transitionCampaign({ ctx, input: { id, event: 'resume' } }),
    ])
    const ended = ends[0].status === 'fulfilled'
    const { state } = await readCampaign({ ctx, input: { id } })
    expect(state).toBe(ended ? 'ended' : 'running')
  }
})

test('a top-up asked for twice under one key is one top-up', async () => {
  await using world = await aWorld()
  const { admin: ctx, campaignId: id } = await aCouponWall(world, { budgetFen: 1_000 })
  const input = { id, amountFen: 500, idempotencyKey: 'the-same-click' }
  expect(await topUpCampaign({ ctx, input })).toMatchObject({
    budget: { totalFen: 1_500, availableFen: 1_500 },
  })
  await expect(topUpCampaign({ ctx, input })).rejects.toMatchObject({ code: 'already_exists' })
  expect((await readCampaign({ ctx, input: { id } })).budget.totalFen).toBe(1_500)
})

test('an ended campaign cannot be changed', async () => {
  await using world = await aWorld()
  const { admin: ctx, campaignId: id } = await aCouponWall(world)
  await transitionCampaign({ ctx, input: { id, event: 'end' } })
  const window = { startsAt: '2026-11-01T00:00:00.000Z', endsAt: '2027-11-01T00:00:00.000Z' }
  await expect(updateCampaign({ ctx, input: { id, name: '再来', ...window } })).rejects.toMatchObject({
    code: 'wrong_state',
  })
})
