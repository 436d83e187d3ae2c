import type { PageDefinition } from '@/schemas/page'
import { CreateReward } from '../rewards'
import { reservedFenOf } from '../rewards/create'
import type { PlayTemplate } from './library/template'

type Reward = ReturnType<typeof CreateReward.parse>

/** The rewards a play template makes, by its own names, with other stocks where somebody chose them. */
export function rewardsOf(
  { rewards }: PlayTemplate,
  stocks: Readonly<Record<string, number>> = {},
): Map<string, Reward> {
  return new Map(
    Object.entries(rewards).map(([name, reward]) => [
      name,
      CreateReward.parse({ ...reward, stock: stocks[name] ?? reward.stock }),
    ]),
  )
}

/** What all of it would set aside in the budget, were every reward granted: fen. */
export function costFenOf(rewards: ReadonlyMap<string, Reward>): number {
  return [...rewards.values()].reduce((sum, reward) => sum + reward.stock * reservedFenOf(reward), 0)
}

/** The page under another title, which its share card takes too. */
export function titled(page: PageDefinition, title: string): PageDefinition {
  return { ...page, title, share: { ...page.share, title } }
}
