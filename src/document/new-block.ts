import type { Block, BlockId } from '../../schemas/page'
import type { AnyWidgetDefinition } from '../../widgets/kit/definition'
import type { Fragment } from './operation'

/** A new block of a widget, with its defaults, ready to be inserted. */
export function newBlock(definition: AnyWidgetDefinition, id: BlockId): Fragment {
  const block: Block = {
    id,
    type: definition.type,
    version: definition.version,
    props: structuredClone(definition.defaults) as Block['props'],
  }
  return { roots: [id], blocks: { [id]: block } }
}
