import type { LineDiscount } from '@/schemas/redemption'
import { merchantFenOf } from '@/schemas/reward'
import { inArray, redemption, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { type Accounts, moveMoney, readAccounts, type Transfer } from '../budgets/transfer'
import { changeGrant, type GrantOfReward, ownGrant, readGrantRows, stateFor } from './grant-rows'
import { transition } from './state'

export type RedemptionRow = typeof redemption.$inferSelect

/** A grant to be used on an order, and what that costs. */
export interface Redeem {
  grantId: string
  memberId: string
  orderRef: string
  /** What it really costs, fen: at least 1, but for a prize that is sent. Of a coupon at most what it is worth. */
  costFen: number
  lines: LineDiscount[]
  payerHash?: string
  deviceHash?: string
  addressHash?: string
  idempotency: string
}

/** What redeeming took from beyond the campaign's own money: to be told at once. */
export interface Overrun {
  campaignId: string
  contingencyFen: number
  overdraftFen: number
}

/**
 * Uses grants: their reservations become what they really cost. What was granted is honoured: when
 * a cost passes its reservation (an `expected` coupon), the rest comes from what the campaign has
 * free, then from the contingency, then from the overdraft. A reservation that was higher goes back.
 * The same key answers what it made before.
 *
 * @throws `not_found`, `wrong_state`, `invalid_input` for a cost a coupon cannot have,
 *   `idempotency_mismatch`; GuardFailed when something moved meanwhile.
 */
export async function redeemGrants(
  tx: Tx,
  redeems: readonly Redeem[],
  now: Date,
): Promise<{ redemptions: RedemptionRow[]; overruns: Overrun[] }> {
  const before = await readRedeemed(tx, redeems)
  const fresh = redeems.filter(({ idempotency }) => !before.has(idempotency))
  const grants = await readGrantRows(
    tx,
    fresh.map(({ grantId }) => grantId),
  )
  const using = fresh.map((redeem) => ({ redeem, ...usable(grants, redeem, now), id: newId('rdm', now) }))
  const accounts = await readAccounts(
    tx,
    using.map(({ grant }) => grant.campaignId),
  )
  const purse = new Purse(accounts)
  const transfers = using.flatMap((each) => purse.pay(each))
  await moveMoney(tx, transfers, now)
  for (const { grant, redeem } of [...using].sort((a, b) => (a.grant.id < b.grant.id ? -1 : 1))) {
    const state = transition(stateFor(grant, redeem.orderRef, now), 'redeem')
    await changeGrant(tx, grant, { state, redeemedFen: redeem.costFen, lockedBy: null, lockedUntil: null })
  }
  const rows = using.map(({ redeem: { memberId: _, ...redeem }, grant, id }) => ({
    id,
    ...redeem,
    campaignId: grant.campaignId,
    redeemedAt: now,
  }))
  const made = rows.length > 0 ? await tx.insert(redemption).values(rows).returning() : []
  const all = new Map([...before, ...made.map((row) => [row.idempotency, row] as const)])
  return {
    redemptions: redeems.map(({ idempotency }) => rowOf(all, idempotency)),
    overruns: purse.overruns(),
  }
}

function rowOf(rows: Map<string, RedemptionRow>, idempotency: string): RedemptionRow {
  const row = rows.get(idempotency)
  if (!row) throw new Error(`redemption ${idempotency} was not written`)
  return row
}

/** What was redeemed before under the same keys. */
async function readRedeemed(tx: Tx, redeems: readonly Redeem[]): Promise<Map<string, RedemptionRow>> {
  if (redeems.length === 0) return new Map()
  const keys = redeems.map(({ idempotency }) => idempotency)
  const rows = await tx.select().from(redemption).where(inArray(redemption.idempotency, keys))
  const found = new Map(rows.map((row) => [row.idempotency, row]))
  for (const { idempotency, grantId, orderRef, costFen } of redeems) {
    const row = found.get(idempotency)
    if (row && (row.grantId !== grantId || row.orderRef !== orderRef || row.costFen !== costFen))
      throw new AppError('idempotency_mismatch', `key ${idempotency} redeemed ${row.grantId}`)
  }
  return found
}

function usable(grants: Map<string, GrantOfReward>, redeem: Redeem, now: Date): GrantOfReward {
  const found = ownGrant(grants, redeem.grantId, redeem.memberId)
  const { grant } = found
  transition(stateFor(grant, redeem.orderRef, now), 'redeem')
  const most = 'amountFen' in grant.given ? grant.given.amountFen : Number.MAX_SAFE_INTEGER
  // A prize may be a sample that costs nothing.
  const least = grant.given.kind === 'physical' ? 0 : 1
  if (!Number.isSafeInteger(redeem.costFen) || redeem.costFen < least || redeem.costFen > most)
    throw new AppError('invalid_input', `${redeem.costFen} fen are not what ${grant.id} can cost`)
  return found
}

/** What is left in the accounts while several redemptions are paid one after another. */
class Purse {
  private readonly left = new Map<string, number>()
  private readonly beyond = new Map<string, Overrun>()

  constructor(private readonly accounts: Map<string, Accounts>) {}

  pay({
    id,
    grant,
    reward,
    redeem: { costFen },
  }: GrantOfReward & { id: string; redeem: Redeem }): Transfer[] {
    const own = this.accounts.get(grant.campaignId)
    if (!own) throw new Error(`the accounts of ${grant.campaignId} were not read`)
    const merchantFen = (fen: number) => merchantFenOf(reward.bearer, fen)
    const fromReserved = Math.min(costFen, grant.reservedFen)
    const unused = grant.reservedFen - fromReserved
    const step = (from: keyof Accounts, to: keyof Accounts, amountFen: number) => ({
      from: own[from],
      to: own[to],
      amountFen,
      merchantFen: merchantFen(amountFen),
    })
    this.put(own.allocated, unused)
    let missing = costFen - fromReserved
    const shortfalls = (['allocated', 'contingency', 'overdraft'] as const).map((kind): Transfer => {
      const fen = kind === 'overdraft' ? missing : Math.min(missing, this.leftIn(own[kind]))
      missing -= fen
      this.put(own[kind], -fen)
      if (kind !== 'allocated' && fen > 0) this.note(grant.campaignId, kind, fen)
      return { ...step(kind, 'committed', fen), cause: 'shortfall', causeId: `${id}:${kind}` }
    })
    return [
      { ...step('reserved', 'committed', fromReserved), cause: 'redemption', causeId: id },
      { ...step('reserved', 'allocated', unused), cause: 'release', causeId: id },
      ...shortfalls,
    ]
  }

  overruns(): Overrun[] {
    return [...this.beyond.values()]
  }

  private leftIn({ id, balanceFen }: { id: string; balanceFen: number }): number {
    return this.left.get(id) ?? balanceFen
  }

  private put(row: { id: string; balanceFen: number }, fen: number): void {
    this.left.set(row.id, this.leftIn(row) + fen)
  }

  private note(campaignId: string, kind: 'contingency' | 'overdraft', fen: number): void {
    const known = this.beyond.get(campaignId) ?? { campaignId, contingencyFen: 0, overdraftFen: 0 }
    known[`${kind}Fen`] += fen
    this.beyond.set(campaignId, known)
  }
}
