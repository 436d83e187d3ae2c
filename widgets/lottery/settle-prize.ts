import type { DrawReason } from '../kit/tool'
import type { Prize } from './config'
import type { Hindrance, Pool } from './pool'

/** How a member fared so far, in draws made, and in draws in a row that won nothing. */
export interface Progress {
  draws: number
  losses: number
}

export interface SettledPrize {
  /** Undefined when nothing can be given and no prize is there to win nothing with. */
  given: Prize | undefined
  /** Why it is another one than was drawn. */
  why: DrawReason | null
}

/**
 * What is given for what was drawn. Pity comes before chance: who lost so often in a row as the
 * lottery promises gets the pity prize, whatever the wheel says. A prize that is out, not released
 * yet, or locked for this member is replaced by the fallback, else by winning nothing.
 *
 * Pure, and the one rule: the draw itself, its replay and the simulator all go by it.
 */
export function settlePrize(
  pool: Pool,
  drawn: Prize,
  hindranceOf: (prize: Prize) => Hindrance | undefined,
  { draws, losses }: Progress,
): SettledPrize {
  const { pity, pityAfter, fallback, losing } = pool
  if (pity && losses >= pityAfter && !hindranceOf(pity))
    return { given: pity, why: pity === drawn ? null : 'pity' }
  if (drawn.gives === 'nothing') return { given: drawn, why: null }
  const why = isLocked(drawn, draws) ? 'locked' : hindranceOf(drawn)
  if (!why) return { given: drawn, why: null }
  const isThere = fallback && fallback !== drawn && !isLocked(fallback, draws) && !hindranceOf(fallback)
  return { given: isThere ? fallback : losing, why }
}

/** True for a member who has not drawn often enough to win the prize. */
function isLocked({ unlockAfter = 0 }: Prize, draws: number): boolean {
  return draws < unlockAfter
}
