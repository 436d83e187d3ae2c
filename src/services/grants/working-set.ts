import type { Balances } from '../budgets/ledger'
import { chanceText, type NewChanceEntry } from '../chances/store'
import type { RewardRow } from '../rewards/internal'
import type { ToolWithCampaign } from '../tools/load'
import { type RowKey, rowText, type StoredRow } from '../tools/rows'
import { EMPTY_WALLET, type Lot, spent, type WalletState, withLot } from '../wallets/state'
import type { NewWalletEntry } from '../wallets/store'
import type { NewDraw, NewSubmission } from './batch'
import { type CounterKey, type CounterRow, counterText, stockOf, stockOfDay, type Take } from './counters'
import type { FromHold, HeldAside } from './holds'
import type { LoadedProtection } from './protection'

export interface Loaded {
  tools: Map<string, ToolWithCampaign>
  /** The nicknames of those who are members, by id. */
  nicknames: Map<string, string>
  rewards: Map<string, RewardRow>
  counters: Map<string, CounterRow>
  rows: Map<string, StoredRow>
  holds: Map<string, HeldAside>
  wallets: Map<string, WalletState>
  /** What is left in ledgers of chances, by `chanceText`. */
  chances: Map<string, number>
  protection?: LoadedProtection
}

/** A batch's state in memory: what was loaded, less what the requests decided so far will take. */
export class WorkingSet {
  private readonly leftFen: Map<string, number>
  /** What stood where something was written, newest last. */
  private readonly undo: Before[] = []
  readonly limits = new Map<string, Take>()
  readonly stock = new Map<string, Take>()
  /** What each campaign sets aside, and what it spends at once: of what is free, and of what was held. */
  readonly reservedFen = new Map<string, number>()
  readonly spentFen = new Map<string, number>()
  readonly spentOfHeldFen = new Map<string, number>()
  readonly writtenRows = new Map<string, RowKey & { value: unknown; revision: number }>()
  readonly newHolds = new Map<string, HeldAside>()
  /** The money each of them was opened with, by its id. */
  readonly openedFen = new Map<string, { campaignId: string; rewardId: string; amountFen: number }>()
  /** By the hold's id. */
  readonly fromHolds = new Map<string, FromHold>()
  /** Wallets as they were loaded, of those that changed. */
  readonly walletsBefore = new Map<string, WalletState | undefined>()
  readonly walletEntries = new Map<string, NewWalletEntry>()
  /** By their cause. */
  readonly chanceEntries = new Map<string, NewChanceEntry>()
  /** By the request that drew. */
  readonly draws = new Map<string, NewDraw>()
  /** By the request that sent it. */
  readonly submissions = new Map<string, NewSubmission>()

  constructor(
    readonly loaded: Loaded,
    readonly balances: Map<string, Balances>,
  ) {
    this.leftFen = new Map([...balances].map(([campaignId, b]) => [campaignId, b.allocated.balanceFen]))
  }

  /** Does all that `work` takes, or nothing of it when `work` answers a refusal. May nest. */
  attempt<Refusal>(work: () => Refusal | undefined): Refusal | undefined {
    const mark = this.undo.length
    const refusal = work()
    if (refusal !== undefined) while (this.undo.length > mark) putBack(this.undo.pop())
    return refusal
  }

  /** How much of a counter is taken, as the batch left it. */
  usedOf(key: CounterKey): number {
    return this.loaded.counters.get(counterText(key))?.used ?? 0
  }

  /** The counters taken from that are to be written first with what was granted before they counted. */
  priorTaken(): (CounterKey & CounterRow)[] {
    const prior = [...(this.loaded.protection?.prior ?? [])].filter(([text]) => this.limits.has(text))
    return prior.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  }

  /** Counts on a limit. False, and nothing changed, when it would pass `cap`. */
  takeLimit(key: CounterKey, amount: number, cap: number): boolean {
    return this.take(this.limits, key, amount, cap)
  }

