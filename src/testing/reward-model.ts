/*
 * What rewards and budgets must do, said as plainly as it can be, for one campaign and with no code of
 * the product in it: tests play the same events on this and on the engine and compare.
 */

const DAY_MS = 24 * 60 * 60 * 1000

export interface ModelReward {
  kind: 'coupon' | 'cash' | 'points'
  /** What one costs at most, and sets aside, fen. */
  worthFen: number
  reservedFen: number
  /** Of points, how many. */
  points?: number
  perMember: number
  validDays: number
  cap: number
}

export interface ModelGrant {
  member: number
  reward: number
  state: 'granted' | 'locked' | 'redeemed' | 'expired' | 'revoked' | 'reversed'
  reservedFen: number
  redeemedFen: number
  lockedBy: string | undefined
  lockedUntil: number
  expiresAt: number
}

interface ModelRedemption {
  grant: number
  /** Where its money came from, in the order in which it is given back, and how much is left there. */
  parts: { from: 'overdraft' | 'contingency' | 'allocated' | 'reserved'; leftFen: number }[]
}

export class RewardModel {
  now = 0
  isSuspended = false
  fen = { allocated: 0, reserved: 0, committed: 0, contingency: 0, overdraft: 0 }
  /** What each member has in points; less than nothing where some were taken back that were spent. */
  readonly points: number[] = []
  readonly grants: ModelGrant[] = []
  readonly redemptions: ModelRedemption[] = []
  /** What was answered under each key: the place of its grant. */
  private readonly answered = new Map<string, number>()
  private readonly redeemedBy = new Map<string, number>()
  private readonly reversedBy = new Set<string>()
  /** How often each was taken, by member and reward: a limit counts what was ever given. */
  private readonly given = new Map<string, number>()

  constructor(
    readonly rewards: ModelReward[],
    o: { budgetFen: number; contingencyFen: number },
  ) {
    this.fen.allocated = o.budgetFen
    this.fen.contingency = o.contingencyFen
  }

  /** Of each reward: how many count as given. */
  stockUsed(reward: number): number {
    return this.grants.filter((g) => g.reward === reward && g.state !== 'revoked').length
  }

  /** Answers the place of the grant; undefined when nothing is given. */
  claim(member: number, reward: number, key: string): number | undefined {
    const text = `${member} ${key}`
    const before = this.answered.get(text)
    if (before !== undefined) return before
    const terms = this.rewards[reward]
    if (!terms || this.isSuspended) return undefined
    const taken = this.given.get(`${member} ${reward}`) ?? 0
    if (taken >= terms.perMember || this.stockUsed(reward) >= terms.cap) return undefined
    if (this.fen.allocated < terms.reservedFen) return undefined
    this.given.set(`${member} ${reward}`, taken + 1)
    const isSpent = terms.kind !== 'coupon'
    this.move('allocated', isSpent ? 'committed' : 'reserved', terms.reservedFen)
    this.points[member] = (this.points[member] ?? 0) + (terms.points ?? 0)
    this.grants.push({
      member,
      reward,
      state: isSpent ? 'redeemed' : 'granted',
      reservedFen: terms.reservedFen,
      redeemedFen: isSpent ? terms.reservedFen : 0,
      lockedBy: undefined,
      lockedUntil: 0,
      expiresAt: isSpent ? Number.POSITIVE_INFINITY : this.now + terms.validDays * DAY_MS,
    })
    this.answered.set(text, this.grants.length - 1)
    return this.grants.length - 1
  }

  lock(grant: number, order: string, forMs: number): boolean {
    const g = this.grants[grant]
    if (!g || !this.canUse(g, order)) return false
    Object.assign(g, { state: 'locked', lockedBy: order, lockedUntil: this.now + forMs })
    return true
  }

  unlock(grant: number, order: string): boolean {
    const g = this.grants[grant]
    if (g?.state !== 'locked' || g.lockedBy !== order) return false
    Object.assign(g, { state: 'granted', lockedBy: undefined })
    return true
  }

