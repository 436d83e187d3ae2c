import { merchantFenOf } from '@/schemas/reward'
import { and, asc, eq, grant, lte, type Tx } from '@/src/db'
import { type Accounts, moveMoney, readAccounts, readEntriesOf, type Transfer } from '../budgets/transfer'
import type { AppContext } from '../context'
import { untilGuarded } from '../guard'
import { changeGrant, type GrantOfReward, readGrantRows } from './grant-rows'
import { returnPoints } from './points-uses'
import { transition } from './state'

/** Grants ended in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 100

/** Lets go of locks that have timed out, and gives back what lapsed grants had reserved. */
export async function expireGrants(ctx: AppContext, signal?: AbortSignal): Promise<void> {
  for (const some of [unlockSome, expireSome]) {
    for (;;) {
      const now = ctx.clock.now()
      const done = await untilGuarded(() => ctx.db.transaction((tx) => some(tx, now)))
      if (done < AT_ONCE || signal?.aborted) break
    }
  }
}

async function unlockSome(tx: Tx, now: Date): Promise<number> {
  const rows = await tx
    .select()
    .from(grant)
    .where(and(eq(grant.state, 'locked'), lte(grant.lockedUntil, now)))
    .orderBy(asc(grant.lockedUntil))
    .limit(AT_ONCE)
  for (const row of rows.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const state = transition(row.state, 'unlock')
    await changeGrant(tx, row, { state, lockedBy: null, lockedUntil: null })
  }
  return rows.length
}

async function expireSome(tx: Tx, now: Date): Promise<number> {
  const lapsed = await tx
    .select({ id: grant.id })
    .from(grant)
    .where(and(eq(grant.state, 'granted'), lte(grant.expiresAt, now)))
    .orderBy(asc(grant.expiresAt))
    .limit(AT_ONCE)
  const found = await readGrantRows(
    tx,
    lapsed.map(({ id }) => id),
  )
  const rows = [...found.values()]
    // Since they were found, one may have been used, and of one that is sent the address be known.
    .filter(({ grant: { state, expiresAt } }) => state === 'granted' && expiresAt && expiresAt <= now)
    .sort((a, b) => (a.grant.id < b.grant.id ? -1 : 1))
  await moveMoney(tx, await releasesOf(tx, rows), now)
  await returnPoints(
    tx,
    rows.map(({ grant: { id } }) => ({ grantId: id, causeId: id })),
    now,
  )
  for (const row of rows) await changeGrant(tx, row.grant, { state: transition(row.grant.state, 'expire') })
  return lapsed.length
}

/** What grants that end unused give back, linked to what had set it aside. */
export async function releasesOf(tx: Tx, rows: readonly GrantOfReward[]): Promise<Transfer[]> {
  const reservations = await readEntriesOf(
    tx,
    'reservation',
    rows.map((row) => row.grant.id),
  )
  const accounts = await readAccounts(
    tx,
    rows.map((row) => row.grant.campaignId),
  )
  return rows.map(({ grant: { id, campaignId, reservedFen }, reward }) => {
    const { reserved, allocated } = accounts.get(campaignId) as Accounts
    return {
      from: reserved,
      to: allocated,
      amountFen: reservedFen,
      merchantFen: merchantFenOf(reward.bearer, reservedFen),
      cause: 'release',
      causeId: id,
      reverses: reservations.get(id)?.id,
    }
  })
}
