import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** What each kind of row's id begins with. */
export type IdPrefix =
  | 'stf'
  | 'mbr'
  | 'cmp'
  | 'acc'
  | 'ent'
  | 'rwd'
  | 'tool'
  | 'page'
  | 'grt'
  | 'hld'
  | 'rdm'
  | 'rvs'
  | 'rec'
  | 'lot'
  | 'wen'
  | 'obx'
  | 'lse'
  | 'pay'
  | 'pbt'
  | 'vch'
  | 'prd'
  | 'aud'
  | 'xgr'
  | 'rsk'
  | 'out'

/**
 * A new id: prefix, 48 bits of time in ms, 60 random bits, in Crockford's base 32. Ids made
 * later sort later, so inserts land at the end of an index; within a ms the order is random.
 */
export function newId(prefix: IdPrefix, now: Date): string {
  return `${prefix}_${encodeTime(now.getTime())}${encodeRandom()}`
}

function encodeTime(ms: number): string {
  let rest = ms
  let out = ''
  for (let i = 0; i < 10; i++) {
    out = ALPHABET.charAt(rest % 32) + out
    rest = Math.floor(rest / 32)
  }
  return out
}

function encodeRandom(): string {
  let out = ''
  for (const byte of randomBytes(12)) out += ALPHABET.charAt(byte & 31)
  return out
}
