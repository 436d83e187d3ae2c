import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Condition } from '@/schemas/condition'
import { CONDITION_FIELDS, type ConditionField, type ConditionTest } from '@/schemas/condition-fields'
import { conditionHolds, timeFacts } from '@/schemas/condition-holds'
import { countTests, type Group, isFinished, newTest, toCondition, toGroup } from './edit-condition'

const NOW = new Date('2026-11-11T04:20:00.000Z')
const signedIn: ConditionTest = { field: 'member.signedIn', op: 'is', value: true }
const late: ConditionTest = { field: 'time.hour', op: 'between', value: [20, 24] }
const open: ConditionTest = { field: 'member.city', op: 'in', value: [] }

const arbitrary = (depth: number): fc.Arbitrary<Condition> => {
  const leaf = fc.constantFrom<Condition>(signedIn, late)
  if (depth === 0) return leaf
  const inner = fc.array(arbitrary(depth - 1), { minLength: 1, maxLength: 3 })
  return fc.oneof(
    leaf,
    inner.map((all): Condition => ({ all })),
    inner.map((any): Condition => ({ any })),
    arbitrary(depth - 1).map((not): Condition => ({ not })),
  )
}

describe('a condition as groups', () => {
  it('says the same when it is put together again, whoever asks and whenever', () => {
    fc.assert(
      fc.property(arbitrary(3), fc.boolean(), fc.integer({ min: 0, max: 23 }), (condition, isIn, hour) => {
        const again = toCondition(toGroup(condition)) as Condition
        const member = isIn ? { level: null, city: null, tags: [], daysKnown: 0 } : undefined
        const facts = { time: { ...timeFacts(NOW.getTime(), 'UTC'), hour }, member, tools: {} }
        expect(conditionHolds(again, facts)).toBe(conditionHolds(condition, facts))
      }),
    )
  })

  it('of two levels, turned round at both, may be saved', () => {
    const inner: Group = { mode: 'any', isNot: true, items: [signedIn, late] }
    const condition = toCondition({ mode: 'all', isNot: true, items: [signedIn, inner] })
    expect(Condition.safeParse(condition).success).toBe(true)
    expect(toGroup(condition as Condition)).toEqual({ mode: 'all', isNot: true, items: [signedIn, inner] })
  })

  it('keeps a group of one question as a group, so that it does not vanish while it is built', () => {
    const group: Group = { mode: 'all', isNot: false, items: [{ mode: 'any', isNot: false, items: [late] }] }
    expect(toGroup(toCondition(group) as Condition)).toEqual(group)
  })

  it('leaves out what is not finished, and is nothing when nothing is', () => {
    expect(toCondition({ mode: 'all', isNot: false, items: [open, signedIn] })).toEqual(signedIn)
    const empty: Group = { mode: 'any', isNot: true, items: [open] }
    expect(toCondition({ mode: 'all', isNot: true, items: [empty] })).toBeUndefined()
    expect(countTests({ mode: 'all', isNot: false, items: [empty, open] })).toBe(2)
  })
})

test('every new question is finished but for what only a person can say', () => {
  const unfinished = (Object.keys(CONDITION_FIELDS) as ConditionField[]).filter(
    (field) => !isFinished(newTest(field, NOW, 'b1')),
  )
  expect(unfinished).toEqual(['member.level', 'member.city', 'member.tags'])
  expect(isFinished(newTest('tool.soldOut', NOW))).toBe(false)
  expect(newTest('time.at', NOW).value).toBe('2026-11-11T05:00:00.000Z')
})
