import { expect, test } from 'vitest'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aWorld } from '@/src/testing/world'
import { saveExclusivityGroup } from '../limits'
import { findMembers, lookUpDecisions } from './index'

test('support finds a member and reads what they got beside why they got nothing, by the day', async () => {
  await using world = await aWorld()
  const [one, two] = [await aCouponWall(world), await aCouponWall(world)]
  const { id: group } = await saveExclusivityGroup({
    ctx: one.admin,
    input: { name: '二选一', subjectIds: [one.toolId, two.toolId] },
  })
  const support = await world.as('support')
  const member = await world.asMember('小满满')
  const memberId = member.member?.id ?? ''
  await one.claim(member)
  await two.claim(member)
  await two.claim(member)
  world.clock.set('2026-11-11T16:00:00.000Z')
  await one.claim(member)

  const [found] = await findMembers({ ctx: support, input: { search: '满满' } })
  expect(found).toMatchObject({ id: memberId, nickname: '小满满', shopMemberId: `shop-${memberId}` })
  expect(await findMembers({ ctx: support, input: { search: `shop-${memberId}` } })).toHaveLength(1)

  const all = await lookUpDecisions({ ctx: support, input: { memberId } })
  expect(all.refusals.map(({ day, status }) => [day, status])).toEqual([
    ['2026-11-12', 'excluded'],
    ['2026-11-11', 'excluded'],
  ])
  const first = await lookUpDecisions({ ctx: support, input: { memberId, day: '2026-11-11' } })
  expect(first.refusals).toMatchObject([
    { status: 'excluded', rule: group, ruleName: '二选一', times: 2, tool: { id: two.toolId } },
  ])
  expect(first.refusals[0]?.trace.at(-1)?.check).toBe('exclusivity')
  expect(first.grants).toMatchObject([{ tool: { id: one.toolId } }])
  const second = await lookUpDecisions({
    ctx: support,
    input: { memberId, day: '2026-11-12', campaignId: one.campaignId },
  })
  expect(second.refusals).toHaveLength(1)
  expect(second.grants).toEqual([])
})

test('nobody without the permission, and nothing of a member there is not', async () => {
  await using world = await aWorld()
  const input = { memberId: 'mbr_00000000000000' }
  await expect(lookUpDecisions({ ctx: await world.as('product'), input })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(findMembers({ ctx: await world.as('product'), input: { search: 'x' } })).rejects.toMatchObject(
    { code: 'forbidden' },
  )
  await expect(lookUpDecisions({ ctx: await world.as('support'), input })).rejects.toMatchObject({
    code: 'not_found',
  })
})
