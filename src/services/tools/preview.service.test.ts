import { expect, test } from 'vitest'
import { PLAIN_VIEWPOINT, type Viewpoint } from '@/schemas/viewpoint-parts'
import { toolFactsOf } from '@/src/document'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aCoupon, somePoints } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { definitions } from '@/widgets/registry.definitions.gen'
import { previewTools } from './index'

const KINDS = {
  'coupon-wall': (rewardId: string) => ({ coupons: [{ rewardId, perMember: 2 }] }),
  lottery: (rewardId: string) => ({
    prizes: [
      { key: 'a', name: '券', gives: 'reward', rewardId, weight: 600_000, isFallback: false, image: '' },
      { key: 'b', name: '谢谢', gives: 'nothing', weight: 400_000, isFallback: true, image: '' },
    ],
    freePerDay: 3,
    freePerCampaign: 0,
    pointsPerChance: 0,
    buysPerDay: 1,
    visits: [],
    showOdds: false,
    useLink: '',
  }),
} as const

async function aTool(world: World, type: keyof typeof KINDS) {
  const { toolId, admin } = await aPublishedTool(world, {
    type,
    rewards: [type === 'lottery' ? somePoints() : aCoupon()],
    config: ([rewardId]) => KINDS[type](rewardId ?? ''),
  })
  /** What conditions are told of it from there, which every widget says in the same words. */
  const seen = async (as: Partial<Viewpoint> = {}) => {
    const input = { ids: [toolId], as: { ...PLAIN_VIEWPOINT, ...as } }
    const states = await previewTools({ ctx: admin, input })
    const definition = definitions[type]
    if (!definition) throw new Error('no such widget')
    return { state: states[toolId], facts: toolFactsOf(definition, states[toolId]) }
  }
  return { seen, admin, toolId }
}

test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])(
  'a %s is seen before, during and after its campaign, whatever the clock says',
  async (type) => {
    await using world = await aWorld()
    const { seen } = await aTool(world, type)
    const phases = { before: 'not_started', during: 'running', after: 'ended' } as const
    for (const [moment, phase] of Object.entries(phases)) {
      expect((await seen({ moment: moment as Viewpoint['moment'] })).facts.phase).toBe(phase)
    }
  },
)

test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])(
  'a %s is seen as one who has played, and with everything gone; nothing is written for it',
  async (type) => {
    await using world = await aWorld()
    const { seen, admin, toolId } = await aTool(world, type)
    const usual = await seen({ viewer: 'old' })
    expect(usual.facts).toMatchObject({ playedOut: false, soldOut: false })
    expect((await seen({ viewer: 'old', situation: 'played' })).facts.playedOut).toBe(true)
    expect((await seen({ viewer: 'old', situation: 'soldOut' })).facts.soldOut).toBe(true)
    // Somebody who is not signed in has played nothing.
    expect((await seen({ situation: 'played' })).facts.playedOut).toBe(false)
    expect((await seen({ viewer: 'old' })).state).toEqual(usual.state)
    expect(await previewTools({ ctx: admin, input: { ids: [toolId] } })).toEqual({
      [toolId]: (await seen()).state,
    })
  },
)

test('a viewpoint that does not exist is refused', async () => {
  await using world = await aWorld()
  const { admin, toolId } = await aTool(world, 'lottery')
  const as = { ...PLAIN_VIEWPOINT, moment: 'yesterday' } as unknown as Viewpoint
  await expect(previewTools({ ctx: admin, input: { ids: [toolId], as } })).rejects.toThrow()
})
