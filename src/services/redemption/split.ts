import { PARTIES, type Party, type Refusal } from '@/schemas/redemption'
import { and, eq, gt, ne, or, orderParty, type ReadDb, shopOrder, splitWindow, type Tx } from '@/src/db'
import { areStackable, type Offer } from './price/offer'
import { noteRefusal } from './refuse'

const MINUTE_MS = 60_000

/** Orders of one party that are looked at: who places more within a window is refused by those. */
const MOST_ORDERS = 100

export type PartyHashes = Partial<Record<Party, string>>

interface Watched {
  party: Party
  hash: string
  minutes: number
}

/** By what an order can belong to others, and for how long. */
async function readWatched(db: ReadDb, hashes: PartyHashes): Promise<Watched[]> {
  if (Object.keys(hashes).length === 0) return []
  const windows = new Map((await db.select().from(splitWindow)).map((row) => [row.party, row.minutes]))
  return PARTIES.flatMap((party) => {
    const hash = hashes[party]
    const minutes = windows.get(party) ?? 0
    return hash !== undefined && minutes > 0 ? [{ party, hash, minutes }] : []
  })
}

interface Asking {
  memberId: string
  orderRef: string
  hashes: PartyHashes
  offers: readonly Offer[]
}

/**
 * Which of the coupons are refused because orders that belong together count as one (拆单): within its
 * window, another order of the same payer, device or address has taken one that cannot be beside it.
 */
export async function splitRefusals(
  db: ReadDb,
  { orderRef, hashes, offers }: Omit<Asking, 'memberId'>,
  now: Date,
): Promise<Map<string, { refusal: Refusal; otherOrder: string }>> {
  const refused = new Map<string, { refusal: Refusal; otherOrder: string }>()
  for (const { party, hash, minutes } of await readWatched(db, hashes)) {
    const others = await readOthers(
      db,
      party,
      hash,
      orderRef,
      new Date(now.getTime() - minutes * MINUTE_MS),
      now,
    )
    for (const offer of offers) {
      const other = others.find(({ coupons }) => coupons.some((used) => !areStackable(offer, used)))
      if (!other || refused.has(offer.id)) continue
      const refusal = { reason: 'split_order' as const, party, minutes }
      refused.set(offer.id, { refusal, otherOrder: other.orderRef })
    }
  }
  return refused
}

const HASH = { payer: shopOrder.payerHash, device: shopOrder.deviceHash, address: shopOrder.addressHash }

/** Orders of one party since an instant that have coupons or keep them. */
function readOthers(db: ReadDb, party: Party, hash: string, orderRef: string, since: Date, now: Date) {
  return db
    .select({ orderRef: shopOrder.orderRef, coupons: shopOrder.coupons })
    .from(shopOrder)
    .where(
      and(
        eq(HASH[party], hash),
        gt(shopOrder.placedAt, since),
        ne(shopOrder.orderRef, orderRef),
        or(
          eq(shopOrder.state, 'redeemed'),
          and(eq(shopOrder.state, 'locked'), gt(shopOrder.lockedUntil, now)),
        ),
      ),
    )
    .limit(MOST_ORDERS)
}

/**
 * As `splitRefusals`, one order of a party after another: two that come at the same time would
 * otherwise not see each other. What is refused is noted with the order it belongs to.
 */
export async function refuseSplit(tx: Tx, o: Asking, now: Date): Promise<Map<string, Refusal>> {
  const watched = await readWatched(tx, o.hashes)
  if (watched.length === 0) return new Map()
  // Whoever comes later waits here until the one before is done, and then sees its order.
  await tx
    .insert(orderParty)
    .values(watched.map(({ party, hash }) => ({ party, hash, lastAt: now })))
    .onConflictDoUpdate({ target: [orderParty.party, orderParty.hash], set: { lastAt: now } })
  const refused = await splitRefusals(tx, o, now)
  for (const [grantId, { refusal, otherOrder }] of [...refused].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (refusal.reason !== 'split_order') continue
    const details = { otherOrder, party: refusal.party, minutes: refusal.minutes }
    const { memberId, orderRef } = o
    await noteRefusal(tx, { memberId, orderRef, grantId, reason: 'split_order', details }, now)
  }
  return new Map([...refused].map(([id, { refusal }]) => [id, refusal]))
}
