import type { Block, PageDefinition } from '../../../schemas/page'
import { currentDefinition, type Definitions, slotAccepts, slotsOf } from '../definitions'
import type { PageDiff } from '../diff'
import { DocumentError } from '../errors'
import type { Operation, OperationContext } from '../operation'
import { isLocked, requireBlock } from '../placement'
import { problemsOf } from '../validate'

/** Changes some of a block's props, which must satisfy its widget's schema afterwards. */
export function setProps(
  page: PageDefinition,
  { id, props: patch }: Extract<Operation, { kind: 'setProps' }>,
  { definitions }: OperationContext,
): PageDiff {
  const block = requireBlock(page, id)
  if (isLocked(page, id)) throw new DocumentError('locked')
  const definition = currentDefinition(definitions, block)
  if (!definition) throw new DocumentError('unknown_widget')
  const props = Object.fromEntries(
    Object.entries({ ...block.props, ...patch }).filter(([, value]) => value !== undefined),
  ) as Block['props']
  const parsed = definition.props.safeParse(props)
  if (!parsed.success) throw new DocumentError('invalid_props', problemsOf(parsed.error.issues, []))
  return { blocks: { [id]: rehouse(page, { ...block, props }, definitions) } }
}

/**
 * Fewer columns must not lose what stood in the last: blocks of a slot that is gone move to the
 * end of the last slot that takes them all.
 */
function rehouse(page: PageDefinition, block: Block, definitions: Definitions): Block {
  if (!block.slots) return block
  const offered = slotsOf(definitions, block)
  const homeless = Object.entries(block.slots)
    .filter(([name]) => !Object.hasOwn(offered, name))
    .flatMap(([, children]) => children)
  if (homeless.length === 0) return block

  const types = homeless.map((id) => page.blocks[id]?.type ?? '')
  const home = Object.keys(offered).findLast((name) => {
    const slot = offered[name]
    return slot && types.every((type) => slotAccepts(slot, type))
  })
  if (home === undefined) throw new DocumentError('slot_in_use')
  const kept = Object.entries(block.slots).filter(([name]) => Object.hasOwn(offered, name))
  const slots = Object.fromEntries(kept)
  slots[home] = [...(slots[home] ?? []), ...homeless]
  return { ...block, slots }
}
