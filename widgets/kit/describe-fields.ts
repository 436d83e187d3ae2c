import { z } from 'zod'
import type { FieldDescription } from '../../schemas/field'
import { fieldRegistry } from './fields'

export type { FieldDescription }

/**
 * The fields of a props or configuration schema, in the order they were written, for a form to
 * be generated from. Throws when a property was not made with `field.*`: such a property could
 * never be edited.
 */
export function describeFields(schema: z.ZodObject): FieldDescription[] {
  return Object.entries(schema.shape).map(([name, property]) => {
    const optional = property instanceof z.ZodOptional
    const inner = (optional ? property.unwrap() : property) as z.ZodType
    const field = fieldRegistry.get(inner)
    if (!field) throw new Error(`property "${name}" was not made with field.*, so no form can edit it`)
    const items =
      field.kind === 'list' && inner instanceof z.ZodArray && inner.element instanceof z.ZodObject
        ? describeFields(inner.element)
        : undefined
    return { name, optional, field, items }
  })
}
