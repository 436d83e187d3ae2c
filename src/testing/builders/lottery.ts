import { tools } from '@/widgets/registry.tools.gen'
import type { World } from '../world'
import { aPublishedTool, type PublishedTool, type RewardInput } from './published-tool'
import { aCoupon } from './rewards'

type LotteryConfig = typeof tools.lottery.defaults
type Prize = LotteryConfig['prizes'][number]

/** A prize that gives a reward, by default half of all draws. */
export function aPrize(key: string, rewardId: string | undefined, over: Partial<Prize> = {}): Prize {
  return { key, name: key, gives: 'reward', rewardId, weight: 500_000, isFallback: false, image: '', ...over }
}

/** What a draw lands on that wins nothing. */
export function aBlank(weight = 500_000): Prize {
  return { key: 'none', name: '谢谢参与', gives: 'nothing', weight, isFallback: false, image: '' }
}

export interface LotteryOptions extends Partial<Omit<LotteryConfig, 'prizes'>> {
  rewards?: RewardInput[]
  prizes?: (rewardIds: string[]) => Prize[]
}

/** A running lottery on a published page: a coupon on every other draw, unless it is said otherwise. */
export function aLottery(
  world: Pick<World, 'as'>,
  {
    rewards = [aCoupon()],
    prizes = ([id]) => [aPrize('coupon', id), aBlank()],
    ...over
  }: LotteryOptions = {},
): Promise<PublishedTool> {
  return aPublishedTool(world, {
    type: 'lottery',
    rewards,
    config: (ids) => ({ ...tools.lottery.defaults, ...over, prizes: prizes(ids) }),
  })
}
