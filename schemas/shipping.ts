/** How far a prize has come on its way, as staff look for it. */
export const SHIPPING_STAGES = [
  'no_address',
  'no_identity',
  'ready',
  'exported',
  'shipped',
  'returned',
] as const
export type ShippingStage = (typeof SHIPPING_STAGES)[number]

/** Where the member's parcel is. `packing` is on a list of the warehouse. */
export interface Parcel {
  grantId: string
  state: 'packing' | 'shipped' | 'returned'
  carrier: string
  trackingNumber: string
  /** ISO 8601; null before it was sent. */
  shippedAt: string | null
}

/** What became of one row of a list of tracking numbers. */
export type TrackingRowOutcome = 'shipped' | 'unchanged' | 'pending' | 'rejected'

/** Why a row was not taken. */
export type TrackingProblem =
  | 'bad_reference'
  | 'unknown'
  | 'no_carrier'
  | 'no_number'
  | 'bad_carrier'
  | 'bad_number'
  | 'mangled_number'
  | 'bad_cost'
  | 'contradicting'
  | 'number_shared'
  | 'number_used'
  | 'other_number'
  | 'put_back'
  | 'returned'
  | 'taken_back'
  | 'broken'

export interface TrackingRow {
  /** As spreadsheets count, from 1. */
  row: number
  /** The parcel as the file names it, cut short. */
  reference: string
  outcome: TrackingRowOutcome
  problem?: TrackingProblem
}

export interface TrackingResults {
  rows: TrackingRow[]
  counts: Record<TrackingRowOutcome, number>
}

export const CARRIER_LENGTH = 20

/** A tracking number as carriers write them: letters, digits and hyphens. */
export function isTrackingNumber(text: string): boolean {
  return /^[A-Z0-9][A-Z0-9-]{5,39}$/.test(text)
}

/** Without spaces, in capitals, and without what keeps spreadsheets from taking it for a formula. */
export function bareTrackingNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').replace(/^'/, '').toUpperCase()
}
