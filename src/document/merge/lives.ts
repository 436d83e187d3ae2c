import type { BlockId, PageDefinition } from '../../../schemas/page'
import { blockOf } from '../definitions'
import { isEqual } from '../is-no-change'
import { type Parent, parentsOf } from '../parents'

export interface ThreePages {
  /** What both began from. */
  base: PageDefinition
  mine: PageDefinition
  theirs: PageDefinition
}

export type Side = 'mine' | 'theirs'

/** Which blocks a merged page has. */
export interface Lives {
  living: Set<BlockId>
  /** Blocks that one side took away although the other changed them or something in them. */
  revived: { id: BlockId; removedBy: Side }[]
}

/**
 * What either side has and the other did not take away. What was taken away comes back, with all
 * that it held, when the other side meanwhile changed anything in it: an edit is harder to do
 * again than a removal.
 */
export function findLiving(pages: ThreePages): Lives {
  const living = new Set<BlockId>()
  for (const id of Object.keys(pages.mine.blocks)) {
    if (blockOf(pages.theirs, id) || !blockOf(pages.base, id)) living.add(id)
  }
  for (const id of Object.keys(pages.theirs.blocks)) if (!blockOf(pages.base, id)) living.add(id)

  const revived: Lives['revived'] = []
  for (const removedBy of ['mine', 'theirs'] as const) {
    for (const unit of removedUnits(pages, removedBy)) {
      if (!isTouched(pages, removedBy, unit)) continue
      for (const id of unit.members) living.add(id)
      revived.push({ id: unit.root, removedBy })
    }
  }
  return { living, revived }
}

interface Unit {
  root: BlockId
  /** What was removed, the root included. */
  members: BlockId[]
  /** What stands right inside it on the side that kept it, and was not removed. */
  guests: BlockId[]
}

const other = (side: Side): Side => (side === 'mine' ? 'theirs' : 'mine')

/** What a side removed, as subtrees of the page that still has it. */
function removedUnits(pages: ThreePages, removedBy: Side): Unit[] {
  const kept = pages[other(removedBy)]
  const isRemoved = (id: BlockId) =>
    blockOf(pages.base, id) !== undefined && blockOf(pages[removedBy], id) === undefined
  const units: Unit[] = []
  for (const id of Object.keys(kept.blocks)) {
    const parent = parentsOf(kept).get(id)?.parent ?? null
    if (!isRemoved(id) || (parent !== null && isRemoved(parent))) continue
    const unit: Unit = { root: id, members: [], guests: [] }
    const open = [id]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      unit.members.push(at)
      for (const child of Object.values(blockOf(kept, at)?.slots ?? {}).flat()) {
        if (isRemoved(child)) open.push(child)
        else unit.guests.push(child)
      }
    }
    units.push(unit)
  }
  return units
}

/** True when the side that kept them changed something of these blocks, or put something in. */
function isTouched(pages: ThreePages, removedBy: Side, { members, guests }: Unit): boolean {
  const keeper = other(removedBy)
  const isChanged = (id: BlockId) => {
    const [was, is] = [blockOf(pages.base, id), blockOf(pages[keeper], id)]
    if (!was || !is) return true
    const { slots: _, ...wasOwn } = was
    const { slots: __, ...isOwn } = is
    return (
      !isEqual(wasOwn, isOwn) ||
      !isEqual(parentsOf(pages.base).get(id), parentsOf(pages[keeper]).get(id)) ||
      isReordered(was.slots, is.slots)
    )
  }
  // A guest that was there from the start was led out by the side that removed the rest.
  return members.some(isChanged) || guests.some((id) => choosePlace(pages, id)?.from === keeper)
}

type Slots = Readonly<Record<string, readonly BlockId[]>> | undefined

/** True when blocks that stand in the same list before and after stand in another order. */
function isReordered(before: Slots, after: Slots): boolean {
  return Object.entries(before ?? {}).some(([slot, was]) => {
    const is = after && Object.hasOwn(after, slot) ? (after[slot] ?? []) : []
    const stays = new Set(is)
    const common = was.filter((id) => stays.has(id))
    const had = new Set(was)
    return !isEqual(
      common,
      is.filter((id) => had.has(id)),
    )
  })
}

/** Where a block goes, and whose wish that is; `both` when they agree. */
export interface ChosenPlace extends Parent {
  from: Side | 'both'
  /** True when each moved it somewhere else. */
  isClash: boolean
}

/** Where a block of either page is to stand: where the side that moved it put it. */
export function choosePlace({ base, mine, theirs }: ThreePages, id: BlockId): ChosenPlace | undefined {
  const [was, here, there] = [base, mine, theirs].map((page) => parentsOf(page).get(id))
  if (!here || !there) {
    const only = here ?? there
    return only && { ...only, from: here ? 'mine' : 'theirs', isClash: false }
  }
  if (isEqual(here, there)) return { ...here, from: 'both', isClash: false }
  if (was && isEqual(was, here)) return { ...there, from: 'theirs', isClash: false }
  return { ...here, from: 'mine', isClash: !was || !isEqual(was, there) }
}
