import type { Block, BlockId } from '../../../schemas/page'
import { currentDefinition, type Definitions, slotAccepts, slotsOf } from '../definitions'
import { type Parent, parentsOf } from '../parents'
import type { MergeConflict } from './conflict'
import { type ChosenPlace, choosePlace, type ThreePages } from './lives'

const TOP: Parent = { parent: null, slot: null }

/**
 * Where each block of a merged page stands. A block that would stand inside itself, because each
 * side put one into the other, stands where mine has it; one whose slot is gone, or takes it no
 * more, goes to another slot of its container, else out of it.
 */
export function settlePlaces(
  pages: ThreePages,
  blocks: Readonly<Record<BlockId, Block>>,
  definitions: Definitions,
  conflicts: MergeConflict[],
): Map<BlockId, Parent> {
  const has = (id: BlockId | null) => id === null || Object.hasOwn(blocks, id)
  const chosen = new Map<BlockId, ChosenPlace>()
  const disputed = new Set<BlockId>()
  for (const id of Object.keys(blocks)) {
    const place = choosePlace(pages, id)
    if (place?.isClash) disputed.add(id)
    chosen.set(id, place && has(place.parent) ? place : { ...TOP, from: 'both', isClash: false })
  }
  for (const id of openCycles(pages, chosen, has)) disputed.add(id)

  const places = new Map<BlockId, Parent>()
  for (const id of chosen.keys()) {
    const { place, isOther } = findHome(blocks, definitions, chosen, id)
    places.set(id, place)
    if (isOther) disputed.add(id)
  }
  for (const id of disputed) {
    const [mine, theirs] = [pages.mine, pages.theirs].map((page) => parentsOf(page).get(id) ?? null)
    conflicts.push({ kind: 'place', id, mine: mine ?? null, theirs: theirs ?? null })
  }
  return places
}

/**
 * Leads blocks out of rings. Each ring has at least one block that stands in it by theirs alone:
 * a page by itself has none. Answers which blocks were led out.
 */
function openCycles(
  pages: ThreePages,
  chosen: Map<BlockId, ChosenPlace>,
  has: (id: BlockId | null) => boolean,
): BlockId[] {
  const moved: BlockId[] = []
  const settled = new Set<BlockId>()
  for (const start of chosen.keys()) {
    let trail: BlockId[] = []
    let at: BlockId | null = start
    while (at !== null && !settled.has(at)) {
      if (!trail.includes(at)) {
        trail.push(at)
        at = chosen.get(at)?.parent ?? null
        continue
      }
      const ring = trail.slice(trail.indexOf(at))
      const id = ring.find((one) => chosen.get(one)?.from === 'theirs' && parentsOf(pages.mine).has(one))
      const out = id ?? at
      const mine = id === undefined ? undefined : parentsOf(pages.mine).get(id)
      chosen.set(out, { ...(mine && has(mine.parent) ? mine : TOP), from: 'both', isClash: false })
      moved.push(out)
      trail = []
      at = start
    }
    for (const id of trail) settled.add(id)
  }
  return moved
}

/** The chosen place, or the nearest that takes the block. The top of the page takes everything. */
function findHome(
  blocks: Readonly<Record<BlockId, Block>>,
  definitions: Definitions,
  chosen: ReadonlyMap<BlockId, Parent>,
  id: BlockId,
): { place: Parent; isOther: boolean } {
  const type = blocks[id]?.type ?? ''
  let { parent, slot }: Parent = chosen.get(id) ?? TOP
  let isOther = false
  while (parent !== null) {
    const container = blocks[parent]
    if (!container || !currentDefinition(definitions, container)) return { place: { parent, slot }, isOther }
    const offered = slotsOf(definitions, container)
    const takes = (name: string) => {
      const found = Object.hasOwn(offered, name) ? offered[name] : undefined
      return found !== undefined && slotAccepts(found, type)
    }
    if (slot !== null && takes(slot)) return { place: { parent, slot }, isOther }
    isOther = true
    const another = Object.keys(offered).findLast(takes)
    if (another !== undefined) return { place: { parent, slot: another }, isOther }
    ;({ parent, slot } = chosen.get(parent) ?? TOP)
  }
  return { place: TOP, isOther }
}
