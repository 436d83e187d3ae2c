import { and, chunksOf, counter, desc, gte, help, inArray, insertion, memberOrigin, type Tx } from '@/src/db'
import type { RequestOrigin } from '../request-origin'
import { Helps } from './helps'
import type { RiskRule } from './read'
import { type HelpTerms, isOfHelps, sinceDay } from './ring-terms'

/** Read at most for each part of a batch, from the latest: a ring that plays now is among them. */
const MOST_ROWS = 20_000

interface Help {
  helperId: string
  helpedId: string
  rules: readonly RiskRule[]
}

/** What the rules about helping know. */
export interface KnownHelps {
  helps: Helps
  /** Whether a member was on one of these since that day. */
  wasOn: (memberId: string, kind: OriginKind, value: string, since: string) => boolean
}

type OriginKind = (typeof memberOrigin.$inferSelect)['kind']

/** What is known of the helpers and of whom they help; undefined when no rule asks for it. */
export async function readHelps(
  tx: Tx,
  asked: readonly Help[],
  day: string,
): Promise<KnownHelps | undefined> {
  const terms = asked.flatMap(({ rules }) => rules.map((rule) => rule.terms)).filter(isOfHelps)
  if (terms.length === 0) return undefined
  const since = sinceDay(day, Math.max(...terms.map(({ days }) => days)))
  const looksAt = (kind: HelpTerms['kind']) => terms.some((each) => each.kind === kind)
  const rows = looksAt('help_ring') || looksAt('help_group') ? await readRows(tx, asked, terms, since) : []
  const origins = looksAt('help_origin') ? await readOrigins(tx, asked, since) : new Map<string, string>()
  return {
    helps: new Helps(rows),
    wasOn: (memberId, kind, value, from) =>
      (origins.get(originText({ memberId, kind, value })) ?? '') >= from,
  }
}

async function readRows(tx: Tx, asked: readonly Help[], terms: readonly HelpTerms[], since: string) {
  await waitForOthers(tx)
  const helpers = asked.map(({ helperId }) => helperId)
  const helped = asked.map(({ helpedId }) => helpedId)
  const out = await rowsOf(tx, 'helperId', [...helpers, ...helped], since)
  // Whom the helpers helped before, and who else did.
  const togetherWith = terms.some(({ kind }) => kind === 'help_group') ? out.map((row) => row.helpedId) : []
  const into = await rowsOf(tx, 'helpedId', [...helpers, ...helped, ...togetherWith], since)
  // A ring of four has one help that touches neither of the two.
  const isLong = terms.some((each) => each.kind === 'help_ring' && each.maxMembers > 3)
  const between = isLong
    ? await rowsOf(
        tx,
        'helperId',
        out.map((row) => row.helpedId),
        since,
      )
    : []
  return [...out, ...into, ...between]
}

/**
 * Two processes could each write one half of a ring and see nothing of the other's: who looks for
 * rings waits here until whoever looked before has written. Nothing else waits for this row, and it
 * is taken before any other.
 */
async function waitForOthers(tx: Tx): Promise<void> {
  await tx.put(turn, [{ scope: 'risk-helps', key: '', used: 0, cap: 0 }])
}

const turn = insertion(counter, { target: ['scope', 'key'], set: { used: counter.used.getSQL() } })

async function rowsOf(tx: Tx, by: 'helperId' | 'helpedId', ids: readonly string[], since: string) {
  const rows = []
  for (const part of chunksOf([...new Set(ids)])) {
    const found = await tx
      .select()
      .from(help)
      .where(and(inArray(help[by], part), gte(help.day, since)))
      .orderBy(desc(help.day))
      .limit(MOST_ROWS)
    rows.push(...found)
  }
  return rows
}

async function readOrigins(tx: Tx, asked: readonly Help[], since: string): Promise<Map<string, string>> {
  const { memberId, lastDay } = memberOrigin
  const ids = [...new Set(asked.map(({ helpedId }) => helpedId))]
  const rows = await tx
    .select()
    .from(memberOrigin)
    .where(and(inArray(memberId, ids), gte(lastDay, since)))
    .orderBy(desc(lastDay))
    .limit(MOST_ROWS)
  return new Map(rows.map((row) => [originText(row), row.lastDay]))
}

interface Origin {
  memberId: string
  kind: OriginKind
  value: string
}

const originText = ({ memberId, kind, value }: Origin) => `${memberId} ${kind} ${value}`

/** Where a request came from, one by one. */
export function originsOf(origin: RequestOrigin | undefined): { kind: OriginKind; value: string }[] {
  const { device, ipPrefix } = origin ?? {}
  return [
    ...(device ? [{ kind: 'device' as const, value: device }] : []),
    ...(ipPrefix ? [{ kind: 'ip_prefix' as const, value: ipPrefix }] : []),
  ]
}
