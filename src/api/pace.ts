import { Lru } from '@/src/lib/lru'

/** Keys whose pace one process remembers; one that is forgotten may begin anew. */
const MOST_KEYS = 1_000

/**
 * Keeps those who ask under one key to a pace: `burst` at once, and `perSecond` in the long run.
 * Answers false for one too many, which then does not count.
 */
export function createPace({ burst, perSecond }: { burst: number; perSecond: number }) {
  const known = new Lru<string, { left: number; at: number }>(MOST_KEYS)
  return (key: string, now: Date): boolean => {
    const at = now.getTime()
    const before = known.get(key) ?? { left: burst, at }
    const refilled = (Math.max(0, at - before.at) * perSecond) / 1_000
    const left = Math.min(burst, before.left + refilled)
    const isAllowed = left >= 1
    known.set(key, { left: isAllowed ? left - 1 : left, at })
    return isAllowed
  }
}
