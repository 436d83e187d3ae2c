import type { PageDefinition } from '../../../schemas/page'
import { joinDiffs, type PageDiff } from '../diff'
import { DocumentError } from '../errors'
import type { Operation, OperationContext } from '../operation'
import { ancestorsOf } from '../parents'
import {
  childrenOf,
  clampIndex,
  isLocked,
  placeOf,
  requireBlock,
  requirePlace,
  setChildren,
} from '../placement'

/** Puts a block, with all it holds, somewhere else. */
export function move(
  page: PageDefinition,
  { id, to }: Extract<Operation, { kind: 'move' }>,
  { definitions }: OperationContext,
): PageDiff {
  const block = requireBlock(page, id)
  if (isLocked(page, id)) throw new DocumentError('locked')
  if (to.parent !== null && (to.parent === id || ancestorsOf(page, to.parent).includes(id))) {
    throw new DocumentError('cycle')
  }
  const target = requirePlace(page, definitions, to, block.type)
  const { index: from, parent, slot } = placeOf(page, id)
  const source = { parent, slot: slot ?? null }
  const rest = childrenOf(page, source).filter((child) => child !== id)

  if (source.parent === target.parent && source.slot === target.slot) {
    const index = clampIndex(to.index, rest.length + 1)
    // The block itself stood before the place, so taking it away moves the place up by one.
    rest.splice(index > from ? index - 1 : index, 0, id)
    return setChildren(page, target, rest)
  }
  const arrived = [...childrenOf(page, target)]
  arrived.splice(clampIndex(to.index, arrived.length), 0, id)
  if (source.parent !== null && source.parent === target.parent)
    return betweenSlots(page, source, rest, target, arrived)
  return joinDiffs(setChildren(page, source, rest), setChildren(page, target, arrived))
}

type List = { parent: string | null; slot: string | null }

/** Both lists are in one block's record, which a diff holds once. */
function betweenSlots(
  page: PageDefinition,
  source: List,
  rest: string[],
  target: List,
  arrived: string[],
): PageDiff {
  const block = requireBlock(page, source.parent ?? '')
  const slots = { ...block.slots, [source.slot ?? '']: rest, [target.slot ?? '']: arrived }
  return { blocks: { [block.id]: { ...block, slots } } }
}
