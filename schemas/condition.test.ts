import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { CONDITION_DEPTH, Condition, MOST_TESTS } from './condition'
import { mapTests, testsOf } from './condition-fields'
import { type ConditionFacts, conditionHolds, timeFacts } from './condition-holds'

const NOON = Date.parse('2026-11-11T04:00:00.000Z')

function facts(over: Partial<ConditionFacts> = {}): ConditionFacts {
  return { time: timeFacts(NOON, 'Asia/Shanghai'), tools: {}, ...over }
}
const member = { level: '金卡', city: '上海', tags: ['母婴', '囤货'], daysKnown: 3 }
const holds = (condition: Condition, over?: Partial<ConditionFacts>) => conditionHolds(condition, facts(over))
const isValid = (condition: unknown) => Condition.safeParse(condition).success
const signedIn: Condition = { field: 'member.signedIn', op: 'is', value: true }

describe('what a condition comes to', () => {
  test('of who is signed in', () => {
    expect(holds(signedIn)).toBe(false)
    expect(holds(signedIn, { member })).toBe(true)
    expect(holds({ field: 'member.signedIn', op: 'is', value: false })).toBe(true)
  })

  test('of words: one of several tags is enough, and none of them must be there for 不是', () => {
    const tags = (op: 'in' | 'notIn', ...value: string[]) =>
      holds({ field: 'member.tags', op, value }, { member })
    expect(tags('in', '数码', '母婴')).toBe(true)
    expect(tags('in', '数码')).toBe(false)
    expect(tags('notIn', '数码')).toBe(true)
    expect(tags('notIn', '数码', '母婴')).toBe(false)
  })

  test('of what nobody knows is no, whichever way it is put', () => {
    const city = (op: 'in' | 'notIn'): Condition => ({ field: 'member.city', op, value: ['上海'] })
    expect([city('in'), city('notIn')].map((each) => holds(each))).toEqual([false, false])
    const nowhere = { member: { ...member, city: null } }
    expect(holds(city('notIn'), nowhere)).toBe(false)
    expect(holds({ field: 'campaign.phase', op: 'notIn', value: ['ended'] })).toBe(false)
    expect(holds({ field: 'tool.soldOut', op: 'is', value: false, block: 'gone' })).toBe(false)
    expect(holds({ field: 'tool.soldOut', op: 'is', value: false, block: 'constructor' })).toBe(false)
  })

  test('of numbers at their edge', () => {
    const known = (op: 'atLeast' | 'lessThan', value: number) =>
      holds({ field: 'member.daysKnown', op, value }, { member })
    expect([known('atLeast', 3), known('atLeast', 4)]).toEqual([true, false])
    expect([known('lessThan', 4), known('lessThan', 3)]).toEqual([true, false])
  })

  test('of the time, by the clocks of the shop', () => {
    expect(timeFacts(NOON, 'Asia/Shanghai')).toEqual({ at: NOON, hour: 12, weekday: 3 })
    expect(timeFacts(NOON, 'America/New_York')).toEqual({ at: NOON, hour: 23, weekday: 2 })
    const between = (from: number, until: number) =>
      holds({ field: 'time.hour', op: 'between', value: [from, until] })
    expect([between(12, 13), between(11, 12), between(22, 13), between(22, 12)]).toEqual([
      true,
      false,
      true,
      false,
    ])
    const at = new Date(NOON).toISOString()
    expect(holds({ field: 'time.at', op: 'from', value: at })).toBe(true)
    expect(holds({ field: 'time.at', op: 'before', value: at })).toBe(false)
    expect(holds({ field: 'time.weekday', op: 'in', value: [3] })).toBe(true)
  })

  test('of tools, by the block that plays them', () => {
    const tools = { wheel: { phase: 'running', soldOut: false, chances: 0, playedOut: true } }
    const asked = (field: 'tool.playedOut' | 'tool.soldOut') =>
      holds({ field, op: 'is', value: true, block: 'wheel' }, { tools })
    expect([asked('tool.playedOut'), asked('tool.soldOut')]).toEqual([true, false])
    expect(holds({ field: 'tool.chances', op: 'lessThan', value: 1, block: 'wheel' }, { tools })).toBe(true)
  })

  test('of groups', () => {
    const late: Condition = { field: 'time.hour', op: 'between', value: [20, 24] }
    expect(holds({ all: [signedIn, late] }, { member })).toBe(false)
    expect(holds({ any: [signedIn, late] }, { member })).toBe(true)
    expect(holds({ not: { all: [signedIn, late] } }, { member })).toBe(true)
  })
})

describe('what is accepted as a condition', () => {
  const nest = (depth: number): unknown => (depth === 0 ? signedIn : { not: nest(depth - 1) })

  it('takes groups as deep as is said, and no deeper', () => {
    expect(isValid(nest(CONDITION_DEPTH))).toBe(true)
    expect(isValid(nest(CONDITION_DEPTH + 1))).toBe(false)
    expect(isValid(nest(5_000))).toBe(false)
  })

  it('takes so many questions, wherever they stand', () => {
    const group = (size: number) => ({ all: Array.from({ length: size }, () => signedIn) })
    expect(isValid(group(MOST_TESTS))).toBe(true)
    expect(isValid(group(MOST_TESTS + 1))).toBe(false)
    expect(isValid({ any: [group(MOST_TESTS - 5), group(6)] })).toBe(false)
    expect(isValid({ all: [] })).toBe(false)
  })

  it('refuses what is no question of ours', () => {
    const hostile = [
      { field: '__proto__', op: 'is', value: true },
      { field: 'member.password', op: 'is', value: true },
      { field: 'member.signedIn', op: 'matches', value: true },
      { field: 'member.signedIn', op: 'is', value: 'alert(1)' },
      { field: 'member.signedIn', op: 'is', value: true, block: 'b1' },
      { field: 'member.signedIn', op: 'is', value: true, run: 'alert(1)' },
      { field: 'member.city', op: 'in', value: [] },
      { field: 'member.city', op: 'in', value: Array.from({ length: 21 }, (_, i) => `${i}`) },
      { field: 'time.hour', op: 'between', value: [9, 9] },
      { field: 'time.hour', op: 'between', value: [9, 25] },
      { field: 'time.weekday', op: 'in', value: [8] },
      { field: 'time.at', op: 'from', value: 'tomorrow' },
      { field: 'campaign.phase', op: 'in', value: ['draft'] },
      { all: [signedIn], any: [signedIn] },
      'true',
      null,
    ]
    for (const each of hostile) expect(isValid(each), JSON.stringify(each)).toBe(false)
  })

  it('never throws, and evaluates to yes or no, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const parsed = Condition.safeParse(value)
        return !parsed.success || typeof conditionHolds(parsed.data, facts()) === 'boolean'
      }),
    )
  })
})

it('changes its questions and keeps its groups', () => {
  const condition: Condition = {
    all: [signedIn, { not: { any: [{ field: 'tool.soldOut', op: 'is', value: true, block: 'a' }] } }],
  }
  const changed = mapTests(condition, (each) => (each.block === 'a' ? { ...each, block: 'b' } : each))
  expect(testsOf(changed).map(({ block }) => block)).toEqual([undefined, 'b'])
  expect(testsOf(condition).map(({ block }) => block)).toEqual([undefined, 'a'])
})
