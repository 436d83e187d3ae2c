import type { MemberContext } from '@/src/services/context'
import { giveAddress } from '@/src/services/grants'
import { bringWallets } from '@/src/services/wallets/bring'
import type { World } from '../world'
import { aPublishedTool, type PublishedToolOptions, type RewardInput } from './published-tool'
import { aThing } from './rewards'

/** Where prizes of tests go. */
export const AN_ADDRESS = {
  name: '李小满',
  phone: '13800138000',
  region: '浙江省 杭州市 余杭区',
  detail: '文一西路 1 号 2 幢 301',
}

type Options = Partial<Pick<PublishedToolOptions, 'startsAt' | 'endsAt' | 'budgetFen'>> & {
  rewards?: RewardInput[]
}

/** A campaign until December in which a thermos of ¥30 costs a point, and whoever wins one. */
export async function wonPrizes(world: World, { rewards = [aThing()], ...o }: Options = {}) {
  const mall = await aPublishedTool(world, {
    type: 'points-mall',
    rewards,
    config: (rewardIds) => ({
      items: rewardIds.map((rewardId) => ({ rewardId, pointsPrice: 1, cashFen: 0, perMember: 9, tag: '' })),
      earnLink: '',
      topUpLink: '',
    }),
    ...o,
  })
  const rich = new Set<string>()
  /** What `member` wins, and how that ended. */
  const play = async (member: MemberContext, rewardId = mall.rewardIds[0]) => {
    const memberId = member.member?.id ?? ''
    const brought = { memberId, points: 9, pointsUntil: new Date('2028-01-01'), cashFen: 0 }
    if (!rich.has(memberId))
      await world.ctx.db.transaction((tx) => bringWallets(tx, [brought], world.clock.now()))
    rich.add(memberId)
    // Grants of one millisecond have no order among them.
    world.clock.advance(1)
    return mall.act(member, 'redeem', { rewardId })
  }
  /** A member who won one; its address is still to be given. */
  const win = async (member?: MemberContext, rewardId?: string) => {
    const winner = member ?? (await world.asMember())
    const outcome = await play(winner, rewardId)
    const grantId = outcome.status === 'granted' ? (outcome.rewards[0]?.id ?? '') : outcome.status
    const give = (over: Partial<typeof AN_ADDRESS> = {}) =>
      giveAddress({ ctx: winner, input: { grantId, ...AN_ADDRESS, ...over, consent: true } })
    return { member: winner, grantId, give }
  }
  return { ...mall, play, win }
}
