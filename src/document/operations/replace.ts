import type { BlockId, PageDefinition } from '../../../schemas/page'
import type { PageDiff } from '../diff'
import { DocumentError } from '../errors'
import { isEqual } from '../is-no-change'
import type { Operation, OperationContext } from '../operation'
import { validatePage } from '../validate'

/**
 * Puts another document in place of the page. Records that are equal are kept, so that what did
 * not change is not drawn again. Locks hold back nothing here: they are part of what is replaced.
 */
export function replace(
  page: PageDefinition,
  { page: given }: Extract<Operation, { kind: 'replace' }>,
  { definitions }: OperationContext,
): PageDiff {
  const checked = validatePage(given, definitions)
  if (!checked.ok) throw new DocumentError('invalid_page', checked.problems)
  const { blocks, ...head } = checked.page
  const changed: NonNullable<PageDiff['blocks']> = {}
  const ids = new Set<BlockId>([...Object.keys(page.blocks), ...Object.keys(blocks)])
  for (const id of ids) {
    const next = Object.hasOwn(blocks, id) ? blocks[id] : null
    if (!isEqual(page.blocks[id] ?? null, next)) changed[id] = next ?? null
  }
  return { page: head, blocks: changed }
}
