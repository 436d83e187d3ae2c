import {
  account,
  and,
  counter,
  type Database,
  entry,
  eq,
  grant,
  gte,
  lte,
  requestOutcome,
  sql,
  type Tx,
} from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { ActionRequest } from '@/src/services/grants/batch'

interface NaiveGiven {
  campaignId: string
  rewardId: string
  perMember: number
  reservedFen: number
}

/**
 * A grant as one would write it first: a transaction of its own, with the same rows and the same
 * guards. What a grant needs to know of campaign, reward and member it is told, and never reads.
 */
export function grantNaively(db: Database, given: NaiveGiven, request: ActionRequest) {
  return db.transaction(async (tx) => {
    const { memberId, key, toolId, inputHash } = request
    const [before] = await tx
      .select()
      .from(requestOutcome)
      .where(and(eq(requestOutcome.memberId, memberId), eq(requestOutcome.key, key)))
    if (before) return { status: 'repeated' }
    const now = new Date()
    const id = newId('grt', now)
    await moveMoney(tx, given, id, now)
    await count(tx, {
      scope: `tool:${toolId}:coupon.${given.rewardId}.member`,
      key: memberId,
      cap: given.perMember,
    })
    await takeStock(tx, given.rewardId)
    await tx.insert(grant).values({
      id,
      memberId,
      rewardId: given.rewardId,
      campaignId: given.campaignId,
      toolId,
      state: 'granted',
      given: { kind: 'coupon', amountFen: given.reservedFen, thresholdFen: 0 },
      reservedFen: given.reservedFen,
      idempotency: `${memberId}:${key}:0`,
      grantedAt: now,
      expiresAt: new Date(now.getTime() + 259_200_000),
    })
    const outcome = JSON.stringify({ status: 'granted', rewards: [{ id, rewardId: given.rewardId }] })
    await tx.insert(requestOutcome).values({ memberId, key, inputHash, outcome, createdAt: now })
    return { status: 'granted' }
  })
}

async function moveMoney(tx: Tx, { campaignId, reservedFen }: NaiveGiven, causeId: string, now: Date) {
  const of = (kind: 'allocated' | 'reserved') => and(eq(account.ownerId, campaignId), eq(account.kind, kind))
  const [from] = await tx
    .update(account)
    .set({ balanceFen: sql`${account.balanceFen} - ${reservedFen}` })
    .where(and(of('allocated'), gte(account.balanceFen, reservedFen)))
    .returning({ id: account.id })
  const [to] = await tx
    .update(account)
    .set({ balanceFen: sql`${account.balanceFen} + ${reservedFen}` })
    .where(of('reserved'))
    .returning({ id: account.id })
  if (!from || !to) throw new Error('the budget is used up')
  await tx.insert(entry).values({
    id: newId('ent', now),
    debitAccountId: from.id,
    creditAccountId: to.id,
    amountFen: reservedFen,
    cause: 'reservation',
    causeId,
    createdAt: now,
  })
}

async function count(tx: Tx, { scope, key, cap }: { scope: string; key: string; cap: number }) {
  const used = sql`${counter.used} + 1`
  const taken = await tx
    .insert(counter)
    .values({ scope, key, used: 1, cap })
    .onConflictDoUpdate({
      target: [counter.scope, counter.key],
      set: { used },
      setWhere: lte(used, counter.cap),
    })
    .returning({ key: counter.key })
  if (taken.length === 0) throw new Error('the limit is reached')
}

async function takeStock(tx: Tx, rewardId: string) {
  const used = sql`${counter.used} + 1`
  const taken = await tx
    .update(counter)
    .set({ used })
    .where(and(eq(counter.scope, 'stock'), eq(counter.key, rewardId), lte(used, counter.cap)))
    .returning({ key: counter.key })
  if (taken.length === 0) throw new Error('there is none left')
}
