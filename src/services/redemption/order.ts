import type { CartLine, Order } from '@/schemas/redemption'
import { and, chunksOf, eq, inArray, product, type ReadDb, shopOrder, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import type { MemberContext } from '../context'
import { guard } from '../guard'

export type OrderRow = typeof shopOrder.$inferSelect

/** The member an order is of. Throws `unauthenticated`. */
export function memberOf(ctx: MemberContext): string {
  if (!ctx.member) throw new AppError('unauthenticated', 'an order is of a member')
  return ctx.member.id
}

/** An order's lines with their groups: those the shop says, or else those of its product list. */
export async function cartOf(db: ReadDb, { lines }: Order): Promise<CartLine[]> {
  const unknown = lines.flatMap(({ sku, groups }) => (groups ? [] : [sku]))
  const groupOf = new Map<string, string>()
  for (const skus of chunksOf([...new Set(unknown)])) {
    const rows = await db
      .select({ sku: product.sku, group: product.group })
      .from(product)
      .where(inArray(product.sku, skus))
    for (const { sku, group } of rows) if (group !== '') groupOf.set(sku, group)
  }
  return lines.map((line) => {
    const group = groupOf.get(line.sku)
    return { ...line, groups: line.groups ?? (group === undefined ? [] : [group]) }
  })
}

/** The order, if coupons were ever kept for it. Throws `not_found` when it is another member's. */
export async function findOrder(tx: Tx, orderRef: string, memberId: string): Promise<OrderRow | undefined> {
  const [row] = await tx.select().from(shopOrder).where(eq(shopOrder.orderRef, orderRef))
  if (row && row.memberId !== memberId) throw noOrder(orderRef, memberId)
  return row
}

/** The order. Throws `not_found`, and `wrong_state` when it does not stand in one of these states. */
export async function getOrder(
  tx: Tx,
  orderRef: string,
  memberId: string,
  states: readonly OrderRow['state'][],
): Promise<OrderRow> {
  const row = await findOrder(tx, orderRef, memberId)
  if (!row) throw noOrder(orderRef, memberId)
  assertState(row, states)
  return row
}

/** Throws `wrong_state`, saying which states allow what is asked. */
export function assertState({ orderRef, state }: OrderRow, states: readonly OrderRow['state'][]): void {
  if (states.includes(state)) return
  throw new AppError('wrong_state', `order ${orderRef} is ${state}, not ${states.join(' or ')}`, [
    { code: 'wrong_state', path: [], params: { state, allowed: states.join() } },
  ])
}

const noOrder = (orderRef: string, memberId: string) =>
  new AppError('not_found', `no order ${orderRef} of ${memberId}`)

/** Writes what became of an order, if it still stands as it was read. @throws GuardFailed */
export async function changeOrder(
  tx: Tx,
  { orderRef, revision }: OrderRow,
  change: Partial<Omit<OrderRow, 'orderRef' | 'memberId' | 'revision'>>,
): Promise<void> {
  const rows = await tx
    .update(shopOrder)
    .set({ ...change, revision: revision + 1 })
    .where(and(eq(shopOrder.orderRef, orderRef), eq(shopOrder.revision, revision)))
    .returning({ orderRef: shopOrder.orderRef })
  guard(rows.length === 1, 'redemptions')
}
