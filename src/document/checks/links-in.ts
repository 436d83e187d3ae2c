import type { Block } from '../../../schemas/page'
import type { AnyWidgetDefinition } from '../../../widgets/kit/definition'
import type { FieldDescription } from '../../../widgets/kit/describe-fields'
import { fieldsOf } from './fields-of'

/** An address that a block holds, and where in the block it stands. */
export interface HeldAddress {
  address: string
  path: (string | number)[]
}

/** Links lie in lists of lists at most; documents that nest deeper were not made by our forms. */
const MAX_DEPTH = 8

/** Every link of the block that is filled in. Its props must satisfy its schema. */
export function linksIn(block: Block, definition: AnyWidgetDefinition): HeldAddress[] {
  return inObject(block.props, fieldsOf(definition), ['props'], 'link')
}

/** Every picture's address in the block. Its props must satisfy its schema. */
export function imagesIn(block: Block, definition: AnyWidgetDefinition): HeldAddress[] {
  return inObject(block.props, fieldsOf(definition), ['props'], 'image')
}

type Kind = 'link' | 'image'

function inObject(
  value: Readonly<Record<string, unknown>>,
  fields: readonly FieldDescription[],
  path: (string | number)[],
  kind: Kind,
): HeldAddress[] {
  return fields.flatMap(({ name, field, items }) => {
    const member = value[name]
    const at = [...path, name]
    if (field.kind === 'link' || field.kind === 'image')
      return field.kind === kind ? asAddress(member, at) : []
    if (field.kind === 'list' && items && Array.isArray(member)) {
      return member.flatMap((item, i) => inObject(item, items, [...at, i], kind))
    }
    // Where actions lead is read with those of events.
    if (field.kind === 'actions') return []
    // What has parts of its own calls their links `link`: a rich text's runs, a picture's regions.
    return kind === 'link' && typeof member === 'object' ? inParts(member, at, 0) : []
  })
}

function inParts(value: unknown, path: (string | number)[], depth: number): HeldAddress[] {
  if (depth > MAX_DEPTH || value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === 'actions') return []
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    return key === 'link' ? asAddress(member, at) : inParts(member, at, depth + 1)
  })
}

function asAddress(address: unknown, path: (string | number)[]): HeldAddress[] {
  return typeof address === 'string' && address !== '' ? [{ address, path }] : []
}
