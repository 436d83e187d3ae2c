import type { Now, Refusal } from '@/widgets/kit/tool'
import type { CounterKey } from '../grants/counters'
import type { Limits, ParticipationLimit } from './read'

/** Something a member's rewards are counted on, and never past its cap. */
export interface Bound {
  check: 'exclusivity' | 'limits'
  /** The limit's name, or the group's id. */
  rule: string
  /** What staff call it. */
  name: string
  counter: CounterKey
  cap: number
  /** The campaigns and tools whose rewards count. */
  subjectIds: ReadonlySet<string>
  /** Only today's rewards count. */
  isOfDay: boolean
}

interface Played {
  id: string
  campaign: { id: string }
}

/** All that one member's rewards of a tool are counted on: groups first, then limits. */
export function boundsOf(
  { limits, groups }: Limits,
  tool: Played,
  memberId: string,
  now: Pick<Now, 'day'>,
): Bound[] {
  const isOf = (subjectId: string) => subjectId === tool.id || subjectId === tool.campaign.id
  return [
    ...groups
      .filter(({ subjectIds }) => subjectIds.has(tool.id) || subjectIds.has(tool.campaign.id))
      .map(
        ({ id, name, subjectIds }): Bound => ({
          check: 'exclusivity',
          rule: id,
          name,
          counter: { scope: scopeOfGroup(id), key: memberId },
          cap: 1,
          subjectIds,
          isOfDay: false,
        }),
      ),
    ...limits
      .filter(({ subjectId }) => isOf(subjectId))
      .flatMap((limit) => limitBounds(limit, memberId, now.day)),
  ]
}

function limitBounds(limit: ParticipationLimit, memberId: string, day: string): Bound[] {
  const { subjectId, subjectKind, perDay, inAll } = limit
  const bound = (rule: string, counter: CounterKey, cap: number, isOfDay: boolean): Bound => ({
    check: 'limits',
    rule,
    name: rule,
    counter,
    cap,
    subjectIds: new Set([subjectId]),
    isOfDay,
  })
  const [inAllScope, ofDayScope] = scopesOfLimit(subjectId)
  return [
    ...(perDay === null
      ? []
      : [bound(`${subjectKind}_per_day`, { scope: ofDayScope, key: `${day} ${memberId}` }, perDay, true)]),
    ...(inAll === null
      ? []
      : [bound(`${subjectKind}_in_all`, { scope: inAllScope, key: memberId }, inAll, false)]),
  ]
}

/** The counters of a campaign's or a tool's limits, in all and by the day. */
export const scopesOfLimit = (subjectId: string): [string, string] => [
  `limit:${subjectId}`,
  `limit-day:${subjectId}`,
]

export const scopeOfGroup = (groupId: string) => `exclusive:${groupId}`

/** What a member is told whose rewards are at the cap. */
export function refusalOf({ check, rule, cap }: Bound): Refusal {
  return check === 'exclusivity'
    ? { status: 'excluded', rule }
    : { status: 'limit_reached', rule, limit: cap }
}
