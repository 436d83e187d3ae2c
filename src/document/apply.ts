import type { PageDefinition } from '../../schemas/page'
import { extendDiff, type PageDiff, patchPage } from './diff'
import type { NextOperation, Operation, OperationContext } from './operation'
import { duplicate } from './operations/duplicate'
import { insert } from './operations/insert'
import { move } from './operations/move'
import { remove } from './operations/remove'
import { replace } from './operations/replace'
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
 * The page after several operations that are one step: all of them are done, or none. Costs one
 * copy of the blocks however many operations there are, since nobody sees the pages in between.
 *
 * @throws DocumentError when one of them cannot be done.
 */
export function applyAll(
  page: PageDefinition,
  operations: readonly NextOperation[],
  context: OperationContext,
): Applied {
  let at: Applied = { page, diff: {}, inverse: {} }
  let ownsParents = false
  for (const next of operations) {
    const operation = typeof next === 'function' ? next(at.page) : next
    const diff = diffOf(at.page, operation, context)
    const applied = patchPage(at.page, diff, at.diff.blocks !== undefined)
    ownsParents = passParentsOn(at.page, { ...applied, diff }, ownsParents)
    at = {
      page: applied.page,
      diff: extendDiff(at.diff, diff),
      inverse: extendDiff(at.inverse, applied.inverse, 'keep'),
    }
  }
  return at
}

/**
 * The page with a diff applied that was taken from it: an inverse, or the inverse of one. Not
 * checked again, since what it restores was valid, whatever the widgets say of it now.
 */
export function restore(page: PageDefinition, diff: PageDiff): Applied {
  const applied = patchPage(page, diff)
  passParentsOn(page, { ...applied, diff })
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
    case 'replace':
      return replace(page, operation, context)
  }
}
