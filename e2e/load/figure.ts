export interface Measured {
  name: string
  value: number
  unit: string
  /** What was measured beside it, in the same unit. */
  baseline?: number
  /** value ÷ baseline. */
  ratio?: number
}

/** What a figure must reach; a bench run says which did not. */
export type Target = { atMost: number } | { atLeast: number } | { ratioAtLeast: number }

export interface Figure {
  name: string
  /** One line for RESULTS.md: what was measured, and against what. */
  about: string
  target?: Target
  measure: () => Promise<Measured>
}

export function reaches(measured: Measured, target: Target): boolean {
  if ('atMost' in target) return measured.value <= target.atMost
  if ('atLeast' in target) return measured.value >= target.atLeast
  return (measured.ratio ?? 0) >= target.ratioAtLeast
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) throw new Error('the median of nothing')
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

/**
 * Measures two sides in turn, `rounds` times, so that whatever else the machine does meets both;
 * the first round warms both up and is thrown away. Answers the medians and their ratio.
 */
export async function interleave(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<{ value: number; baseline: number; ratio: number }> {
  await ours()
  await theirs()
  const values: number[] = []
  const baselines: number[] = []
  for (let round = 0; round < rounds; round++) {
    values.push(await ours())
    baselines.push(await theirs())
  }
  const value = median(values)
  const baseline = median(baselines)
  const shown = (one: number) => (one < 100 ? rounded(one) : Math.round(one))
  return { value: shown(value), baseline: shown(baseline), ratio: rounded(value / baseline) }
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
