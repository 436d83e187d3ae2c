import type { Block, BlockId, PageDefinition } from '../../schemas/page'
import type { AnyWidgetDefinition, SlotDefinition } from '../../widgets/kit/definition'

/** Every widget this build knows, by type: what widgets/registry.definitions.gen.ts exports. */
export type Definitions = Readonly<Record<string, AnyWidgetDefinition>>

/**
 * The block of that id, or undefined. Ids come from documents, so a plain lookup would find
 * `constructor` and its kin on the object's prototype.
 */
export function blockOf(page: PageDefinition, id: BlockId): Block | undefined {
  return Object.hasOwn(page.blocks, id) ? page.blocks[id] : undefined
}

/** The definition of a widget type, or undefined when this build has none of that name. */
export function definitionOf(definitions: Definitions, type: string): AnyWidgetDefinition | undefined {
  return Object.hasOwn(definitions, type) ? definitions[type] : undefined
}

/**
 * The definition that understands this block as it stands: known, and of the block's own
 * version. Undefined means the block is kept as it is and can only be moved or removed whole.
 */
export function currentDefinition(definitions: Definitions, block: Block): AnyWidgetDefinition | undefined {
  const definition = definitionOf(definitions, block.type)
  return definition?.version === block.version ? definition : undefined
}

/** The slots a block offers with the props it has; none when its definition is not at hand. */
export function slotsOf(definitions: Definitions, block: Block): Record<string, SlotDefinition> {
  const definition = currentDefinition(definitions, block)
  if (!definition) return {}
  try {
    return definition.slots(block.props)
  } catch {
    // Props that do not satisfy the widget's schema are reported by validation, not thrown here.
    return {}
  }
}

/** True when the block offers a slot of that name and the slot takes widgets of that type. */
export function slotAccepts(slot: SlotDefinition, type: string): boolean {
  return slot.accepts === undefined || slot.accepts.includes(type)
}

/** The slot of that name, or undefined when the block offers none. */
export function slotOf(definitions: Definitions, block: Block, name: string): SlotDefinition | undefined {
  const slots = slotsOf(definitions, block)
  return Object.hasOwn(slots, name) ? slots[name] : undefined
}
