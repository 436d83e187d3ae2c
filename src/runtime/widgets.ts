import type { Block } from '@/schemas/page'
import { currentDefinition, definitionOf, migrateBlock } from '@/src/document'
import type { AnyWidgetDefinition } from '@/widgets/kit/definition'
import type { WidgetView } from '@/widgets/kit/view'

// biome-ignore lint/suspicious/noExplicitAny: each view has props of its own.
export type AnyView = WidgetView<any>

/** The widgets a page is drawn with. */
export interface Widgets {
  definitions: Readonly<Record<string, AnyWidgetDefinition>>
  views: Readonly<Record<string, AnyView>>
}

export interface DrawableBlock {
  block: Block
  definition: AnyWidgetDefinition
  View: AnyView
}

/**
 * The block at its widget's version, and what draws it. Undefined when this build cannot draw it:
 * the widget is unknown or older than the block, or the props do not satisfy its schema, which
 * views rely on.
 */
export function drawable(stored: Block, { definitions, views }: Widgets): DrawableBlock | undefined {
  const { block, problem } = migrateBlock(stored, definitionOf(definitions, stored.type))
  const definition = currentDefinition(definitions, block)
  const View = Object.hasOwn(views, block.type) ? views[block.type] : undefined
  if (problem || !definition || !View) return undefined
  return definition.props.safeParse(block.props).success ? { block, definition, View } : undefined
}
