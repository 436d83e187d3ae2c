import { expect, test } from 'vitest'
import { audit, eq, grant } from '@/src/db'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aThing, someCash } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { redeemGrants } from '../grants/redeem'
import { revokeGrant } from '../grants/revoke'
import { exportTaxes } from '.'

const taxClass = 'incidental' as const

/** A wall with taxed cash, a taxed thing, and cash that is not taxed. */
async function aWall(world: World) {
  const wall = await aPublishedTool(world, {
    type: 'coupon-wall',
    rewards: [
      { ...someCash({ amountFen: 8_000 }), taxClass },
      { ...aThing({ costFen: 3_000 }), taxClass },
      someCash({ amountFen: 500 }),
    ],
    endsAt: '2026-12-31T00:00:00.000Z',
    config: (rewardIds) => ({ coupons: rewardIds.map((rewardId) => ({ rewardId, perMember: 9 })) }),
  })
  const [cash, thing, exempt] = wall.rewardIds
  const member = await world.asMember()
  const claim = async (rewardId: string | undefined) => {
    const outcome = await wall.act(member, 'claim', { rewardId })
    world.clock.advance(1)
    return outcome.status === 'granted' ? (outcome.rewards[0]?.id ?? '') : outcome.status
  }
  return { cash, thing, exempt, claim }
}

const rowsOf = (csv: string) => csv.trim().split('\r\n').slice(1)

async function send(world: World, grantId: string) {
  const [row] = await world.ctx.db.read.select().from(grant).where(eq(grant.id, grantId))
  const memberId = row?.memberId ?? ''
  const used = { grantId, memberId, orderRef: grantId, costFen: 2_500 + 750, lines: [], idempotency: grantId }
  await world.ctx.db.transaction((tx) => redeemGrants(tx, [used], world.clock.now()))
}

test('a month’s prizes are told with their value and tax, cash as it is granted, things as they are sent', async () => {
  await using world = await aWorld()
  const wall = await aWall(world)
  // The last minute of November in the shop, and the first of December.
  world.clock.set('2026-11-30T15:59:00.000Z')
  const november = await wall.claim(wall.cash)
  const thing = await wall.claim(wall.thing)
  await wall.claim(wall.exempt)
  world.clock.set('2026-11-30T16:00:00.000Z')
  const december = await wall.claim(wall.cash)
  const mistaken = await wall.claim(wall.cash)
  await revokeGrant({ ctx: await world.as('support'), input: { id: mistaken, reason: '重复' } })
  await send(world, thing)

  const ctx = await world.as('finance')
  const first = await exportTaxes({ ctx, input: { month: '2026-11' } })
  expect(first).toMatchObject({ count: 1, valueFen: 8_000, taxFen: 2_000, fileName: '偶然所得-2026-11.csv' })
  expect(rowsOf(first.csv)).toEqual([
    expect.stringMatching(`^2026-11-30,.*,80.00,100.00,20.00,${november},,$`),
  ])
  const second = await exportTaxes({ ctx, input: { month: '2026-12' } })
  expect(second).toMatchObject({ count: 2, valueFen: 11_000, taxFen: 2_750 })
  expect(rowsOf(second.csv)).toEqual([
    expect.stringMatching(`^2026-12-01,.*,80.00,100.00,20.00,${december},,$`),
    // What it is worth is declared, whatever it came to.
    expect.stringMatching(`^2026-12-01,.*,30.00,37.50,7.50,${thing},,$`),
  ])
  const noted = await world.ctx.db.read.select().from(audit).where(eq(audit.action, 'tax.export'))
  expect(noted.map(({ subjectId }) => subjectId)).toEqual(['2026-11', '2026-12'])
})

test('only whoever declares taxes sees them, and a month is one there is', async () => {
  await using world = await aWorld()
  for (const role of ['operator', 'support', 'business'] as const) {
    const ctx = await world.as(role)
    await expect(exportTaxes({ ctx, input: { month: '2026-11' } })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }
  const ctx = await world.as('admin')
  for (const month of ['2026-13', '2026-1', '11-2026'])
    await expect(exportTaxes({ ctx, input: { month } })).rejects.toThrow()
})
