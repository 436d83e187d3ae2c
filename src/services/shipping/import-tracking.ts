import type { TrackingProblem, TrackingResults, TrackingRow, TrackingRowOutcome } from '@/schemas/shipping'
import { deliveryAddress, eq, grant, inArray, type ReadDb, shipment, type Tx } from '@/src/db'
import { decodeText } from '@/src/lib/decode-text'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { untilGuarded } from '../guard'
import { BrokenCsv, readCsv } from '../products/csv-file'
import { authorise } from '../staff/authorise'
import { isNumberTaken, type ParcelRow } from './internal'
import { type ReadTracking, readTrackingHeader, readTrackingRow } from './read-tracking-row'
import { grantOf, shipParcel } from './ship'

export const MAX_TRACKING_BYTES = 1024 * 1024
const MAX_ROWS = 2_000

interface FileRow {
  row: number
  reference: string
  read: ReadTracking | 'pending' | TrackingProblem
}

interface Answer {
  outcome: TrackingRowOutcome
  problem?: TrackingProblem
}

/**
 * Takes what the warehouse sent back: with whom each prize went, and by which number; each is sent by
 * that. Every row stands for itself and answers what became of it, and the same file again changes
 * nothing, so one that broke off is simply sent again. Throws `invalid_input` for a file without the
 * columns, `too_large` beyond 2,000 rows, `unsupported_media` for what is no text.
 */
export async function importTracking({
  ctx,
  bytes,
}: {
  ctx: StaffContext
  bytes: Uint8Array
}): Promise<TrackingResults> {
  authorise(ctx, 'shipping.write')
  const rows = await withoutContradictions(ctx.db.read, await readRows(decodeText(bytes).text))
  const counts: TrackingResults['counts'] = { shipped: 0, unchanged: 0, pending: 0, rejected: 0 }
  const results: TrackingRow[] = []
  for (const { row, reference, read } of rows) {
    const answer = await answerTo(ctx, read)
    counts[answer.outcome] += 1
    results.push({ row, reference: reference.slice(0, 60), ...answer })
  }
  await ctx.db.transaction((tx) => recordAudit(tx, ctx, 'shipping.importTracking', 'shipment', { ...counts }))
  return { rows: results, counts }
}

const rejected = (problem: TrackingProblem): Answer => ({ outcome: 'rejected', problem })

async function readRows(text: string): Promise<FileRow[]> {
  const rows: FileRow[] = []
  let columns: ReturnType<typeof readTrackingHeader> | undefined
  try {
    for await (const { row, cells } of readCsv(text)) {
      if (!columns) {
        columns = readTrackingHeader(cells)
        continue
      }
      if (rows.length >= MAX_ROWS)
        throw new AppError('too_large', 'more rows than a file may have', [
          { code: 'too_many_rows', params: { max: MAX_ROWS } },
        ])
      const reference = (cells[columns.get('reference') ?? 0] ?? '').trim()
      rows.push({ row, reference, read: readTrackingRow(columns, cells) })
    }
  } catch (error) {
    if (!(error instanceof BrokenCsv)) throw error
    // What stands before it is sound; where the next row begins nobody can tell.
    if (columns) rows.push({ row: error.row, reference: '', read: 'broken' })
  }
  if (!columns) readTrackingHeader([])
  return rows
}

/** Of prizes the file says different things of, and of a number it gives to several members, none is believed. */
async function withoutContradictions(db: ReadDb, rows: FileRow[]): Promise<FileRow[]> {
  const said = rows.flatMap(({ read }) => (typeof read === 'string' ? [] : [read]))
  const parcels = await readParcels(db, said)
  const numbersOf = new Map<string, Set<string>>()
  const membersOf = new Map<string, Set<string>>()
  const note = (of: Map<string, Set<string>>, key: string, value: string) =>
    of.set(key, (of.get(key) ?? new Set()).add(value))
  const keyOf = (read: ReadTracking) => parcels.get(read.reference)?.parcel.id ?? read.reference
  for (const read of said) {
    note(numbersOf, keyOf(read), numberText(read))
    const found = parcels.get(read.reference)
    if (found) note(membersOf, numberText(read), found.memberId)
  }
  return rows.map((each): FileRow => {
    if (typeof each.read === 'string') return each
    if ((numbersOf.get(keyOf(each.read))?.size ?? 0) > 1) return { ...each, read: 'contradicting' }
    if ((membersOf.get(numberText(each.read))?.size ?? 0) > 1) return { ...each, read: 'number_shared' }
    return each
  })
}

const numberText = ({ carrier, trackingNumber }: ReadTracking) => `${carrier} ${trackingNumber}`

async function answerTo(ctx: StaffContext, read: FileRow['read']): Promise<Answer> {
  if (read === 'pending') return { outcome: 'pending' }
  if (typeof read === 'string') return rejected(read)
  return untilGuarded(() => ctx.db.transaction((tx) => take(tx, ctx, read)))
}

async function take(tx: Tx, ctx: StaffContext, read: ReadTracking): Promise<Answer> {
  const found = (await readParcels(tx, [read])).get(read.reference)
  if (!found) return rejected('unknown')
  const { parcel, memberId } = found
  const { carrier, trackingNumber, costFen } = read
  if (parcel.state === 'put_back' || parcel.state === 'returned') return rejected(parcel.state)
  if (parcel.state === 'shipped') {
    const isSame = parcel.carrier === carrier && parcel.trackingNumber === trackingNumber
    return isSame ? { outcome: 'unchanged' } : rejected('other_number')
  }
  if ((await grantOf(tx, parcel)).state !== 'granted') return rejected('taken_back')
  if (await isNumberTaken(tx, { memberId, carrier, trackingNumber })) return rejected('number_used')
  await shipParcel(tx, ctx, parcel, { carrier, trackingNumber, costFen })
  await recordAudit(tx, ctx, 'shipping.ship', parcel.id, { carrier, trackingNumber })
  return { outcome: 'shipped' }
}

/** The parcels rows speak of, by their own id or that of the grant whose latest parcel it is. */
async function readParcels(
  db: ReadDb,
  rows: readonly ReadTracking[],
): Promise<Map<string, { parcel: ParcelRow; memberId: string }>> {
  const refs = [...new Set(rows.map(({ reference }) => reference))]
  const byId = await db
    .select({ parcel: shipment, memberId: grant.memberId })
    .from(shipment)
    .innerJoin(grant, eq(shipment.grantId, grant.id))
    .where(
      inArray(
        shipment.id,
        refs.filter((ref) => ref.startsWith('shp_')),
      ),
    )
  const byGrant = await db
    .select({ parcel: shipment, memberId: grant.memberId })
    .from(deliveryAddress)
    .innerJoin(shipment, eq(deliveryAddress.shipmentId, shipment.id))
    .innerJoin(grant, eq(shipment.grantId, grant.id))
    .where(
      inArray(
        deliveryAddress.grantId,
        refs.filter((ref) => ref.startsWith('grt_')),
      ),
    )
  return new Map([
    ...byId.map((row) => [row.parcel.id, row] as const),
    ...byGrant.map((row) => [row.parcel.grantId, row] as const),
  ])
}
