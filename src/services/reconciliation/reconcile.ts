import type { BookDifference } from '@/schemas/reconciliation'
import type { ReadDb } from '@/src/db'
import { CHECKS } from './checks'
import { Found } from './found'

export interface Reconciliation {
  /** How many rows each check looked at, by its name. */
  checked: Record<string, number>
  /** How many differences there are in all. */
  differenceCount: number
  /** The first 500 of each check: checks in their order, within one by subject. */
  differences: BookDifference[]
}

/**
 * Counts anew whatever is kept beside something else, and answers where the two disagree. It only
 * reads, slice by slice; give it one instant's view (`Database.snapshot`), or what happens meanwhile
 * looks like a difference.
 *
 * @throws the signal's reason once it is aborted.
 */
export async function reconcile(db: ReadDb, signal?: AbortSignal): Promise<Reconciliation> {
  const all: Found[] = []
  const checked: Record<string, number> = {}
  for (const { name, run } of CHECKS) {
    const found = new Found(name)
    await run({ db, signal }, found)
    checked[name] = found.checked
    all.push(found)
  }
  return {
    checked,
    differenceCount: all.reduce((sum, { count }) => sum + count, 0),
    differences: all.flatMap(({ differences }) => differences),
  }
}
