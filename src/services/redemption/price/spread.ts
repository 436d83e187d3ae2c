/**
 * Spreads an amount over lines in proportion to what each is worth, in fen: each takes its share
 * rounded down and the last one the rest. When that is more than the last one is worth, the line
 * before it takes what is over, and so on: no line ever takes more than it is worth.
 *
 * @throws when the amount is more than all lines together are worth.
 */
export function spreadFen(amountFen: number, worths: readonly number[]): number[] {
  const totalFen = worths.reduce((sum, worth) => sum + worth, 0)
  if (amountFen < 0 || amountFen > totalFen) {
    throw new Error(`${amountFen} fen cannot be spread over ${totalFen}`)
  }
  if (totalFen === 0) return worths.map(() => 0)
  const shares = worths.map((worth) => partOf(amountFen, worth, totalFen))
  let restFen = amountFen - shares.reduce((sum, share) => sum + share, 0)
  for (let i = shares.length - 1; restFen > 0; i--) {
    const takenFen = Math.min(restFen, (worths[i] ?? 0) - (shares[i] ?? 0))
    shares[i] = (shares[i] ?? 0) + takenFen
    restFen -= takenFen
  }
  return shares
}

/** Products up to here are exact in a float, and so is their quotient once it is rounded down. */
const EXACT = 2 ** 52

/** `amount` × `part` ÷ `whole`, rounded down, exactly. */
export function partOf(amount: number, part: number, whole: number): number {
  const product = amount * part
  if (product < EXACT) return Math.floor(product / whole)
  return Number((BigInt(amount) * BigInt(part)) / BigInt(whole))
}
