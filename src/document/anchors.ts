import type { Block, BlockId } from '../../schemas/page'
import type { AnyWidgetDefinition } from '../../widgets/kit/definition'
import { describeFields, type FieldDescription } from '../../widgets/kit/describe-fields'

/** A link to a place on the page, and where in the block it stands. */
export interface AnchorLink {
  blockId: BlockId
  path: (string | number)[]
}

/** Names of the page itself, which browsers understand without an element. */
const PAGE_TOP = new Set(['#', '#top'])
/** Links lie in lists of lists at most; documents that nest deeper were not made by our forms. */
const MAX_DEPTH = 8

const fieldsOf = new WeakMap<AnyWidgetDefinition, FieldDescription[]>()

/** Every link of the block that names another block, `#<blockId>`. Its props must satisfy its schema. */
export function anchorsIn(block: Block, definition: AnyWidgetDefinition): AnchorLink[] {
  const fields = fieldsOf.get(definition) ?? describeFields(definition.props)
  fieldsOf.set(definition, fields)
  return inObject(block.props, fields, ['props'])
}

function inObject(
  value: Readonly<Record<string, unknown>>,
  fields: readonly FieldDescription[],
  path: (string | number)[],
): AnchorLink[] {
  return fields.flatMap(({ name, field, items }) => {
    const member = value[name]
    const at = [...path, name]
    if (field.kind === 'link') return asAnchor(member, at)
    if (field.kind === 'list' && items && Array.isArray(member)) {
      return member.flatMap((item, i) => inObject(item, items, [...at, i]))
    }
    // What has parts of its own calls their links `link`: a rich text's runs, a picture's regions.
    return typeof member === 'object' ? inParts(member, at, 0) : []
  })
}

function inParts(value: unknown, path: (string | number)[], depth: number): AnchorLink[] {
  if (depth > MAX_DEPTH || value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, member]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    return key === 'link' ? asAnchor(member, at) : inParts(member, at, depth + 1)
  })
}

function asAnchor(link: unknown, path: (string | number)[]): AnchorLink[] {
  if (typeof link !== 'string' || !link.startsWith('#') || PAGE_TOP.has(link)) return []
  return [{ blockId: link.slice(1), path }]
}
