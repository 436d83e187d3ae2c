/** Fen as a packet's amount is written, always to the fen: 188 → `1.88`, 200 → `2.00`. */
export function moneyText(fen: number): string {
  return (fen / 100).toFixed(2)
}
