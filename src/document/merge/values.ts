import { isEqual } from '../is-no-change'

/** One thing at three times: before both changed it, and as each left it. Undefined is absent. */
export interface Three<T> {
  base: T | undefined
  mine: T | undefined
  theirs: T | undefined
}

/** What comes of two changes; `clashes` are the paths where both changed one thing differently. */
export interface MergedValue {
  value: unknown
  clashes: string[][]
}

/**
 * What one side alone changed is taken. Where both did, records are merged member by member as
 * deep as `depth` says; what cannot be divided further stays as mine, and is a clash.
 */
export function mergeValue({ base, mine, theirs }: Three<unknown>, depth = 0): MergedValue {
  if (isEqual(mine, theirs) || isEqual(base, theirs)) return { value: mine, clashes: [] }
  if (isEqual(base, mine)) return { value: theirs, clashes: [] }
  const isDivisible = depth > 0 && isPlain(mine) && isPlain(theirs)
  if (!isDivisible) return { value: mine, clashes: [[]] }
  return mergeMembers({ base: isPlain(base) ? base : {}, mine, theirs }, depth - 1)
}

type Members = Readonly<Record<string, unknown>>

function mergeMembers(three: { base: Members; mine: Members; theirs: Members }, depth: number): MergedValue {
  const value: Record<string, unknown> = {}
  const clashes: string[][] = []
  for (const key of new Set([...Object.keys(three.mine), ...Object.keys(three.theirs)])) {
    const member = mergeValue(
      { base: own(three.base, key), mine: own(three.mine, key), theirs: own(three.theirs, key) },
      depth,
    )
    if (member.value !== undefined) value[key] = member.value
    clashes.push(...member.clashes.map((path) => [key, ...path]))
  }
  return { value, clashes }
}

/** A member by its name, never one of the object's prototype. */
export function own(record: Members | undefined, key: string): unknown {
  return record && Object.hasOwn(record, key) ? record[key] : undefined
}

function isPlain(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
