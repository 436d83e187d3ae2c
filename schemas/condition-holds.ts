import { CONDITION_FIELDS, type Condition, type ConditionTest, type ToolFactName } from './condition-fields'

/** What is known of a tool; what a widget cannot tell is absent. */
export type ToolFacts = Partial<{ phase: string; soldOut: boolean; playedOut: boolean; chances: number }>

export interface MemberFacts {
  level: string | null
  city: string | null
  tags: readonly string[]
  daysKnown: number
}

/** The world that conditions are asked about: the server's for a request, a persona's in the editor. */
export interface ConditionFacts {
  time: { at: number; hour: number; weekday: number }
  /** Absent while nobody is signed in. */
  member?: MemberFacts | undefined
  /** Absent for a page without a campaign. */
  campaign?: { phase: string } | undefined
  /** By the block that plays the tool. */
  tools: Readonly<Record<string, ToolFacts>>
}

/**
 * Whether the condition holds. A question about what nobody knows (a stranger's city, a tool that is
 * gone) is answered with no, whichever way it is put. No condition always holds.
 */
export function conditionHolds(condition: Condition | undefined, facts: ConditionFacts): boolean {
  if (condition === undefined) return true
  if ('all' in condition) return condition.all.every((each) => conditionHolds(each, facts))
  if ('any' in condition) return condition.any.some((each) => conditionHolds(each, facts))
  if ('not' in condition) return !conditionHolds(condition.not, facts)
  return testHolds(condition, facts)
}

type Fact = string | number | boolean | readonly string[] | null | undefined

function testHolds(test: ConditionTest, facts: ConditionFacts): boolean {
  const fact = factOf(test, facts)
  if (fact === undefined || fact === null) return false
  const { op, value } = test
  switch (op) {
    case 'is':
      return fact === value
    case 'in':
      return isAmong(fact, value)
    case 'notIn':
      return !isAmong(fact, value)
    case 'atLeast':
      return fact >= value
    case 'lessThan':
      return fact < value
    case 'from':
      return Number(fact) >= Date.parse(String(value))
    case 'before':
      return Number(fact) < Date.parse(String(value))
    case 'between':
      return isBetween(Number(fact), value as readonly number[])
    default:
      return false
  }
}

/** Of several words, one is enough. */
function isAmong(fact: Fact, value: ConditionTest['value']): boolean {
  const wanted: readonly unknown[] = Array.isArray(value) ? value : []
  return Array.isArray(fact) ? fact.some((each) => wanted.includes(each)) : wanted.includes(fact)
}

function isBetween(hour: number, [from = 0, until = 24]: readonly number[]): boolean {
  return from < until ? hour >= from && hour < until : hour >= from || hour < until
}

function factOf({ field, block }: ConditionTest, { time, member, campaign, tools }: ConditionFacts): Fact {
  if (!Object.hasOwn(CONDITION_FIELDS, field)) return undefined
  switch (field) {
    case 'member.signedIn':
      return member !== undefined
    case 'member.level':
    case 'member.city':
    case 'member.tags':
    case 'member.daysKnown':
      return member?.[field.slice('member.'.length) as keyof MemberFacts]
    case 'campaign.phase':
      return campaign?.phase
    case 'time.at':
    case 'time.hour':
    case 'time.weekday':
      return time[field.slice('time.'.length) as keyof ConditionFacts['time']]
    default: {
      const tool = block !== undefined && Object.hasOwn(tools, block) ? tools[block] : undefined
      return tool?.[field.slice('tool.'.length) as ToolFactName]
    }
  }
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const formats = new Map<string, Intl.DateTimeFormat>()

/** The instant (ms since the epoch) as conditions ask about it, by the clocks of a time zone. */
export function timeFacts(at: number, timeZone: string): ConditionFacts['time'] {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      hour: '2-digit',
      weekday: 'short',
    })
    formats.set(timeZone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return { at, hour: Number(parts.hour), weekday: WEEKDAYS.indexOf(parts.weekday ?? '') + 1 }
}
