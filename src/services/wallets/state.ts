import type { Wallet } from '@/widgets/kit/tool'

/** Points that can be spent from the same instant and lapse together. */
export interface Lot {
  id: string
  /** How many came in, and how many of them are left. */
  points: number
  left: number
  expiresAt: Date
  /** Until then they are pending; null for points that never were. */
  availableAt: Date | null
}

/** What a member has, as a batch of decisions sees it. Never changed in place. */
export interface WalletState {
  points: number
  /** Points that were taken back after they were spent; the next that come in fill this first. */
  owed: number
  cashFen: number
  /** With something left, from the first to lapse. */
  lots: readonly Lot[]
}

export const EMPTY_WALLET: WalletState = { points: 0, owed: 0, cashFen: 0, lots: [] }

const SOON_MS = 30 * 24 * 60 * 60 * 1000

const isLapsed = ({ expiresAt }: Lot, now: Date) => expiresAt <= now
const isPending = ({ availableAt }: Lot, now: Date) => availableAt !== null && availableAt > now
const canBurn = (lot: Lot, now: Date) => !isLapsed(lot, now) && !isPending(lot, now)
const leftIn = (lots: readonly Lot[]) => lots.reduce((sum, { left }) => sum + left, 0)

/**
 * What the member can spend now, less than nothing while points are owed; what lapses next, and what
 * is pending. Lapsed lots no longer count.
 */
export function spendable({ owed, cashFen, lots }: WalletState, now: Date): Wallet {
  const own = lots.filter((lot) => canBurn(lot, now))
  const next = own.find(({ expiresAt }) => expiresAt.getTime() <= now.getTime() + SOON_MS)
  const together = own.filter(({ expiresAt }) => expiresAt.getTime() === next?.expiresAt.getTime())
  return {
    points: leftIn(own) - owed,
    cashFen,
    expiring: next && { points: leftIn(together), at: next.expiresAt },
    pending: leftIn(lots.filter((lot) => !isLapsed(lot, now) && isPending(lot, now))),
  }
}

/** The wallet less points and cash, the points that lapse first burnt first. Undefined when it has less. */
export function spent(
  wallet: WalletState,
  { points, cashFen }: { points: number; cashFen: number },
  now: Date,
): WalletState | undefined {
  const has = spendable(wallet, now)
  if ((points > 0 && has.points < points) || has.cashFen < cashFen) return undefined
  const { lots, missing } = burnt(wallet.lots, points, (lot) => canBurn(lot, now))
  // A wallet's points and its lots are written together; one without the other is a defect.
  if (missing > 0) throw new Error(`${missing} points lie in no lot`)
  return { ...wallet, points: wallet.points - points, cashFen: wallet.cashFen - cashFen, lots }
}

/** Burns points in the lots that may be, one after the other. */
function burnt(lots: readonly Lot[], points: number, may: (lot: Lot) => boolean) {
  let missing = points
  const after = lots.map((lot) => {
    const burnt = may(lot) ? Math.min(lot.left, missing) : 0
    missing -= burnt
    return burnt > 0 ? { ...lot, left: lot.left - burnt } : lot
  })
  return { lots: after, missing }
}

/**
 * The wallet less points that are taken back: out of the lot they came into, then what lapses first,
 * then what is pending. What was spent meanwhile is owed.
 */
export function clawedBack(
  wallet: WalletState,
  { points, expiresAt, availableAt }: Pick<Lot, 'points' | 'expiresAt' | 'availableAt'>,
  now: Date,
): WalletState {
  const isSame = (lot: Lot) => isTogether(lot, { expiresAt, availableAt }) && !isLapsed(lot, now)
  const steps = [isSame, (lot: Lot) => canBurn(lot, now), (lot: Lot) => !isLapsed(lot, now)]
  const after = steps.reduce((so, may) => burnt(so.lots, so.missing, may), {
    lots: wallet.lots,
    missing: points,
  })
  const taken = points - after.missing
  return { ...wallet, points: wallet.points - taken, owed: wallet.owed + after.missing, lots: after.lots }
}

const isTogether = (a: Pick<Lot, 'expiresAt' | 'availableAt'>, b: Pick<Lot, 'expiresAt' | 'availableAt'>) =>
  a.expiresAt.getTime() === b.expiresAt.getTime() && a.availableAt?.getTime() === b.availableAt?.getTime()

/**
 * The wallet with more points: what is owed is filled first, and the rest lies in the lot that it is
 * like, or in one of its own at its place.
 */
export function withLot(wallet: WalletState, lot: Lot): WalletState {
  const filled = Math.min(wallet.owed, lot.left)
  if (filled > 0) {
    const rest = { ...lot, left: lot.left - filled }
    const after = { ...wallet, owed: wallet.owed - filled }
    return rest.left > 0 ? withLot(after, rest) : after
  }
  const points = wallet.points + lot.left
  const at = wallet.lots.findIndex((each) => isTogether(each, lot))
  const same = wallet.lots[at]
  if (same) {
    const grown = { ...same, points: same.points + lot.points, left: same.left + lot.left }
    return { ...wallet, points, lots: wallet.lots.with(at, grown) }
  }
  const lots = [...wallet.lots, lot].sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime())
  return { ...wallet, points, lots }
}
