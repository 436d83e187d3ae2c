import type { BlockId, PageDefinition } from '../../../schemas/page'
import type { PageDiff } from '../diff'
import { DocumentError } from '../errors'
import type { Operation, OperationContext } from '../operation'
import { ancestorsOf, type Parent } from '../parents'
import { childrenOf, clampIndex, isLocked, requireBlock, requirePlace, withChildren } from '../placement'
import { takeFromLists } from '../take-from-lists'

/** Puts blocks, with all they hold, somewhere else: next to each other, in the order given. */
export function move(
  page: PageDefinition,
  { ids, to }: Extract<Operation, { kind: 'move' }>,
  { definitions }: OperationContext,
): PageDiff {
  const moved = new Set(ids)
  const around = to.parent === null ? [] : [to.parent, ...ancestorsOf(page, to.parent)]
  let target: Parent = { parent: null, slot: null }
  for (const id of moved) {
    const block = requireBlock(page, id)
    if (isLocked(page, id)) throw new DocumentError('locked')
    if (around.includes(id)) throw new DocumentError('cycle')
    target = requirePlace(page, definitions, to, block.type)
  }
  const before = childrenOf(page, target)
  const index = clampIndex(to.index, before.length)
  // Those that stood before the place and are taken away move the place up.
  const kept = before.slice(0, index).filter((id) => !moved.has(id))
  const after = before.slice(index).filter((id) => !moved.has(id))
  const diff = takeFromLists(page, moved)
  return withChildren(page, diff, target, [...kept, ...(moved as ReadonlySet<BlockId>), ...after])
}
