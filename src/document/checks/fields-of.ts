import type { AnyWidgetDefinition } from '../../../widgets/kit/definition'
import { describeFields, type FieldDescription } from '../../../widgets/kit/describe-fields'

const known = new WeakMap<AnyWidgetDefinition, FieldDescription[]>()

/** The fields of a widget's props, described once. */
export function fieldsOf(definition: AnyWidgetDefinition): FieldDescription[] {
  const fields = known.get(definition) ?? describeFields(definition.props)
  known.set(definition, fields)
  return fields
}
