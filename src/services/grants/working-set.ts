import type { ToolFacts } from '@/widgets/kit/tool'
import type { Balances } from '../budgets/ledger'
import { phaseAt } from '../campaigns/state'
import type { RewardRow } from '../rewards/internal'
import type { ToolWithCampaign } from '../tools/load'
import { type CounterKey, type CounterRow, counterText, ofTool, stockOf, type Take } from './counters'

export interface Loaded {
  tools: Map<string, ToolWithCampaign>
  /** The ids of those who are members. */
  members: Set<string>
  rewards: Map<string, RewardRow>
  counters: Map<string, CounterRow>
}

/** What a decision may know, read through `used`, so that later requests see earlier ones. */
export function factsFor(
  tool: ToolWithCampaign,
  loaded: Pick<Loaded, 'rewards' | 'counters'>,
  now: Date,
): ToolFacts<unknown> {
  const row = (key: CounterKey) => loaded.counters.get(counterText(key))
  return {
    config: tool.config,
    campaign: {
      phase: phaseAt(tool.campaign, now),
      startsAt: tool.campaign.startsAt,
      endsAt: tool.campaign.endsAt,
    },
    reward: (id) => {
      const reward = loaded.rewards.get(id)
      const stock = row(stockOf(id))
      return (
        reward &&
        stock && {
          id,
          kind: reward.kind,
          title: reward.title,
          coupon: reward.coupon,
          isEnabled: reward.isEnabled,
          stock: stock.cap,
          taken: stock.used,
        }
      )
    },
    used: (ref) => row(ofTool(tool.id, ref))?.used ?? 0,
  }
}

/** A batch's state in memory: what was loaded, less what the requests decided so far will take. */
export class WorkingSet {
  private readonly left: Map<string, number>
  /** Takes back, newest first, what the request under way has taken. */
  private undo: (() => void)[] = []
  readonly limits = new Map<string, Take>()
  readonly stock = new Map<string, Take>()
  readonly reservedFen = new Map<string, number>()

  constructor(
    readonly loaded: Loaded,
    readonly balances: Map<string, Balances>,
  ) {
    this.left = new Map([...balances].map(([campaignId, b]) => [campaignId, b.allocated.balanceFen]))
  }

  /** Does all that `work` takes, or nothing of it when `work` answers a refusal. */
  attempt<Refusal>(work: () => Refusal | undefined): Refusal | undefined {
    this.undo = []
    const refusal = work()
    if (refusal !== undefined) for (const back of this.undo.reverse()) back()
    return refusal
  }

  /** Counts on a limit. False, and nothing changed, when it would pass `cap`. */
  takeLimit(key: CounterKey, amount: number, cap: number): boolean {
    return this.take(this.limits, key, amount, cap)
  }

  /** Takes one of a reward's stock. False, and nothing changed, when none is left. */
  takeStock(rewardId: string): boolean {
    const key = stockOf(rewardId)
    const row = this.loaded.counters.get(counterText(key))
    return row !== undefined && this.take(this.stock, key, 1, row.cap)
  }

  /** Sets money aside. False, and nothing changed, when the campaign has less. */
  reserve(campaignId: string, amountFen: number): boolean {
    const left = this.left.get(campaignId) ?? 0
    if (left < amountFen) return false
    const reserved = this.reservedFen.get(campaignId) ?? 0
    this.put(this.left, campaignId, left - amountFen)
    this.put(this.reservedFen, campaignId, reserved + amountFen)
    return true
  }

  private take(takes: Map<string, Take>, key: CounterKey, amount: number, cap: number): boolean {
    const text = counterText(key)
    const used = this.loaded.counters.get(text)?.used ?? 0
    if (used + amount > cap) return false
    this.put(this.loaded.counters, text, { used: used + amount, cap })
    this.put(takes, text, { ...key, amount: amount + (takes.get(text)?.amount ?? 0), cap })
    return true
  }

  private put<Value>(map: Map<string, Value>, key: string, value: Value): void {
    const before = map.get(key)
    map.set(key, value)
    this.undo.push(() => {
      if (before === undefined) map.delete(key)
      else map.set(key, before)
    })
  }
}