  redeem(grant: number, order: string, costFen: number, key: string): boolean {
    if (this.redeemedBy.has(key)) return this.redeemedBy.get(key) === grant
    const g = this.grants[grant]
    if (!g || !this.canUse(g, order)) return false
    const parts: ModelRedemption['parts'] = []
    const fromReserved = Math.min(costFen, g.reservedFen)
    this.move('reserved', 'committed', fromReserved)
    this.move('reserved', 'allocated', g.reservedFen - fromReserved)
    let missing = costFen - fromReserved
    for (const from of ['allocated', 'contingency', 'overdraft'] as const) {
      const leftFen = from === 'overdraft' ? missing : Math.min(missing, this.fen[from])
      missing -= leftFen
      this.move(from, 'committed', leftFen)
      parts.unshift({ from, leftFen })
    }
    parts.push({ from: 'reserved', leftFen: fromReserved })
    Object.assign(g, { state: 'redeemed', redeemedFen: costFen, lockedBy: undefined })
    this.redeemedBy.set(key, grant)
    this.redemptions.push({ grant, parts })
    return true
  }

  reverse(redemption: number, amountFen: number, key: string): boolean {
    if (this.reversedBy.has(key)) return false
    const r = this.redemptions[redemption]
    const g = r && this.grants[r.grant]
    const left = r?.parts.reduce((sum, part) => sum + part.leftFen, 0) ?? 0
    if (!r || !g || g.state !== 'redeemed' || amountFen < 1 || amountFen > left) return false
    const isWhole = amountFen === left
    const isUsableAgain = isWhole && g.expiresAt > this.now
    let toGiveBack = amountFen
    let reopened = 0
    for (const part of r.parts) {
      const fen = Math.min(part.leftFen, toGiveBack)
      part.leftFen -= fen
      toGiveBack -= fen
      const to = part.from === 'reserved' && !isUsableAgain ? 'allocated' : part.from
      if (part.from === 'reserved') reopened = fen
      this.move('committed', to, fen)
    }
    g.redeemedFen -= amountFen
    if (isWhole) g.state = isUsableAgain ? 'granted' : 'reversed'
    if (isUsableAgain) g.reservedFen = reopened
    this.reversedBy.add(key)
    return true
  }

  revoke(grant: number): boolean {
    const g = this.grants[grant]
    if (!g) return false
    if (g.state === 'granted' || g.state === 'locked') this.move('reserved', 'allocated', g.reservedFen)
    else if (g.state === 'redeemed' && this.rewards[g.reward]?.kind !== 'coupon') {
      this.move('committed', 'allocated', g.redeemedFen)
      this.points[g.member] = (this.points[g.member] ?? 0) - (this.rewards[g.reward]?.points ?? 0)
    } else return false
    Object.assign(g, { state: 'revoked', redeemedFen: 0, lockedBy: undefined })
    return true
  }

  /** Points spent on something else. */
  burn(member: number, points: number): boolean {
    const has = this.points[member] ?? 0
    if (has < points) return false
    this.points[member] = has - points
    return true
  }

  /** What runs by the clock. */
  tidy(): void {
    for (const g of this.grants) {
      if (g.state === 'locked' && g.lockedUntil <= this.now)
        Object.assign(g, { state: 'granted', lockedBy: undefined })
      if (g.state !== 'granted' || g.expiresAt > this.now) continue
      g.state = 'expired'
      this.move('reserved', 'allocated', g.reservedFen)
    }
  }

  /** True when an order may use it: it is valid, or kept by a lock of that very order. */
  private canUse(g: ModelGrant, order: string): boolean {
    if (g.state === 'locked' && g.lockedUntil > this.now) return g.lockedBy === order
    return (g.state === 'granted' || g.state === 'locked') && g.expiresAt > this.now
  }

  private move(from: keyof typeof this.fen, to: keyof typeof this.fen, fen: number): void {
    this.fen[from] -= fen
    this.fen[to] += fen
  }
}
