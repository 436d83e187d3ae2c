/** Fen written in yuan without needless zeros: 2000 → `20`, 990 → `9.9`, 1 → `0.01`. */
export function yuanText(fen: number): string {
  return String(fen / 100)
}
