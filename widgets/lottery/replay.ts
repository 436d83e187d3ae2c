import type { DrawRecord, ReplayedDraw, Rng } from '../kit/tool'
import type { LotteryConfig } from './config'
import { drawnFrom, poolOf } from './pool'
import { settlePrize } from './settle-prize'

/**
 * Makes a recorded draw again, by the configuration and the generator it was made by. What was left
 * of the prizes then is taken from the record itself: it must at least explain what was given.
 */
export function replay(config: LotteryConfig, record: DrawRecord, rng: Rng): ReplayedDraw {
  const pool = poolOf(config)
  const drawn = drawnFrom(pool, rng)
  const { given, why } = settlePrize(
    pool,
    drawn,
    (prize) => {
      if (prize.key === record.given) return undefined
      return record.why === 'unreleased' && prize === drawn ? 'unreleased' : 'sold_out'
    },
    record,
  )
  return {
    drawn: drawn.key,
    given: given?.key,
    why,
    rewardId: given?.gives === 'reward' ? given.rewardId : undefined,
  }
}