  /** Takes of a reward's stock, in all and of the day. False when there is less; what was taken is undone. */
  takeStock(reward: RewardRow, day: string, count: number): boolean {
    const key = stockOf(reward.id)
    const row = this.loaded.counters.get(counterText(key))
    if (!row || !this.take(this.stock, key, count, row.cap)) return false
    if (reward.stockPerDay === null) return true
    return this.take(this.limits, stockOfDay(reward.id, day), count, reward.stockPerDay)
  }

  /** Sets money aside. False, and nothing changed, when the campaign has less. */
  reserve(campaignId: string, amountFen: number): boolean {
    if (!this.takeFree(campaignId, amountFen)) return false
    this.add(this.reservedFen, campaignId, amountFen)
    return true
  }

  /** Spends money at once. False, and nothing changed, when the campaign has less. */
  spendBudget(campaignId: string, amountFen: number): boolean {
    if (!this.takeFree(campaignId, amountFen)) return false
    this.add(this.spentFen, campaignId, amountFen)
    return true
  }

  /** Spends at once what a hold had set aside; `takeFromHold` has taken it out of the hold. */
  spendHeld(campaignId: string, amountFen: number): void {
    this.add(this.spentOfHeldFen, campaignId, amountFen)
  }

  /** What the campaign may still spend, in fen. */
  leftFenOf(campaignId: string): number {
    return this.leftFen.get(campaignId) ?? 0
  }

  private takeFree(campaignId: string, amountFen: number): boolean {
    const left = this.leftFenOf(campaignId)
    if (left < amountFen) return false
    this.put(this.leftFen, campaignId, left - amountFen)
    return true
  }

  private add(sums: Map<string, number>, key: string, amount: number): void {
    this.put(sums, key, (sums.get(key) ?? 0) + amount)
  }

  /** The hold of that name, as the batch left it. */
  holdOf(key: RowKey): HeldAside | undefined {
    return this.loaded.holds.get(rowText(key))
  }

  openHold(hold: HeldAside): void {
    this.put(this.loaded.holds, rowText(hold), hold)
    this.put(this.newHolds, hold.id, hold)
    const { campaignId, rewardId, leftFen } = hold
    if (leftFen > 0) this.put(this.openedFen, hold.id, { campaignId, rewardId, amountFen: leftFen })
  }

  /**
   * Takes one grant out of a hold, the last one when it `closesAt` an instant. False, and nothing
   * changed, when it holds less.
   */
  takeFromHold(hold: HeldAside, amountFen: number, closesAt?: Date): boolean {
    if (hold.countLeft < 1 || hold.leftFen < amountFen) return false
    const until = closesAt ?? hold.until
    const left = { ...hold, countLeft: hold.countLeft - 1, leftFen: hold.leftFen - amountFen, until }
    this.put(this.loaded.holds, rowText(hold), left)
    // One that was opened in this very batch is written as it is left.
    if (this.newHolds.has(hold.id)) this.put(this.newHolds, hold.id, left)
    else {
      const { count, amountFen: sum } = this.fromHolds.get(hold.id) ?? { count: 0, amountFen: 0 }
      const take = { id: hold.id, count: count + 1, amountFen: sum + amountFen, until }
      this.put(this.fromHolds, hold.id, take)
    }
    return true
  }

  writeRow(key: RowKey, value: unknown): void {
    const text = rowText(key)
    const revision = this.loaded.rows.get(text)?.revision ?? 0
    this.put(this.loaded.rows, text, { value, revision })
    this.put(this.writtenRows, text, { ...key, value, revision })
  }

  /** Burns points and takes cash. False, and nothing changed, when the member has less. */
  spend(entry: { memberId: string; causeId: string }, o: { points: number; cashFen: number }, now: Date) {
    const after = spent(this.walletOf(entry.memberId), o, now)
    if (!after) return false
    this.putWallet(entry.memberId, after)
    this.addEntry({ ...entry, unit: 'points', amount: -o.points, cause: 'spend' }, now)
    this.addEntry({ ...entry, unit: 'cash', amount: -o.cashFen, cause: 'spend' }, now)
    return true
  }

