import type { HeldReward } from '@/schemas/outcome'
import type { Invitations } from '@/widgets/kit/invitation'
import type { Now, ProductFacts, RecentGrant, RewardFacts, ToolFacts, Wallet } from '@/widgets/kit/tool'
import { phaseAt } from '../campaigns/state'
import { chanceText } from '../chances/store'
import type { RewardRow } from '../rewards/internal'
import type { ToolWithCampaign } from '../tools/load'
import { type RowKey, rowText, type StoredRow } from '../tools/rows'
import { spendable, type WalletState } from '../wallets/state'
import { type CounterKey, type CounterRow, counterText, ofTool, stockOf, stockOfDay } from './counters'

/** What decisions and presentations are made from. */
export interface KnownState {
  rewards: ReadonlyMap<string, RewardRow>
  counters: ReadonlyMap<string, CounterRow>
  rows: ReadonlyMap<string, StoredRow>
  wallets: ReadonlyMap<string, WalletState>
  chances: ReadonlyMap<string, number>
}

/** What only a presentation shows. */
export interface ShownState {
  recentGrants: readonly RecentGrant[]
  mine: readonly HeldReward[]
  products: ToolFacts<unknown>['products']
  invitations: Invitations
}

const NOTHING_SHOWN: ShownState = {
  recentGrants: [],
  mine: [],
  products: { byId: () => undefined, inGroup: (): ProductFacts[] => [] },
  invitations: {
    issue: () => {
      throw new Error('invitations are made for presentations, not for decisions')
    },
    open: () => ({ status: 'forged_invitation' }),
  },
}

const NO_WALLET: Wallet = { points: 0, cashFen: 0, expiring: undefined }

/**
 * What one decision may know. It reads `known` each time it is asked, so that a later request of a
 * batch sees what the earlier ones left.
 */
export function factsFor(
  tool: ToolWithCampaign,
  known: KnownState,
  memberId: string | undefined,
  now: Now,
  shown: ShownState = NOTHING_SHOWN,
): ToolFacts<unknown> {
  const counterRow = (key: CounterKey) => known.counters.get(counterText(key))
  const { startsAt, endsAt } = tool.campaign
  return {
    ...shown,
    config: tool.config,
    campaign: { phase: phaseAt(tool.campaign, now.at), startsAt, endsAt },
    reward: (id) => {
      const reward = known.rewards.get(id)
      const stock = counterRow(stockOf(id))
      return reward && stock && rewardFacts(reward, stock, counterRow(stockOfDay(id, now.day))?.used ?? 0)
    },
    used: (ref) => counterRow(ofTool(tool.id, ref))?.used ?? 0,
    row: (key) => known.rows.get(rowText({ toolId: tool.id, key } satisfies RowKey))?.value,
    get chances() {
      return memberId === undefined ? 0 : (known.chances.get(chanceText({ toolId: tool.id, memberId })) ?? 0)
    },
    get wallet() {
      const wallet = memberId === undefined ? undefined : known.wallets.get(memberId)
      return wallet ? spendable(wallet, now.at) : NO_WALLET
    },
  }
}

function rewardFacts(reward: RewardRow, stock: CounterRow, takenToday: number): RewardFacts {
  const { id, title, terms, isEnabled, stockPerDay } = reward
  return {
    id,
    title,
    terms,
    isEnabled,
    stock: stock.cap,
    taken: stock.used,
    ...(stockPerDay !== null && { today: { stock: stockPerDay, taken: takenToday } }),
  }
}
