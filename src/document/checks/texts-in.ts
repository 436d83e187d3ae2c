import type { FieldDescription } from '../../../schemas/field'
import type { RichBlock } from '../../../schemas/rich-text'

/** Words that members read, and where they stand. */
export interface HeldText {
  text: string
  path: (string | number)[]
}

/** Every text in an object of these fields. Takes what satisfies their schema. */
export function textsIn(
  value: Readonly<Record<string, unknown>>,
  fields: readonly FieldDescription[],
  path: (string | number)[] = [],
): HeldText[] {
  return fields.flatMap(({ name, field, items }) => {
    const member = value[name]
    const at = [...path, name]
    switch (field.kind) {
      case 'text':
        return asText(member, at)
      case 'richText':
        return asText(Array.isArray(member) ? richTextWords(member as RichBlock[]) : '', at)
      case 'regions':
        return Array.isArray(member)
          ? member.flatMap((region, i) => asText((region as { label?: unknown }).label, [...at, i, 'label']))
          : []
      case 'list':
        return items && Array.isArray(member)
          ? member.flatMap((item, i) => textsIn(item, items, [...at, i]))
          : []
      default:
        return []
    }
  })
}

/** A rich text's words without their formatting: a word may begin bold and end plain. */
function richTextWords(blocks: readonly RichBlock[]): string {
  return blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')
}

function asText(text: unknown, path: (string | number)[]): HeldText[] {
  return typeof text === 'string' && text.trim() !== '' ? [{ text, path }] : []
}
