/* What the import of a product list tells the console, as lines of JSON. */

/** What a list may say of a product, in the order of the template. */
export const PRODUCT_COLUMNS = [
  'sku',
  'title',
  'image',
  'price',
  'listPrice',
  'stock',
  'link',
  'group',
] as const
export type ProductColumn = (typeof PRODUCT_COLUMNS)[number]

/** Why a row was not taken. */
export type RejectReason =
  | 'required'
  | 'too_long'
  | 'control_characters'
  | 'not_a_price'
  | 'not_positive'
  | 'too_high'
  | 'below_price'
  | 'not_a_count'
  | 'unsafe_image'
  | 'unsafe_link'
  | 'duplicate_sku'
  /** A quote is never closed: from this row on nothing could be read. */
  | 'broken'

export interface RejectedRow {
  /** As spreadsheets count: the names of the columns are row 1. */
  row: number
  /** Absent when it is the whole row that is wrong. */
  column?: ProductColumn
  reason: RejectReason
  /** The cell as it stands in the file, cut short; nothing is evaluated. */
  value?: string
}

export interface ProductImportResult {
  added: number
  updated: number
  unchanged: number
  /** The first hundred. */
  rejected: RejectedRow[]
  rejectedCount: number
}

export type ProductImportStep =
  | { kind: 'progress'; rows: number; totalRows: number }
  | { kind: 'done'; result: ProductImportResult }
