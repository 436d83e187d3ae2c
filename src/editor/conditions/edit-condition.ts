import { Condition } from '@/schemas/condition'
import {
  CONDITION_FIELDS,
  CONDITION_OPS,
  type ConditionField,
  type ConditionFieldKind,
  type ConditionTest,
} from '@/schemas/condition-fields'

/** A condition as it is built: every group says how its parts are joined, and whether it is turned round. */
export interface Group {
  mode: 'all' | 'any'
  isNot: boolean
  items: readonly (Group | ConditionTest)[]
}

export const isGroup = (item: Group | ConditionTest): item is Group => 'items' in item

/** The condition as groups of questions; a single question is a group of one. */
export function toGroup(condition: Condition): Group {
  if ('not' in condition) {
    const turned = toGroup(condition.not)
    return { ...turned, isNot: !turned.isNot }
  }
  if ('all' in condition) return { mode: 'all', isNot: false, items: condition.all.map(toItem) }
  if ('any' in condition) return { mode: 'any', isNot: false, items: condition.any.map(toItem) }
  return { mode: 'all', isNot: false, items: [condition] }
}

function toItem(condition: Condition): Group | ConditionTest {
  return 'field' in condition ? condition : toGroup(condition)
}

/**
 * The groups as a condition, without questions that are not finished and groups that hold none;
 * undefined when nothing is left. A group within stays one, even of a single question.
 */
export function toCondition(group: Group): Condition | undefined {
  const [only] = group.items.filter((item) => isGroup(item) || isFinished(item))
  const parts = partsOf(group)
  if (parts.length === 0) return undefined
  const isPlain = parts.length === 1 && only !== undefined && !isGroup(only)
  const joined = isPlain ? (parts[0] as Condition) : joinedBy(group.mode, parts)
  return group.isNot ? { not: joined } : joined
}

function partsOf({ items }: Group): Condition[] {
  return items.flatMap((item) => {
    if (!isGroup(item)) return isFinished(item) ? [item] : []
    const parts = partsOf(item)
    if (parts.length === 0) return []
    const joined = joinedBy(item.mode, parts)
    return [item.isNot ? { not: joined } : joined]
  })
}

const joinedBy = (mode: Group['mode'], parts: Condition[]): Condition =>
  mode === 'all' ? { all: parts } : { any: parts }

/** Whether the question can be asked as it stands. */
export function isFinished(test: ConditionTest): boolean {
  const needsBlock = test.field.startsWith('tool.') && test.block === undefined
  return !needsBlock && Condition.safeParse(test).success
}

/** How many questions there are, finished or not. */
export function countTests({ items }: Group): number {
  return items.reduce((sum, item) => sum + (isGroup(item) ? countTests(item) : 1), 0)
}

/** A new question about this field, with the likeliest answer where there is one. */
export function newTest(field: ConditionField, now: Date, block?: string): ConditionTest {
  const kind: ConditionFieldKind = CONDITION_FIELDS[field]
  const op = CONDITION_OPS[kind.kind][0]
  return { field, op, value: firstValue(kind, now), ...(field.startsWith('tool.') && { block }) }
}

function firstValue(kind: ConditionFieldKind, now: Date): ConditionTest['value'] {
  switch (kind.kind) {
    case 'flag':
      return true
    case 'words':
      return []
    case 'choice':
      return ['running']
    case 'number':
      return kind.max > 1_000 ? 7 : 1
    case 'instant':
      return new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000).toISOString()
    case 'hours':
      return [9, 21]
    case 'weekdays':
      return [6, 7]
  }
}
