import type { FieldDescription } from '@/schemas/field'
import type { Block } from '@/schemas/page'
import { canonicalJson, currentDefinition, type Definitions } from '@/src/document'
import { describeFields } from '@/widgets/kit/describe-fields'

/** Fields that hold more than one value: what is alike of two of them cannot be edited at once. */
const WHOLES = ['list', 'regions', 'richText', 'products']

/** The props that all of the blocks have, and that are edited alike. Empty when one cannot be edited. */
export function sharedFields(definitions: Definitions, blocks: readonly Block[]): FieldDescription[] {
  const types = [...new Set(blocks.map(({ type }) => type))]
  const [first, ...others] = types.map((type) => {
    const block = blocks.find((one) => one.type === type)
    const definition = block && currentDefinition(definitions, block)
    return definition ? describeFields(definition.props) : []
  })
  // One of an older version, or of an unknown widget, keeps its props as they are.
  if (!first || blocks.some((block) => !currentDefinition(definitions, block))) return []
  return first.filter(
    (field) =>
      !WHOLES.includes(field.field.kind) &&
      others.every((fields) => fields.some((other) => isEditedAlike(field, other))),
  )
}

function isEditedAlike(a: FieldDescription, b: FieldDescription): boolean {
  return (
    a.name === b.name &&
    a.optional === b.optional &&
    canonicalJson({ ...a.field, group: '' }) === canonicalJson({ ...b.field, group: '' })
  )
}

/** What all of the objects agree on, and the names of what they do not. */
export function sharedValues(
  objects: readonly Readonly<Record<string, unknown>>[],
  names: readonly string[],
): { values: Record<string, unknown>; mixed: ReadonlySet<string> } {
  const values: Record<string, unknown> = {}
  const mixed = new Set<string>()
  const [first, ...others] = objects
  for (const name of names) {
    const json = textOf(first?.[name])
    if (others.some((other) => textOf(other[name]) !== json)) mixed.add(name)
    else if (first?.[name] !== undefined) values[name] = first[name]
  }
  return { values, mixed }
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : canonicalJson(value)
}
