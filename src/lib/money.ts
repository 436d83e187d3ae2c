/** `part` per million of `fen`, rounded up: a reservation may never fall short by a fraction. */
export function ppmOfFenRoundedUp(fen: number, ppm: number): number {
  return Number((BigInt(fen) * BigInt(ppm) + 999_999n) / 1_000_000n)
}
