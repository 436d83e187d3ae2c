/** What is wrong with a typed amount. */
export type AmountProblem = 'empty' | 'not_an_amount' | 'below_minimum' | 'above_balance' | 'above_day'

interface Bounds {
  balanceFen: number
  minimumFen: number
  leftFen: number
}

/** `12.5` in fen, digit by digit; undefined for what is no amount of yuan. */
export function fenOf(typed: string): number | undefined {
  const [, yuan, fraction = ''] = /^(\d{1,8})(?:\.(\d{0,2}))?$/.exec(typed.trim()) ?? []
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(fraction.padEnd(2, '0'))
}

/** Fen as somebody would type them: `12.50`, `12`. */
export function typedFen(fen: number): string {
  const fraction = fen % 100
  return fraction === 0 ? String(fen / 100) : `${Math.floor(fen / 100)}.${String(fraction).padStart(2, '0')}`
}

/** Fen as they are read: `1,043.05`. Written alike by every phone. */
export function shownFen(fen: number): string {
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${yuan}.${String(fen % 100).padStart(2, '0')}`
}

/** Why an amount cannot be taken out; undefined when it can. */
export function amountProblem(typed: string, bounds: Bounds): AmountProblem | undefined {
  if (typed.trim() === '') return 'empty'
  const fen = fenOf(typed)
  if (fen === undefined) return 'not_an_amount'
  if (fen > bounds.balanceFen) return 'above_balance'
  if (fen < bounds.minimumFen) return 'below_minimum'
  return fen > bounds.leftFen ? 'above_day' : undefined
}
