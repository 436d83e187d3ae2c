/**
 * A table that draws from given integer weights in constant time, however many there are.
 *
 * Column `i` keeps `keeps[i]` of `total` parts for item `i` and leaves the rest to item
 * `others[i]`. Added up over all columns, an item's parts are its weight times the number of
 * columns, exactly: no part is lost to rounding, because none is ever divided.
 */
export interface AliasTable {
  total: number
  keeps: Int32Array
  others: Int32Array
}

/**
 * Builds the table for weights that are whole, not negative, and sum to `total` > 0. Walker's
 * alias method in Vose's linear form (M. D. Vose, “A linear algorithm for generating random
 * numbers with a given distribution”, IEEE Transactions on Software Engineering 17 (9), 1991),
 * on integers: each weight is scaled by the number of columns instead of the columns being
 * divided. Throws a RangeError when `total` times the number of weights passes 2^31.
 */
export function aliasTable(weights: readonly number[]): AliasTable {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const count = weights.length
  if (total <= 0 || total * count >= 2 ** 31) throw new RangeError(`${count} weights that sum to ${total}`)

  const keeps = Int32Array.from(weights, (weight) => weight * count)
  const others = Int32Array.from(weights, (_, i) => i)
  const small: number[] = []
  const large: number[] = []
  keeps.forEach((parts, i) => {
    const list = parts < total ? small : large
    list.push(i)
  })
  // A small column is filled up by a large one, which thereby may become small itself. Since all
  // parts together fill all columns exactly, the two lists run out at the same time.
  for (let i = small.pop(); i !== undefined; i = small.pop()) {
    const other = large[large.length - 1] ?? i
    others[i] = other
    const parts = (keeps[other] ?? 0) - (total - (keeps[i] ?? 0))
    keeps[other] = parts
    if (parts < total) {
      large.pop()
      small.push(other)
    }
  }
  return { total, keeps, others }
}

/** The index of the item drawn, by two uniform integers. */
export function drawFrom(
  { total, keeps, others }: AliasTable,
  rng: { next: (exclusiveMax: number) => number },
): number {
  const column = rng.next(keeps.length)
  return (rng.next(total) < (keeps[column] as number) ? column : others[column]) as number
}
