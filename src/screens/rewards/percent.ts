/** Parts per million as a percentage without needless zeros: 300000 → `30`. */
export function percentOfPpm(ppm: number): string {
  return String(ppm / 10_000)
}
