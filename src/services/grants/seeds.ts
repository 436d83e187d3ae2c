import { randomFillSync } from 'node:crypto'
import { SEED_DIGITS } from '@/widgets/kit/rng'

const BYTES = SEED_DIGITS / 2
/** One call for many seeds costs about as much as a call for one. */
const pool = Buffer.alloc(BYTES * 256)
let at = pool.length

/** A new seed nobody can guess. None is handed out twice. */
export function newSeed(): string {
  if (at === pool.length) {
    randomFillSync(pool)
    at = 0
  }
  at += BYTES
  return pool.toString('hex', at - BYTES, at)
}
