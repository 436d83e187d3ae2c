import type { Block, BlockId, PageDefinition } from '../../../schemas/page'
import { blockOf, currentDefinition, type Definitions } from '../definitions'
import { isEqual } from '../is-no-change'
import { migratePage } from '../migrate'
import type { Parent } from '../parents'
import { childrenOf } from '../placement'
import { validatePage } from '../validate'
import type { MergeConflict } from './conflict'
import { findLiving, type ThreePages } from './lives'
import { mergeOrder } from './order'
import { settlePlaces } from './places'
import { mergeValue, own, type Three } from './values'

export interface Merged {
  page: PageDefinition
  conflicts: MergeConflict[]
}

/**
 * Two people's changes to one page, in one page: always a valid one, and nothing of either side
 * is lost without a conflict that says so. A side that changed nothing leaves the other's page as
 * it is. Blocks come out at their widgets' versions.
 */
export function mergePages(pages: ThreePages, definitions: Definitions): Merged {
  const three: ThreePages = {
    base: migratePage(pages.base, definitions).page,
    mine: migratePage(pages.mine, definitions).page,
    theirs: migratePage(pages.theirs, definitions).page,
  }
  const conflicts: MergeConflict[] = []
  const { living, revived } = findLiving(three)
  conflicts.push(...revived.map((unit) => ({ kind: 'removal' as const, ...unit })))

  const blocks: Record<BlockId, Block> = {}
  for (const id of living) blocks[id] = mergeBlock(three, id, definitions, conflicts)
  const places = settlePlaces(three, blocks, definitions, conflicts)
  const root = fillLists(three, blocks, places, conflicts)
  const page = { ...mergeHead(three, conflicts), root, blocks }

  const checked = validatePage(page, definitions)
  return checked.ok ? { page, conflicts } : { page: three.mine, conflicts: [{ kind: 'page' }] }
}

function mergeHead(pages: ThreePages, conflicts: MergeConflict[]): Omit<PageDefinition, 'root' | 'blocks'> {
  const { blocks: _, root: __, ...head } = pages.mine
  for (const key of new Set([...Object.keys(pages.mine), ...Object.keys(pages.theirs)])) {
    if (key === 'blocks' || key === 'root') continue
    const depth = key === 'settings' ? 2 : 1
    Object.assign(head, mergeKey(null, threeOf(pages, key), key, depth, conflicts))
  }
  return head
}

/** A block's record apart from what it holds. */
function mergeBlock(
  pages: ThreePages,
  id: BlockId,
  definitions: Definitions,
  conflicts: MergeConflict[],
): Block {
  const [base, mine, theirs] = [pages.base, pages.mine, pages.theirs].map((page) => blockOf(page, id))
  if (!mine || !theirs) return (mine ?? theirs) as Block
  const all = { base, mine, theirs }
  if (mine.type !== theirs.type || mine.version !== theirs.version) return mergeWhole(all, conflicts)

  const merged = { ...mine }
  const found: MergeConflict[] = []
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (key === 'slots') continue
    const depth = key === 'props' || key === 'style' ? 1 : 0
    const value = mergeKey(id, threeOf(all, key), key, depth, found)
    delete merged[key as keyof Block]
    Object.assign(merged, value)
  }
  const definition = currentDefinition(definitions, merged)
  if (definition && !definition.props.safeParse(merged.props).success) {
    // Each is fine, but not together: then mine is kept whole, and theirs is all in conflict.
    merged.props = mine.props
    found.push(...propConflicts(all, found))
  }
  conflicts.push(...found)
  return merged
}

type ThreeBlocks = Three<Block> & { mine: Block; theirs: Block }

/** Of different widgets, or of versions that cannot be brought together: one or the other. */
function mergeWhole({ base, mine, theirs }: ThreeBlocks, conflicts: MergeConflict[]): Block {
  const { value, clashes } = mergeValue({ base, mine, theirs })
  if (clashes.length > 0) conflicts.push({ kind: 'value', id: mine.id, path: [], mine, theirs })
  return value as Block
}

