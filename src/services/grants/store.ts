import { and, entry, grant, inArray, member, requestOutcome, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { addToBalance, takeFromBalance } from '../budgets/ledger'
import type { RewardRow } from '../rewards/internal'
import { counterText, type Take, takeCounters } from './counters'
import type { WorkingSet } from './working-set'

type Guarded = 'budget' | 'limits' | 'stock' | 'grants' | 'outcomes'

/** Another process moved what a batch was decided on. */
export class GuardFailed extends Error {
  override readonly name = 'GuardFailed'

  constructor(readonly what: Guarded) {
    super(`${what} moved since they were read`)
  }
}

export type NewGrant = typeof grant.$inferInsert & { id: string; reward: RewardRow }

export interface AnsweredRequest {
  memberId: string
  key: string
  inputHash: string
  /** The outcome's JSON. */
  outcome: string
}

/** A member's keys are their own. Neither part holds a colon. */
export const requestText = ({ memberId, key }: { memberId: string; key: string }) => `${memberId}:${key}`

/** Which of the requests' members there are. */
export async function readKnown(tx: Tx, requests: { memberId: string }[]): Promise<Set<string>> {
  const ids = [...new Set(requests.map((r) => r.memberId))]
  const rows = await tx.select({ id: member.id }).from(member).where(inArray(member.id, ids))
  return new Set(rows.map((row) => row.id))
}

/** What was answered before to requests with these keys. */
export async function readAnswered(
  tx: Tx,
  requests: { memberId: string; key: string }[],
): Promise<Map<string, AnsweredRequest>> {
  const rows = await tx
    .select()
    .from(requestOutcome)
    .where(
      and(
        inArray(requestOutcome.memberId, [...new Set(requests.map((r) => r.memberId))]),
        inArray(requestOutcome.key, [...new Set(requests.map((r) => r.key))]),
      ),
    )
  return new Map(rows.map((row) => [requestText(row), row]))
}

/**
 * Writes a decided batch. Tables are touched in one order, and rows of a table in the order of
 * their keys, so that processes settling at the same time wait for each other and never in a ring.
 *
 * @throws GuardFailed when a row held less than was decided, or a request was answered meanwhile.
 */
export async function writeBatch(
  tx: Tx,
  set: WorkingSet,
  grants: NewGrant[],
  answered: AnsweredRequest[],
  now: Date,
): Promise<void> {
  await moveBalances(tx, set)
  guard(await takeCounters(tx, sorted(set.limits), 'take'), 'limits')
  guard(await takeCounters(tx, sorted(set.stock), 'row'), 'stock')
  if (grants.length > 0) {
    const inserted = await tx
      .insert(grant)
      .values(grants.map(({ reward: _, ...row }) => row))
      .onConflictDoNothing()
      .returning({ id: grant.id })
    guard(inserted.length === grants.length, 'grants')
    await tx.insert(entry).values(grants.map((g) => reservationEntry(g, set, now)))
  }
  const stored = await tx
    .insert(requestOutcome)
    .values(
      answered.map(({ memberId, key, inputHash, outcome }) => ({
        memberId,
        key,
        inputHash,
        outcome,
        createdAt: now,
      })),
    )
    .onConflictDoNothing()
    .returning({ key: requestOutcome.key })
  guard(stored.length === answered.length, 'outcomes')
}

async function moveBalances(tx: Tx, set: WorkingSet): Promise<void> {
  for (const campaignId of [...set.reservedFen.keys()].sort()) {
    const amountFen = set.reservedFen.get(campaignId) ?? 0
    if (amountFen === 0) continue
    const { allocated, reserved } = balancesOf(set, campaignId)
    guard(await takeFromBalance(tx, allocated.id, amountFen), 'budget')
    await addToBalance(tx, reserved.id, amountFen)
  }
}

function reservationEntry(g: NewGrant, set: WorkingSet, now: Date): typeof entry.$inferInsert {
  const { allocated, reserved } = balancesOf(set, g.campaignId)
  return {
    id: newId('ent', now),
    debitAccountId: allocated.id,
    creditAccountId: reserved.id,
    amountFen: g.reservedFen,
    cause: 'reservation',
    causeId: g.id,
    createdAt: now,
  }
}

function balancesOf(set: WorkingSet, campaignId: string) {
  const balances = set.balances.get(campaignId)
  if (!balances) throw new Error(`the accounts of ${campaignId} were not loaded`)
  return balances
}

function sorted(takes: Map<string, Take>): Take[] {
  return [...takes.values()].sort((a, b) => (counterText(a) < counterText(b) ? -1 : 1))
}

function guard(held: boolean, what: Guarded): void {
  if (!held) throw new GuardFailed(what)
}
