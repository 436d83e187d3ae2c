import type { Block, BlockId, PageDefinition } from '../../schemas/page'
import { blockOf, type Definitions, slotAccepts, slotOf } from './definitions'
import { extendDiff, type PageDiff } from './diff'
import { DocumentError } from './errors'
import type { Place } from './operation'
import { ancestorsOf, type Parent, parentsOf } from './parents'
import { walkSubtree } from './walk'

/** The block, or a refusal. */
export function requireBlock(page: PageDefinition, id: BlockId): Block {
  const block = blockOf(page, id)
  if (!block) throw new DocumentError('unknown_block')
  return block
}

/** What stands in a list of the page: its top level or a block's slot. */
export function childrenOf(page: PageDefinition, at: Parent): readonly BlockId[] {
  if (at.parent === null) return page.root
  return blockOf(page, at.parent)?.slots?.[at.slot ?? ''] ?? []
}

/** Adds to a diff of the page that a list has other blocks in it, in place; answers the diff. */
export function withChildren(
  page: PageDefinition,
  diff: PageDiff,
  at: Parent,
  children: BlockId[],
): PageDiff {
  if (at.parent === null) return extendDiff(diff, { page: { root: children } })
  // Another list of the same block may have changed already.
  const block = diff.blocks?.[at.parent] ?? requireBlock(page, at.parent)
  const slots = { ...block.slots, [at.slot ?? '']: children }
  return extendDiff(diff, { blocks: { [block.id]: { ...block, slots } } })
}

/** Where the block stands now. */
export function placeOf(page: PageDefinition, id: BlockId): Place {
  const at = parentsOf(page).get(id)
  if (!at) throw new DocumentError('unknown_block')
  const index = childrenOf(page, at).indexOf(id)
  return at.parent === null ? { parent: null, index } : { parent: at.parent, slot: at.slot ?? '', index }
}

/** True when the block or one that holds it is locked: nothing in it may be changed. */
export function isLocked(page: PageDefinition, id: BlockId): boolean {
  return [id, ...ancestorsOf(page, id)].some((at) => blockOf(page, at)?.locked === true)
}

/** True when the block may not be taken away: locked, inside a locked one, or holding one. */
export function holdsLocked(page: PageDefinition, id: BlockId): boolean {
  if (isLocked(page, id)) return true
  for (const { block } of walkSubtree(page, id)) if (block.locked) return true
  return false
}

/** Whether blocks of that type may go there; a refusal's code, or undefined when they may. */
export function placeRefusal(
  page: PageDefinition,
  definitions: Definitions,
  at: Place,
  type: string,
): 'unknown_block' | 'unknown_slot' | 'not_accepted' | 'locked' | undefined {
  if (at.parent === null) return undefined
  const parent = blockOf(page, at.parent)
  if (!parent) return 'unknown_block'
  const slot = slotOf(definitions, parent, at.slot)
  if (!slot) return 'unknown_slot'
  if (isLocked(page, at.parent)) return 'locked'
  return slotAccepts(slot, type) ? undefined : 'not_accepted'
}

/** Refuses unless blocks of that type may go there. */
export function requirePlace(
  page: PageDefinition,
  definitions: Definitions,
  at: Place,
  type: string,
): Parent {
  const refusal = placeRefusal(page, definitions, at, type)
  if (refusal) throw new DocumentError(refusal)
  return at.parent === null ? { parent: null, slot: null } : { parent: at.parent, slot: at.slot }
}

/** A whole index within 0 and the length; anything past it means the end. */
export function clampIndex(index: number, length: number): number {
  return Number.isInteger(index) && index >= 0 ? Math.min(index, length) : length
}
