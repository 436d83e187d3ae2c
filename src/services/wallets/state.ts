import type { Wallet } from '@/widgets/kit/tool'

/** Points that lapse together. */
export interface Lot {
  id: string
  /** How many came in, and how many of them are left. */
  points: number
  left: number
  expiresAt: Date
}

/** What a member has, as a batch of decisions sees it. Never changed in place. */
export interface WalletState {
  points: number
  cashFen: number
  /** With something left, from the first to lapse. */
  lots: readonly Lot[]
}

export const EMPTY_WALLET: WalletState = { points: 0, cashFen: 0, lots: [] }

const SOON_MS = 30 * 24 * 60 * 60 * 1000

/** What the member can spend now, and what lapses next. Lapsed lots no longer count. */
export function spendable({ points, cashFen, lots }: WalletState, now: Date): Wallet {
  const lapsed = lots.filter((lot) => lot.expiresAt <= now).reduce((sum, lot) => sum + lot.left, 0)
  const next = lots.find((lot) => lot.expiresAt > now && lot.expiresAt.getTime() <= now.getTime() + SOON_MS)
  const together = next ? lots.filter((lot) => lot.expiresAt.getTime() === next.expiresAt.getTime()) : []
  return {
    points: points - lapsed,
    cashFen,
    expiring: next && { points: together.reduce((sum, lot) => sum + lot.left, 0), at: next.expiresAt },
  }
}

/** The wallet less points and cash, the points that lapse first burnt first. Undefined when it has less. */
export function spent(
  wallet: WalletState,
  { points, cashFen }: { points: number; cashFen: number },
  now: Date,
): WalletState | undefined {
  const has = spendable(wallet, now)
  if (has.points < points || has.cashFen < cashFen) return undefined
  let toBurn = points
  const lots = wallet.lots.map((lot) => {
    const burnt = lot.expiresAt > now ? Math.min(lot.left, toBurn) : 0
    toBurn -= burnt
    return burnt > 0 ? { ...lot, left: lot.left - burnt } : lot
  })
  // A wallet's points and its lots are written together; one without the other is a defect.
  if (toBurn > 0) throw new Error(`${toBurn} points lie in no lot`)
  return { points: wallet.points - points, cashFen: wallet.cashFen - cashFen, lots }
}

/** The wallet with more points: in the lot that lapses when they do, or in one of their own at its place. */
export function withLot(wallet: WalletState, lot: Lot): WalletState {
  const points = wallet.points + lot.left
  const at = wallet.lots.findIndex(({ expiresAt }) => expiresAt.getTime() === lot.expiresAt.getTime())
  const same = wallet.lots[at]
  if (same) {
    const grown = { ...same, points: same.points + lot.points, left: same.left + lot.left }
    return { ...wallet, points, lots: wallet.lots.with(at, grown) }
  }
  const lots = [...wallet.lots, lot].sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime())
  return { ...wallet, points, lots }
}
