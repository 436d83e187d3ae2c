import type { Named } from './template'

/** A prize of a draw: of which reward, or none, and how likely, in parts per million. */
export interface PrizeDraft {
  name: string
  weight: number
  reward?: string
  /** Given in place of a prize that is out. */
  catches?: true
  image?: string
  perDay?: number
}

interface Chances {
  freePerDay: number
  /** 0: chances are not sold. */
  pointsPerChance: number
}

/** A draw's configuration, once its rewards have ids. Its odds are shown to everybody. */
export function lotteryConfig(prizes: readonly PrizeDraft[], rewards: Named, chances: Chances) {
  return {
    prizes: prizes.map(({ name, weight, reward, catches, image = '', perDay }, i) => ({
      key: `p${i + 1}`,
      name,
      weight,
      image,
      gives: reward === undefined ? 'nothing' : 'reward',
      ...(reward !== undefined && { rewardId: rewards[reward] }),
      isFallback: catches ?? false,
      ...(perDay !== undefined && { perDay }),
    })),
    ...chances,
    freePerCampaign: 0,
    buysPerDay: 3,
    visits: [],
    showOdds: true,
    useLink: '',
  }
}
