import type { Rng } from './tool'

/** A seed is 128 bits, in hexadecimal. */
export const SEED_DIGITS = 32

const TWO_32 = 4_294_967_296

/**
 * The generator a seed makes: xoshiro128** (D. Blackman, S. Vigna, “Scrambled linear pseudorandom
 * number generators”, ACM TOMS 47 (4), 2021). Its first numbers are exactly uniform when the seed
 * is, and every machine makes the same ones, so whoever has the seed can draw again.
 *
 * Throws a RangeError for anything but 32 hexadecimal digits, and for nothing but zeros.
 */
export function rngFrom(seed: string): Rng {
  let a = wordAt(seed, 0)
  let b = wordAt(seed, 8)
  let c = wordAt(seed, 16)
  let d = wordAt(seed, 24)
  // Digits that are none make no number, and neither do too few of them.
  if (seed.length !== SEED_DIGITS || !(a + b + c + d > 0)) throw new RangeError('not a seed')

  function next32(): number {
    const mixed = Math.imul(b, 5)
    const result = Math.imul((mixed << 7) | (mixed >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }

  return {
    next: (exclusiveMax) => {
      // What is above the last whole multiple is drawn again, or small numbers would come too often.
      const limit = TWO_32 - (TWO_32 % exclusiveMax)
      let drawn = next32()
      while (drawn >= limit) drawn = next32()
      return drawn % exclusiveMax
    },
  }
}

/**
 * The 32 bits that eight hexadecimal digits stand for; NaN where one is none. By hand, because every
 * draw pays for it.
 */
function wordAt(seed: string, from: number): number {
  let word = 0
  for (let at = from; at < from + 8; at++) word = word * 16 + digitOf(seed.charCodeAt(at))
  return word
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  return code >= 97 && code <= 102 ? code - 87 : Number.NaN
}
