import type { FieldDescription } from '../describe-fields'
import type { ConsoleMessages } from '../messages'

/** Labels that are missing, as paths into the messages. */
export function unlabelled(
  fields: FieldDescription[],
  words: Pick<ConsoleMessages, 'fields' | 'groups' | 'options'>,
  prefix = '',
): string[] {
  return fields.flatMap(({ name, field, items }) => {
    const key = prefix + name
    const missing: string[] = []
    if (!words.fields[key]) missing.push(`fields.${key}`)
    if (field.group && !words.groups?.[field.group]) missing.push(`groups.${field.group}`)
    if (field.kind === 'select') {
      for (const option of field.options) {
        if (!words.options?.[key]?.[option]) missing.push(`options.${key}.${option}`)
      }
    }
    return [...missing, ...unlabelled(items ?? [], words, `${key}.`)]
  })
}
