import {
  account,
  counter,
  entry,
  grant,
  hold,
  pointLot,
  type ReadDb,
  voucherCode,
  wallet,
  walletEntry,
} from '@/src/db'
import { holdsStock, isOpen } from '@/src/services/grants/state'

const DAY_SCOPE = 'stock-day:'

/**
 * What is wrong in the books, each in words; empty when everything that is kept beside something
 * else agrees with it: balances with entries, reservations with grants and holds, stock, in all
 * and by the day, with grants and holds, wallets with their entries and lots, codes with grants. Every sum is counted anew.
 */
export async function bookErrors(db: ReadDb): Promise<string[]> {
  const [accounts, entries, grants, holds, counters, wallets, walletEntries, lots, codes] = await Promise.all(
    [
      db.select().from(account),
      db.select().from(entry),
      db.select().from(grant),
      db.select().from(hold),
      db.select().from(counter),
      db.select().from(wallet),
      db.select().from(walletEntry),
      db.select().from(pointLot),
      db.select().from(voucherCode),
    ],
  )
  const errors: string[] = []
  const same = (what: string, kept: number, counted: number) => {
    if (kept !== counted) errors.push(`${what}: kept ${kept}, counted ${counted}`)
  }

  for (const { id, kind, ownerId, balanceFen } of accounts) {
    const came = sum(entries.filter((e) => e.creditAccountId === id).map((e) => e.amountFen))
    const went = sum(entries.filter((e) => e.debitAccountId === id).map((e) => e.amountFen))
    same(`balance of ${kind} of ${ownerId}`, balanceFen, came - went)
    if (kind !== 'reserved') continue
    const own = grants.filter((g) => g.campaignId === ownerId)
    const open = sum(own.filter((g) => isOpen(g.state)).map((g) => g.reservedFen))
    const held = sum(holds.filter((h) => h.campaignId === ownerId).map((h) => h.leftFen))
    same(`reserved by ${ownerId}`, balanceFen, open + held)
    const spent = accounts.filter((a) => a.ownerId === ownerId && ['committed', 'settled'].includes(a.kind))
    same(`spent by ${ownerId}`, sum(spent.map((a) => a.balanceFen)), sum(own.map((g) => g.redeemedFen)))
  }

  const taken = (rewardId: string) =>
    grants.filter((g) => g.rewardId === rewardId && holdsStock(g.state, g.given.kind)).length +
    sum(holds.filter((h) => h.rewardId === rewardId).map((h) => h.countLeft))
  for (const { scope, key, used } of counters) {
    if (scope !== 'stock') continue
    same(`stock of ${key}`, used, taken(key))
  }

  // A grant from a hold counts on the day the hold was opened, so only all days together are known.
  const days = counters.filter(({ scope }) => scope.startsWith(DAY_SCOPE))
  for (const scope of new Set(days.map((day) => day.scope))) {
    const rewardId = scope.slice(DAY_SCOPE.length)
    const used = sum(days.filter((day) => day.scope === scope).map((day) => day.used))
    same(`stock by the day of ${rewardId}`, used, taken(rewardId))
  }

  for (const { memberId, unit, balance } of wallets) {
    const own = walletEntries.filter((e) => e.memberId === memberId && e.unit === unit)
    same(`${unit} of ${memberId}`, balance, sum(own.map((e) => e.amount)))
    if (unit === 'points') {
      same(
        `lots of ${memberId}`,
        balance,
        sum(lots.filter((l) => l.memberId === memberId).map((l) => l.left)),
      )
    }
  }

  for (const g of grants) {
    if (g.given.kind !== 'partner_voucher') continue
    const own = codes.filter((code) => code.grantId === g.id).map(({ code }) => code)
    if (own.length !== 1 || own[0] !== g.given.code) errors.push(`${g.id} has the codes [${own.join()}]`)
  }
  return errors
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