function propConflicts({ base, mine, theirs }: ThreeBlocks, known: MergeConflict[]): MergeConflict[] {
  const props = new Set([...Object.keys(mine.props), ...Object.keys(theirs.props)])
  return [...props].flatMap((prop) => {
    const [was, here, there] = [base?.props, mine.props, theirs.props].map((record) => own(record, prop))
    const isKnown = known.some((one) => one.kind === 'value' && one.path.join('.') === `props.${prop}`)
    if (isKnown || isEqual(here, there) || isEqual(was, there)) return []
    return [{ kind: 'value' as const, id: mine.id, path: ['props', prop], mine: here, theirs: there }]
  })
}

/** The merged value of one key, as a record to be assigned; empty when the key is gone. */
function mergeKey(
  id: BlockId | null,
  three: Three<unknown>,
  key: string,
  depth: number,
  conflicts: MergeConflict[],
): Record<string, unknown> {
  const { value, clashes } = mergeValue(three, depth)
  for (const path of clashes) {
    const [mine, theirs] = [three.mine, three.theirs].map((side) => readPath(side, path))
    conflicts.push({ kind: 'value', id, path: [key, ...path], mine, theirs })
  }
  return value === undefined ? {} : { [key]: value }
}

function readPath(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => own(at as Readonly<Record<string, unknown>>, key), value)
}

function threeOf(all: Three<object>, key: string): Three<unknown> {
  const read = (record: object | undefined) => own(record as Readonly<Record<string, unknown>>, key)
  return { base: read(all.base), mine: read(all.mine), theirs: read(all.theirs) }
}

/** Gives each merged block its slots, with what stands in them in order; answers the root's list. */
function fillLists(
  pages: ThreePages,
  blocks: Record<BlockId, Block>,
  places: ReadonlyMap<BlockId, Parent>,
  conflicts: MergeConflict[],
): BlockId[] {
  const members = new Map<string, Set<BlockId>>()
  const held = new Map<BlockId, Set<string>>()
  const listKey = ({ parent, slot }: Parent) => JSON.stringify([parent, slot])
  for (const [id, place] of places) {
    const key = listKey(place)
    members.set(key, (members.get(key) ?? new Set()).add(id))
    const { parent, slot } = place
    if (parent !== null && slot !== null) held.set(parent, (held.get(parent) ?? new Set()).add(slot))
  }
  const orderOf = (at: Parent): BlockId[] => {
    const [base, mine, theirs] = [pages.base, pages.mine, pages.theirs].map((page) =>
      childrenOf(page, at),
    ) as [readonly BlockId[], readonly BlockId[], readonly BlockId[]]
    const { order, isClash } = mergeOrder({ base, mine, theirs }, members.get(listKey(at)) ?? new Set())
    if (isClash) conflicts.push({ kind: 'order', at, mine, theirs })
    return order
  }

  for (const [id, block] of Object.entries(blocks)) {
    const { names, isWritten } = slotNames(pages, id)
    for (const slot of held.get(id) ?? []) names.add(slot)
    const { slots: _, ...rest } = block
    const slots = Object.fromEntries([...names].map((slot) => [slot, orderOf({ parent: id, slot })]))
    blocks[id] = names.size > 0 || isWritten ? { ...rest, slots } : rest
  }
  return orderOf({ parent: null, slot: null })
}

/** The slots a block has written down, filled or not: those both have, or one added. */
function slotNames(pages: ThreePages, id: BlockId): { names: Set<string>; isWritten: boolean } {
  const [base, mine, theirs] = [pages.base, pages.mine, pages.theirs].map((page) => blockOf(page, id))
  const isThere = (slot?: string) => {
    const has = (block: Block | undefined) =>
      slot === undefined ? block?.slots !== undefined : Object.hasOwn(block?.slots ?? {}, slot)
    if (!mine || !theirs) return has(mine ?? theirs)
    return mergeValue({ base: has(base), mine: has(mine), theirs: has(theirs) }).value === true
  }
  const written = [...Object.keys(mine?.slots ?? {}), ...Object.keys(theirs?.slots ?? {})]
  return { names: new Set(written.filter(isThere)), isWritten: isThere() }
}
