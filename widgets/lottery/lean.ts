import type { LotteryConfig } from './config'

/**
 * The lottery with which the next draw surely wins, or surely does not: prizes of the other kind are
 * never drawn, and nothing is locked or owed. Unchanged where no prize is of the wished kind.
 */
export function lean(config: LotteryConfig, toward: 'win' | 'miss'): LotteryConfig {
  const wished = toward === 'win' ? 'reward' : 'nothing'
  const weightOf = (weight: number, gives: string) => (gives === wished ? weight : 0)
  const prizes = config.prizes.map(({ weight, ...prize }) => {
    const { unlockAfter: _, ...free } = prize
    return { ...(toward === 'win' ? free : prize), weight: weightOf(weight, prize.gives) }
  })
  // A prize that is there for pity, or as the fallback, may have no odds of its own.
  const isDrawn = prizes.some(({ weight }) => weight > 0)
  const all = prizes.map((prize) => ({ ...prize, weight: weightOf(1, prize.gives) }))
  if (!isDrawn && all.every(({ weight }) => weight === 0)) return config
  const { pityAfter: _, ...rest } = config
  return { ...(toward === 'miss' ? rest : config), prizes: isDrawn ? prizes : all }
}
