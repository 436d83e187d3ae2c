import type { PageDefinition } from '../../../schemas/page'
import { extendDiff, type PageDiff } from '../diff'
import { DocumentError } from '../errors'
import type { Operation } from '../operation'
import { holdsLocked, requireBlock } from '../placement'
import { takeFromLists } from '../take-from-lists'
import { walkSubtree } from '../walk'

/** Takes blocks away, and all that they hold. */
export function remove(page: PageDefinition, { ids }: Extract<Operation, { kind: 'remove' }>): PageDiff {
  const gone: NonNullable<PageDiff['blocks']> = {}
  for (const id of ids) {
    requireBlock(page, id)
    if (holdsLocked(page, id)) throw new DocumentError('locked')
    for (const { block } of walkSubtree(page, id)) gone[block.id] = null
  }
  return extendDiff(takeFromLists(page, new Set(ids)), { blocks: gone })
}
