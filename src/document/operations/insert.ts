import { MAX_BLOCKS, type PageDefinition } from '../../../schemas/page'
import { blockOf } from '../definitions'
import type { PageDiff } from '../diff'
import { DocumentError } from '../errors'
import { requireFragment } from '../fragment'
import type { Fragment, Operation, OperationContext } from '../operation'
import { parentsOf } from '../parents'
import { childrenOf, clampIndex, requirePlace, withChildren } from '../placement'

/** Puts a fragment's blocks where they are to go. */
export function insert(
  page: PageDefinition,
  { fragment, at }: Extract<Operation, { kind: 'insert' }>,
  { definitions }: OperationContext,
): PageDiff {
  if (fragment.roots.length === 0) throw new DocumentError('invalid_fragment')
  requireFragment(fragment, definitions, MAX_BLOCKS)
  requireRoom(page, fragment)
  for (const id of fragment.roots) requirePlace(page, definitions, at, fragment.blocks[id]?.type ?? '')
  const list = at.parent === null ? { parent: null, slot: null } : { parent: at.parent, slot: at.slot }
  const children = [...childrenOf(page, list)]
  children.splice(clampIndex(at.index, children.length), 0, ...fragment.roots)
  return withChildren(page, { blocks: { ...fragment.blocks } }, list, children)
}

function requireRoom(page: PageDefinition, fragment: Fragment): void {
  const ids = Object.keys(fragment.blocks)
  if (ids.some((id) => blockOf(page, id))) throw new DocumentError('invalid_fragment')
  if (parentsOf(page).size + ids.length > MAX_BLOCKS) throw new DocumentError('too_many_blocks')
}
