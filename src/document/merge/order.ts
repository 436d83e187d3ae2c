import type { BlockId } from '../../../schemas/page'

/** A list of blocks as it was and as each side left it. */
export interface ThreeLists {
  base: readonly BlockId[]
  mine: readonly BlockId[]
  theirs: readonly BlockId[]
}

/**
 * The blocks of `members` in an order both would recognise: what one side moved stands next to
 * what it stood next to there, what either added comes after what it was added after. Where both
 * moved the same block, mine counts, and that is a clash. Members that neither list has come last.
 */
export function mergeOrder(
  lists: ThreeLists,
  members: ReadonlySet<BlockId>,
): { order: BlockId[]; isClash: boolean } {
  const [base, mine, theirs] = [lists.base, lists.mine, lists.theirs].map((list) =>
    list.filter((id) => members.has(id)),
  ) as [BlockId[], BlockId[], BlockId[]]
  const inTheirs = new Set(theirs)
  const inBase = new Set(base)
  const common = new Set(mine.filter((id) => inTheirs.has(id) && inBase.has(id)))
  const isCommon = (id: BlockId) => common.has(id)
  const [wasCommon, mineCommon, theirsCommon] = [base, mine, theirs].map((list) => list.filter(isCommon)) as [
    BlockId[],
    BlockId[],
    BlockId[],
  ]
  const movedByMe = movedIn(wasCommon, mineCommon)
  const movedByThem = movedIn(wasCommon, theirsCommon)

  const order =
    movedByMe.size === 0
      ? insertFrom(mine, theirs, movedByThem)
      : insertFrom(
          theirs,
          mine.filter((id) => movedByMe.has(id) || !movedByThem.has(id)),
          movedByMe,
        )
  const placed = new Set(order)
  const isSame = mineCommon.every((id, index) => id === theirsCommon[index])
  return {
    order: [...order, ...[...members].filter((id) => !placed.has(id))],
    isClash: !isSame && [...movedByMe].some((id) => movedByThem.has(id)),
  }
}

/**
 * `into` with the blocks of `from` it lacks, each after the one it follows there, or before the
 * one that follows it. Those of `moved` were taken elsewhere, so that nothing is found by them.
 */
function insertFrom(
  from: readonly BlockId[],
  into: readonly BlockId[],
  moved: ReadonlySet<BlockId>,
): BlockId[] {
  const order = [...into]
  const present = new Set(order)
  const isFirm = (id: BlockId) => present.has(id) && !moved.has(id)
  from.forEach((id, index) => {
    if (present.has(id)) return
    const before = from.slice(0, index).findLast(isFirm)
    const after = before === undefined ? from.slice(index + 1).find(isFirm) : undefined
    if (before !== undefined) order.splice(order.indexOf(before) + 1, 0, id)
    else order.splice(after === undefined ? order.length : order.indexOf(after), 0, id)
    present.add(id)
  })
  return order
}

/** The fewest blocks that must have been moved to get from one order to the other. */
export function movedIn(before: readonly BlockId[], after: readonly BlockId[]): Set<BlockId> {
  const at = new Map(before.map((id, index) => [id, index]))
  const stayed = new Set(longestRising(after, (id) => at.get(id) ?? -1))
  return new Set(after.filter((id) => !stayed.has(id)))
}

/** A longest subsequence in rising order of `rank`; patience sorting, n log n. */
function longestRising<T>(items: readonly T[], rank: (item: T) => number): T[] {
  const tails: number[] = []
  const previous: number[] = []
  items.forEach((item, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (rank(items[tails[middle] as number] as T) < rank(item)) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = index
  })
  const rising: T[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rising.push(items[at] as T)
  return rising.reverse()
}
