/*
 * What a condition may ask, as plain data. Apart from condition.ts because the editor's canvas asks
 * it too, and loads no zod.
 */

/** Of what shape a fact is, and with it what may be asked of it. */
export type ConditionFieldKind =
  | { kind: 'flag' }
  /** A word of the shop's own, or several of them. */
  | { kind: 'words' }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'instant' }
  /** Hours of the shop's day. */
  | { kind: 'hours' }
  /** Days of the week in the shop's zone, 1 is Monday. */
  | { kind: 'weekdays' }

const PHASES = ['not_started', 'running', 'suspended', 'ended'] as const

export const CONDITION_FIELDS = {
  'member.signedIn': { kind: 'flag' },
  'member.level': { kind: 'words' },
  'member.city': { kind: 'words' },
  'member.tags': { kind: 'words' },
  /** Whole days since the member first came. */
  'member.daysKnown': { kind: 'number', min: 0, max: 3_650 },
  'campaign.phase': { kind: 'choice', options: PHASES },
  'time.at': { kind: 'instant' },
  'time.hour': { kind: 'hours' },
  'time.weekday': { kind: 'weekdays' },
  'tool.phase': { kind: 'choice', options: PHASES },
  'tool.soldOut': { kind: 'flag' },
  'tool.playedOut': { kind: 'flag' },
  'tool.chances': { kind: 'number', min: 0, max: 1_000 },
} as const satisfies Record<string, ConditionFieldKind>

export type ConditionField = keyof typeof CONDITION_FIELDS
/** A fact that a widget's tool may be asked for, without its `tool.`. */
export type ToolFactName = 'phase' | 'soldOut' | 'playedOut' | 'chances'

/** What may be asked of each kind. */
export const CONDITION_OPS = {
  flag: ['is'],
  words: ['in', 'notIn'],
  choice: ['in', 'notIn'],
  weekdays: ['in', 'notIn'],
  number: ['atLeast', 'lessThan'],
  instant: ['from', 'before'],
  hours: ['between'],
} as const satisfies Record<ConditionFieldKind['kind'], readonly string[]>

export type ConditionOp = (typeof CONDITION_OPS)[keyof typeof CONDITION_OPS][number]

/** One question. What `value` is follows from the field's kind. */
export interface ConditionTest {
  field: ConditionField
  op: ConditionOp
  /** Hours are a pair: from the first, before the second, over midnight when it is not the greater. */
  value: boolean | number | string | readonly string[] | readonly number[]
  /** The block whose tool is asked; of `tool.` fields alone. */
  block?: string | undefined
}

/** A condition as data: no function and no text that would have to be run. */
export type Condition =
  | ConditionTest
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }

/** Every question of a condition, in the order they are written. */
export function testsOf(condition: Condition | undefined): ConditionTest[] {
  if (condition === undefined) return []
  if ('all' in condition) return condition.all.flatMap(testsOf)
  if ('any' in condition) return condition.any.flatMap(testsOf)
  if ('not' in condition) return testsOf(condition.not)
  return [condition]
}

/** The condition with its questions changed, one by one; its groups stay as they are. */
export function mapTests(condition: Condition, change: (test: ConditionTest) => ConditionTest): Condition {
  if ('all' in condition) return { all: condition.all.map((each) => mapTests(each, change)) }
  if ('any' in condition) return { any: condition.any.map((each) => mapTests(each, change)) }
  if ('not' in condition) return { not: mapTests(condition.not, change) }
  return change(condition)
}

/** True of what only the member themselves may be told: such a page is kept for nobody else. */
export function isPersonal({ field }: ConditionTest): boolean {
  return field.startsWith('member.') || field === 'tool.playedOut' || field === 'tool.chances'
}
