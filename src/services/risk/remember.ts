import { help, insertion, lt, memberOrigin, sql, type Tx } from '@/src/db'
import type { RequestOrigin } from '../request-origin'
import type { RiskRules } from './read'
import { originsOf } from './read-helps'

interface Done {
  memberId: string
  /** Whom it helped. */
  helps?: string | undefined
  origin?: RequestOrigin | undefined
  protection?: { risk: RiskRules }
}

/**
 * Remembers of requests that came to something what risk rules ask of later ones: who helped whom,
 * always, so that a rule knows of it the day it is made; and where members come from, while a rule
 * looks at that. Rows are written in the order of their keys.
 */
export async function rememberForRisk(tx: Tx, requests: readonly Done[], day: string): Promise<void> {
  await writeHelps(tx, requests, day)
  await writeOrigins(tx, requests, day)
}

async function writeHelps(tx: Tx, requests: readonly Done[], day: string): Promise<void> {
  const rows = new Map<string, typeof help.$inferInsert & { times: number }>()
  for (const { memberId: helperId, helps: helpedId } of requests) {
    if (helpedId === undefined) continue
    const key = `${helperId} ${helpedId}`
    rows.set(key, { helperId, helpedId, day, times: (rows.get(key)?.times ?? 0) + 1 })
  }
  if (rows.size > 0) await tx.put(addTimes, inOrder(rows))
}

const addTimes = insertion(help, {
  target: ['helperId', 'helpedId', 'day'],
  set: { times: sql`${help.times} + excluded.times` },
})

async function writeOrigins(tx: Tx, requests: readonly Done[], day: string): Promise<void> {
  const rows = new Map<string, typeof memberOrigin.$inferInsert>()
  for (const { memberId, origin, protection } of requests) {
    if (!protection?.risk.rules.some(({ terms }) => terms.kind === 'help_origin')) continue
    for (const { kind, value } of originsOf(origin))
      rows.set(`${memberId} ${kind} ${value}`, { memberId, kind, value, lastDay: day })
  }
  if (rows.size > 0) await tx.put(seenAgain, inOrder(rows))
}

const seenAgain = insertion(memberOrigin, {
  target: ['memberId', 'kind', 'value'],
  set: { lastDay: sql`excluded.last_day` },
  setWhere: lt(memberOrigin.lastDay, sql`excluded.last_day`),
})

function inOrder<Row>(rows: Map<string, Row>): Row[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
