import type { Block } from '@/schemas/page'
import { currentDefinition, type Definitions } from '@/src/document'
import type { AnyWidgetDefinition } from '@/widgets/kit/definition'
import { describeFields } from '@/widgets/kit/describe-fields'

const MAX_CHARACTERS = 24
const textFields = new WeakMap<AnyWidgetDefinition, string[]>()

/** What tells a block from others of its kind: its first text that is filled in, or nothing. */
export function blockSummary(definitions: Definitions, block: Block): string {
  const definition = currentDefinition(definitions, block)
  if (!definition) return ''
  for (const name of textFieldsOf(definition)) {
    const value = block.props[name]
    if (typeof value === 'string' && value.trim() !== '') {
      return value.trim().replace(/\s+/g, ' ').slice(0, MAX_CHARACTERS)
    }
  }
  return ''
}

function textFieldsOf(definition: AnyWidgetDefinition): string[] {
  let names = textFields.get(definition)
  if (!names) {
    names = describeFields(definition.props)
      .filter(({ field }) => field.kind === 'text')
      .map(({ name }) => name)
    textFields.set(definition, names)
  }
  return names
}
