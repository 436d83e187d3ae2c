import type { PageDefinition } from '../../../schemas/page'
import { joinDiffs, type PageDiff } from '../diff'
import { DocumentError } from '../errors'
import type { Operation } from '../operation'
import { parentsOf } from '../parents'
import { childrenOf, holdsLocked, requireBlock, setChildren } from '../placement'
import { walkSubtree } from '../walk'

/** Takes a block away, and all that it holds. */
export function remove(page: PageDefinition, { id }: Extract<Operation, { kind: 'remove' }>): PageDiff {
  requireBlock(page, id)
  if (holdsLocked(page, id)) throw new DocumentError('locked')
  const list = parentsOf(page).get(id) ?? { parent: null, slot: null }
  const rest = childrenOf(page, list).filter((child) => child !== id)
  const gone = Object.fromEntries([...walkSubtree(page, id)].map(({ block }) => [block.id, null]))
  return joinDiffs(setChildren(page, list, rest), { blocks: gone })
}
