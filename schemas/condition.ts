import { z } from 'zod'
import {
  CONDITION_FIELDS,
  CONDITION_OPS,
  type ConditionField,
  type ConditionFieldKind,
  type ConditionTest,
  type Condition as Data,
  testsOf,
} from './condition-fields'
import { BlockId, Instant, plainText } from './primitives'

/** Groups stand in groups so deep, and no deeper: a hostile document exhausts no stack. */
export const CONDITION_DEPTH = 4
/** Questions of one condition at most, and members of one group. */
export const MOST_TESTS = 20
const MOST_WORDS = 20
const Hour = z.int().min(0).max(24)

function schemaOf(field: ConditionFieldKind): z.ZodType {
  switch (field.kind) {
    case 'flag':
      return z.boolean()
    case 'words':
      return z.array(plainText(40, 1)).min(1).max(MOST_WORDS)
    case 'choice':
      return z.array(z.enum(field.options)).min(1).max(field.options.length)
    case 'number':
      return z.int().min(field.min).max(field.max)
    case 'instant':
      return Instant
    case 'hours':
      return z.tuple([Hour.max(23), Hour.min(1)]).refine(([from, until]) => from !== until, {
        error: 'empty_hours',
      })
    case 'weekdays':
      return z.array(z.int().min(1).max(7)).min(1).max(7)
  }
}

function testOf(name: ConditionField) {
  const field: ConditionFieldKind = CONDITION_FIELDS[name]
  return z.strictObject({
    field: z.literal(name),
    op: z.enum(CONDITION_OPS[field.kind]),
    value: schemaOf(field),
    ...(name.startsWith('tool.') && { block: BlockId.optional() }),
  })
}

const tests = (Object.keys(CONDITION_FIELDS) as ConditionField[]).map(testOf)
const [first, ...others] = tests
const Test = z
  .discriminatedUnion('field', [first as (typeof tests)[number], ...others])
  .meta({ id: 'ConditionTest' }) as unknown as z.ZodType<ConditionTest>

function groupsOf(inner: z.ZodType<Data>, depth: number): z.ZodType<Data> {
  const list = z.array(inner).min(1).max(MOST_TESTS)
  return z
    .union([
      Test,
      z.strictObject({ all: list }),
      z.strictObject({ any: list }),
      z.strictObject({ not: inner }),
    ])
    .meta({ id: `Condition${depth}` })
}

function nested(): z.ZodType<Data> {
  let level: z.ZodType<Data> = Test
  for (let depth = 1; depth <= CONDITION_DEPTH; depth++) level = groupsOf(level, depth)
  return level
}

/** When a block is shown, as questions in groups: bounded in depth and in number. */
export const Condition = nested().refine((condition) => testsOf(condition).length <= MOST_TESTS, {
  error: 'too_many_tests',
})
export type Condition = Data
