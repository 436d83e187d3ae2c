import type { PageDefinition } from '../../../schemas/page'
import type { PageDiff } from '../diff'
import { fragmentOf, withNewIds } from '../fragment'
import type { Operation, OperationContext } from '../operation'
import { placeOf, requireBlock } from '../placement'
import { insert } from './insert'

/** A copy of a block and all it holds, right after it. The copy plays the same tool. */
export function duplicate(
  page: PageDefinition,
  { id }: Extract<Operation, { kind: 'duplicate' }>,
  context: OperationContext,
): PageDiff {
  requireBlock(page, id)
  const place = placeOf(page, id)
  const fragment = withNewIds(fragmentOf(page, [id]), context.newId)
  return insert(page, { kind: 'insert', fragment, at: { ...place, index: place.index + 1 } }, context)
}
