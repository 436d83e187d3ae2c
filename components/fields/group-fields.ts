import type { FieldDescription } from '@/schemas/field'
import type { Values } from './types'

export interface FieldGroup {
  /** Empty for fields that belong to no group. */
  name: string
  members: FieldDescription[]
}

/** Fields by their group, groups in the order in which they first appear. */
export function groupFields(fields: readonly FieldDescription[]): FieldGroup[] {
  const groups = new Map<string, FieldGroup>()
  for (const description of fields) {
    const name = description.field.group ?? ''
    const group = groups.get(name) ?? { name, members: [] }
    group.members.push(description)
    groups.set(name, group)
  }
  return [...groups.values()]
}

/** Whether a field is shown while the object has these values. */
export function isFieldVisible({ field }: FieldDescription, value: Values): boolean {
  const condition = field.visibleIf
  return !condition || condition.in.some((wanted) => wanted === value[condition.field])
}

/** What a new item of a list starts with. Optional fields start unset. */
export function emptyItem(fields: readonly FieldDescription[], now: Date): Values {
  return Object.fromEntries(
    fields
      .filter((description) => !description.optional)
      .map(({ name, field }) => [name, emptyValue(field, now)]),
  )
}

function emptyValue(field: FieldDescription['field'], now: Date): unknown {
  switch (field.kind) {
    case 'number':
    case 'money':
      return field.min
    case 'colour':
      return '#000000'
    case 'select':
      return field.options[0]
    case 'switch':
      return false
    case 'list':
    case 'richText':
    case 'regions':
    case 'products':
      return []
    case 'instant':
      return wholeHour(now)
    case 'text':
    case 'image':
    case 'link':
    case 'reward':
    case 'productGroup':
      return ''
  }
}

/** The next whole hour: a start that is easy to change by hand. */
function wholeHour(now: Date): string {
  const hourMs = 3_600_000
  return new Date(Math.ceil(now.getTime() / hourMs) * hourMs).toISOString()
}