  addCash(entry: { memberId: string; causeId: string }, amountFen: number, now: Date): void {
    const wallet = this.walletOf(entry.memberId)
    this.putWallet(entry.memberId, { ...wallet, cashFen: wallet.cashFen + amountFen })
    this.addEntry({ ...entry, unit: 'cash', amount: amountFen, cause: 'grant' }, now)
  }

  addPoints(entry: { memberId: string; causeId: string }, lot: Lot, now: Date): void {
    this.putWallet(entry.memberId, withLot(this.walletOf(entry.memberId), lot))
    this.addEntry({ ...entry, unit: 'points', amount: lot.points, cause: 'grant' }, now)
  }

  /** Adds chances to a ledger, or takes them. False, and nothing changed, when there are fewer. */
  moveChances(entry: NewChanceEntry): boolean {
    const text = chanceText(entry)
    const left = (this.loaded.chances.get(text) ?? 0) + entry.amount
    if (left < 0) return false
    const cause = [text, entry.cause, entry.causeId].join('\0')
    if (this.chanceEntries.has(cause))
      throw new Error(`a tool moves the chances of ${entry.causeId} twice for ${entry.cause}`)
    this.put(this.loaded.chances, text, left)
    this.put(this.chanceEntries, cause, entry)
    return true
  }

  recordDraw(draw: NewDraw): void {
    const text = `${draw.memberId}:${draw.key}`
    if (this.draws.has(text)) throw new Error(`${text} draws twice`)
    this.put(this.draws, text, draw)
  }

  recordSubmission(submission: NewSubmission): void {
    const text = `${submission.memberId}:${submission.key}`
    if (this.submissions.has(text)) throw new Error(`${text} submits twice`)
    this.put(this.submissions, text, submission)
  }

  private walletOf(memberId: string): WalletState {
    return this.loaded.wallets.get(memberId) ?? EMPTY_WALLET
  }

  private putWallet(memberId: string, after: WalletState): void {
    if (!this.walletsBefore.has(memberId))
      this.put(this.walletsBefore, memberId, this.loaded.wallets.get(memberId))
    this.put(this.loaded.wallets, memberId, after)
  }

  private addEntry(entry: Omit<NewWalletEntry, 'id' | 'createdAt'>, now: Date): void {
    if (entry.amount === 0) return
    const id = `${entry.cause}:${entry.causeId}:${entry.unit}`
    // One would take the other's place, and the wallet no longer be the sum of its entries.
    if (this.walletEntries.has(id))
      throw new Error(`a tool moves the ${entry.unit} of ${entry.causeId} twice`)
    this.put(this.walletEntries, id, { ...entry, id, createdAt: now })
  }

  private take(takes: Map<string, Take>, key: CounterKey, amount: number, cap: number): boolean {
    const text = counterText(key)
    const used = (this.loaded.counters.get(text)?.used ?? 0) + amount
    if (used > cap) return false
    this.put(this.loaded.counters, text, { used, cap })
    const taken = takes.get(text)?.amount ?? 0
    this.put(takes, text, { scope: key.scope, key: key.key, amount: amount + taken, cap })
    return true
  }

  private put<Value>(map: Map<string, Value>, key: string, value: Value): void {
    const before = map.get(key)
    this.undo.push({ map, key, before, wasThere: before !== undefined || map.has(key) })
    map.set(key, value)
  }
}

/** One value of a map before it was written. A record, not a function: a batch makes thousands. */
interface Before {
  map: Map<string, unknown>
  key: string
  before: unknown
  wasThere: boolean
}

function putBack(written: Before | undefined): void {
  if (!written) return
  const { map, key, before, wasThere } = written
  if (wasThere) map.set(key, before)
  else map.delete(key)
}
