import { hasControlCharacters } from '@/schemas/safe-values'
import {
  bareTrackingNumber,
  CARRIER_LENGTH,
  isTrackingNumber,
  type TrackingProblem,
} from '@/schemas/shipping'
import { readColumns, readYuan } from '@/src/lib/read-table'

type Column = 'reference' | 'carrier' | 'number' | 'cost'

/** What a column may be called, without spaces, case and what stands in brackets. */
const NAMES: Record<Column, readonly string[]> = {
  reference: ['发货单号', '单号', '发放编号', '奖品编号', 'reference', 'shipment', 'grant', 'id'],
  carrier: ['快递公司', '物流公司', '承运商', '快递', 'carrier'],
  number: ['快递单号', '物流单号', '运单号', 'trackingnumber', 'tracking'],
  cost: ['实际成本', '成本', 'cost'],
}
const REQUIRED: readonly Column[] = ['reference', 'carrier', 'number']

export interface ReadTracking {
  /** A parcel's id, or the grant's whose parcel it is. */
  reference: string
  carrier: string
  trackingNumber: string
  /** Undefined where the file says nothing of it. */
  costFen: number | undefined
}

/** Which cell of a row each column is. Throws `invalid_input` naming what is missing or there twice. */
export function readTrackingHeader(cells: readonly string[]): Map<Column, number> {
  return readColumns(NAMES, REQUIRED, cells)
}

/** What a row says, or what is wrong with it; `pending` while the warehouse has not filled it in. */
export function readTrackingRow(
  at: ReadonlyMap<Column, number>,
  cells: readonly string[],
): ReadTracking | 'pending' | TrackingProblem {
  const cell = (column: Column) => {
    const i = at.get(column)
    return i === undefined ? '' : (cells[i] ?? '').trim()
  }
  const reference = cell('reference')
  if (!/^(shp|grt)_[0-9a-z]{10,40}$/.test(reference)) return 'bad_reference'
  const carrier = cell('carrier').replace(/^'(?=[=+\-@])/, '')
  const written = cell('number')
  if (carrier === '' && written === '') return 'pending'
  if (written === '') return 'no_number'
  if (carrier === '') return 'no_carrier'
  if (carrier.length > CARRIER_LENGTH || hasControlCharacters(carrier)) return 'bad_carrier'
  // A spreadsheet made a figure of it, and its last digits are lost.
  if (/^\d(\.\d+)?e\+?\d+$/i.test(written)) return 'mangled_number'
  const trackingNumber = bareTrackingNumber(written)
  if (!isTrackingNumber(trackingNumber)) return 'bad_number'
  const costFen = readYuan(cell('cost'))
  return costFen === null ? 'bad_cost' : { reference, carrier, trackingNumber, costFen }
}
