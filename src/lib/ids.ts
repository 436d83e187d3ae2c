import { randomFillSync } from 'node:crypto'

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
  | 'rhs'
  | 'lot'
  | 'wen'
  | 'obx'
  | 'lse'
  | 'pay'
  | 'pbt'
  | 'shp'
  | 'shl'
  | 'rmd'
  | 'vch'
  | 'prd'
  | 'aud'
  | 'xgr'
  | 'rsk'
  | 'out'
  | 'gbt'
  | 'alr'
  | 'tpl'
  | 'fld'
  | 'kpv'
  | 'sub'

/**
 * A new id: prefix, 48 bits of time in ms, 60 random bits, in Crockford's base 32. Ids made
 * later sort later, so inserts land at the end of an index; within a ms the order is random.
 */
export function newId(prefix: IdPrefix, now: Date): string {
  return `${prefix}_${encodeTime(now.getTime())}${encodeRandom()}`
}

const TIME_LENGTH = 10
const RANDOM_LENGTH = 12

// The rows of one batch are made at one instant.
let encodedMs = Number.NaN
let encodedTime = ''

function encodeTime(ms: number): string {
  if (ms === encodedMs) return encodedTime
  let rest = ms
  let out = ''
  for (let i = 0; i < TIME_LENGTH; i++) {
    out = ALPHABET.charAt(rest % 32) + out
    rest = Math.floor(rest / 32)
  }
  encodedMs = ms
  encodedTime = out
  return out
}

/** Letters drawn ahead: asking the system for each id by itself takes longer than all the rest. */
const letters = Buffer.alloc(RANDOM_LENGTH * 512)
let used = letters.length

function encodeRandom(): string {
  if (used === letters.length) {
    randomFillSync(letters)
    for (let i = 0; i < letters.length; i++) letters[i] = ALPHABET.charCodeAt((letters[i] as number) & 31)
    used = 0
  }
  used += RANDOM_LENGTH
  return letters.toString('latin1', used - RANDOM_LENGTH, used)
}
