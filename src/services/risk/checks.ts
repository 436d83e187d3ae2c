import type { Figure } from '@/schemas/decision'
import type { RiskSubject } from '@/schemas/risk'
import type { CounterKey, Take } from '../grants/counters'
import type { RequestOrigin } from '../request-origin'
import type { RiskRule, RiskRules } from './read'
import type { KnownHelps } from './read-helps'
import { ringIn } from './ring'
import type { RiskFacts } from './subjects'

/** The rule of whoever is on the block list. */
export const BLOCK_LIST = 'block_list'

const MINUTE_MS = 60_000

export interface RiskRequest {
  memberId: string
  origin?: RequestOrigin | undefined
  /** The member it helps. */
  helps?: string | undefined
}

/** One rule applied to one request. */
export interface RiskCheck {
  /** The rule's id. */
  rule: string
  isRefused: boolean
  figure: Figure
  /** What is counted when the action comes to something. */
  takes: Take[]
}

interface Known {
  rules: RiskRules
  facts: RiskFacts | undefined
  used: (counter: CounterKey) => number
  helps: KnownHelps | undefined
  now: Date
  /** The day in the shop's time zone. */
  day: string
}

/** What the rules say of a request, in their order. Whoever is on the allow-list is looked at by none. */
export function riskChecks(request: RiskRequest, known: Known): RiskCheck[] {
  const { rules, facts } = known
  if (facts?.isAllowed) return []
  const blocked: RiskCheck[] = facts?.isBlocked
    ? [{ rule: BLOCK_LIST, isRefused: true, figure: text('rule', BLOCK_LIST), takes: [] }]
    : []
  return [...blocked, ...rules.rules.flatMap((rule) => checkOf(rule, request, known) ?? [])]
}

/** The counters the rules look at for a request. */
export function riskCounters(rules: RiskRules, request: RiskRequest, now: Date): CounterKey[] {
  return rules.rules.flatMap((rule) => countersOf(rule, request, now))
}

function countersOf({ id, terms }: RiskRule, request: RiskRequest, now: Date): CounterKey[] {
  switch (terms.kind) {
    case 'velocity': {
      const subject = subjectOf(terms.subject, request)
      return subject ? [windowOf(id, terms.windowMinutes, subject, now)] : []
    }
    case 'duplicate_device': {
      const device = request.origin?.device
      return device ? [membersOf(id, device), memberOn(id, device, request.memberId)] : []
    }
    case 'new_account':
    case 'help_ring':
    case 'help_group':
    case 'help_origin':
      return []
  }
}

function checkOf(rule: RiskRule, request: RiskRequest, known: Known): RiskCheck | undefined {
  const { id, name, terms } = rule
  const { facts, used, now } = known
  switch (terms.kind) {
    case 'velocity': {
      const subject = subjectOf(terms.subject, request)
      if (!subject) return undefined
      const counter = windowOf(id, terms.windowMinutes, subject, now)
      return counted(id, name, used(counter), terms.max, [{ ...counter, amount: 1, cap: terms.max }])
    }
    case 'duplicate_device': {
      const device = request.origin?.device
      if (!device) return undefined
      const own = memberOn(id, device, request.memberId)
      const all = membersOf(id, device)
      // Who was on the device before may go on, however many have come since.
      if (used(own) > 0)
        return { rule: id, isRefused: false, figure: count(name, used(all), terms.maxMembers), takes: [] }
      return counted(id, name, used(all), terms.maxMembers, [
        { ...all, amount: 1, cap: terms.maxMembers },
        { ...own, amount: 1, cap: 1 },
      ])
    }
    case 'new_account': {
      if (!facts) return undefined
      const welcomeAt = new Date(facts.memberSince.getTime() + terms.waitMinutes * MINUTE_MS)
      const figure: Figure = { kind: 'instant', name, at: welcomeAt.toISOString() }
      return { rule: id, isRefused: now < welcomeAt, figure, takes: [] }
    }
    case 'help_ring':
    case 'help_group':
    case 'help_origin': {
      const { helps: helpedId, memberId: helperId, origin } = request
      if (helpedId === undefined || !known.helps) return undefined
      const found = ringIn(known.helps, { helperId, helpedId, origin }, terms, known.day)
      if (!found) return undefined
      const figure: Figure = { kind: 'members', name, ...found }
      return { rule: id, isRefused: found.ids.length > 0, figure, takes: [] }
    }
  }
}

const text = (name: string, value: string): Figure => ({ kind: 'text', name, value })
const count = (name: string, used: number, cap: number): Figure => ({ kind: 'count', name, used, cap })

function counted(rule: string, name: string, used: number, cap: number, takes: Take[]): RiskCheck {
  return { rule, isRefused: used >= cap, figure: count(name, used, cap), takes }
}

function subjectOf(subject: RiskSubject, { memberId, origin }: RiskRequest): string | undefined {
  if (subject === 'member') return memberId
  return subject === 'device' ? origin?.device : origin?.ipPrefix
}

/** Windows follow the clock, one after the other: 10 minutes are 10:00 to 10:10. */
function windowOf(ruleId: string, minutes: number, subject: string, now: Date): CounterKey {
  const startsAt = Math.floor(now.getTime() / (minutes * MINUTE_MS)) * minutes * MINUTE_MS
  return { scope: `${windowsOf(ruleId)}${new Date(startsAt).toISOString()}`, key: subject }
}

/** What the scopes of a rule's windows start with; when they began follows, and sorts. */
export const windowsOf = (ruleId: string) => `risk:${ruleId}:`

const membersOf = (ruleId: string, device: string): CounterKey => ({
  scope: `risk-device:${ruleId}`,
  key: device,
})

const memberOn = (ruleId: string, device: string, memberId: string): CounterKey => ({
  scope: `risk-device:${ruleId}`,
  key: `${device} ${memberId}`,
})
