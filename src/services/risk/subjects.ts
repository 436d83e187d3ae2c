import { chunksOf, inArray, member, type ReadDb, riskListEntry } from '@/src/db'
import type { RequestOrigin } from '../request-origin'

/** What risk rules know of whoever acts. */
export interface RiskFacts {
  memberSince: Date
  isBlocked: boolean
  isAllowed: boolean
}

interface Actor {
  memberId: string
  origin?: RequestOrigin | undefined
}

/** What is known of each actor, in two queries; one who is no member is absent. By `actorText`. */
export async function readRiskFacts(
  db: ReadDb,
  actors: Actor[],
  hasLists: boolean,
): Promise<Map<string, RiskFacts>> {
  const members = await db
    .select({ id: member.id, shopMemberId: member.shopMemberId, createdAt: member.createdAt })
    .from(member)
    .where(inArray(member.id, [...new Set(actors.map(({ memberId }) => memberId))]))
  const byId = new Map(members.map((row) => [row.id, row]))
  const namesOf = ({ memberId, origin }: Actor) => [
    entryText('member', memberId),
    entryText('member', byId.get(memberId)?.shopMemberId),
    entryText('device', origin?.device),
    entryText('ip_prefix', origin?.ipPrefix),
  ]
  const listed = hasLists ? await readListed(db, [...new Set(actors.flatMap(namesOf))]) : undefined
  return new Map(
    actors.flatMap((actor) => {
      const row = byId.get(actor.memberId)
      if (!row) return []
      const isOn = (list: 'block' | 'allow') =>
        namesOf(actor).some((name) => listed?.has(`${list} ${name}`) ?? false)
      return [
        [
          actorText(actor),
          { memberSince: row.createdAt, isBlocked: isOn('block'), isAllowed: isOn('allow') },
        ] as const,
      ]
    }),
  )
}

/** The same member on another device is another actor. */
export const actorText = ({ memberId, origin }: Actor) =>
  `${memberId} ${origin?.device ?? ''} ${origin?.ipPrefix ?? ''}`

const entryText = (kind: string, value: string | undefined) => `${kind} ${value ?? ''}`

async function readListed(db: ReadDb, names: string[]): Promise<Set<string>> {
  const values = [...new Set(names.map((name) => name.slice(name.indexOf(' ') + 1)))].filter(Boolean)
  const listed = new Set<string>()
  for (const part of chunksOf(values)) {
    const rows = await db.select().from(riskListEntry).where(inArray(riskListEntry.value, part))
    for (const { list, kind, value } of rows) listed.add(`${list} ${kind} ${value}`)
  }
  return listed
}
