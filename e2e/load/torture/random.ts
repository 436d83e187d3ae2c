import { seeded } from '../../../widgets/kit/testing/in-memory-engine'

/** A number from 0 to below 1. */
export type Random = () => number

const STEPS = 2 ** 32

/** The same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  const { next } = seeded(seed)
  return () => next(STEPS) / STEPS
}

export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const all = [...items]
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[all[i], all[j]] = [all[j] as T, all[i] as T]
  }
  return all
}
