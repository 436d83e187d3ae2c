import type { PageDefinition } from '../../schemas/page'
import { type PageDiff, patchPage } from './diff'
import type { Operation, OperationContext } from './operation'
import { duplicate } from './operations/duplicate'
import { insert } from './operations/insert'
import { move } from './operations/move'
import { remove } from './operations/remove'
import { setBlock } from './operations/set-block'
import { setPage } from './operations/set-page'
import { setProps } from './operations/set-props'
import { passParentsOn } from './parents'

export interface Applied {
  page: PageDefinition
  /** Does it again on the page it was done to, through `restore`. */
  diff: PageDiff
  /** Takes the operation back exactly, through `restore`. */
  inverse: PageDiff
}

/**
 * The page after an operation, and how to take it back. The page given is not changed, and all
 * that the operation does not touch is shared. A valid page stays valid.
 *
 * @throws DocumentError when the operation cannot be done.
 */
export function apply(page: PageDefinition, operation: Operation, context: OperationContext): Applied {
  return restore(page, diffOf(page, operation, context))
}

/**
 * The page with a diff applied that was taken from it: an inverse, or the inverse of one. Not
 * checked again, since what it restores was valid, whatever the widgets say of it now.
 */
export function restore(page: PageDefinition, diff: PageDiff): Applied {
  const applied = patchPage(page, diff)
  passParentsOn(page, diff, applied.page)
  return { ...applied, diff }
}

function diffOf(page: PageDefinition, operation: Operation, context: OperationContext): PageDiff {
  switch (operation.kind) {
    case 'insert':
      return insert(page, operation, context)
    case 'remove':
      return remove(page, operation)
    case 'move':
      return move(page, operation, context)
    case 'duplicate':
      return duplicate(page, operation, context)
    case 'setProps':
      return setProps(page, operation, context)
    case 'setBlock':
      return setBlock(page, operation)
    case 'setPage':
      return setPage(page, operation)
  }
}
