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
  return new Facts(tool, known, memberId, now, shown)
}

/** A class, because a batch makes one for each request. What tools take out of it stays bound. */
class Facts implements ToolFacts<unknown> {
  readonly config: unknown
  readonly campaign: ToolFacts<unknown>['campaign']
  readonly recentGrants: ShownState['recentGrants']
  readonly mine: ShownState['mine']
  readonly products: ShownState['products']
  readonly invitations: ShownState['invitations']

  constructor(
    private readonly tool: ToolWithCampaign,
    private readonly known: KnownState,
    private readonly memberId: string | undefined,
    private readonly now: Now,
    shown: ShownState,
  ) {
    const { startsAt, endsAt, collectsUntil } = tool.campaign
    this.config = tool.config
    this.campaign = { phase: phaseAt(tool.campaign, now.at), startsAt, endsAt, collectsUntil }
    this.recentGrants = shown.recentGrants
    this.mine = shown.mine
    this.products = shown.products
    this.invitations = shown.invitations
  }

  readonly reward = (id: string): RewardFacts | undefined => {
    const reward = this.known.rewards.get(id)
    const stock = this.counterRow(stockOf(id))
    return (
      reward && stock && rewardFacts(reward, stock, this.counterRow(stockOfDay(id, this.now.day))?.used ?? 0)
    )
  }

  readonly used: ToolFacts<unknown>['used'] = (ref) => this.counterRow(ofTool(this.tool.id, ref))?.used ?? 0

  readonly row = (key: string): unknown =>
    this.known.rows.get(rowText({ toolId: this.tool.id, key } satisfies RowKey))?.value

  get chances(): number {
    const { memberId, tool } = this
    return memberId === undefined
      ? 0
      : (this.known.chances.get(chanceText({ toolId: tool.id, memberId })) ?? 0)
  }

  get wallet(): Wallet {
    const wallet = this.memberId === undefined ? undefined : this.known.wallets.get(this.memberId)
    return wallet ? spendable(wallet, this.now.at) : NO_WALLET
  }

  private counterRow(key: CounterKey): CounterRow | undefined {
    return this.known.counters.get(counterText(key))
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
