import type { ProductColumn, RejectReason } from '@/schemas/product-import'
import { hasControlCharacters, isSafeImage, isSafeLink } from '@/schemas/safe-values'
import type { ProductRow } from './internal'
import { MAX_PRODUCT_GROUP, MAX_PRODUCT_TITLE } from './schemas'

/** What a list may say of a product. Columns that are not in the file leave what was there. */
export type ProductValues = Pick<ProductRow, 'sku' | 'title' | 'priceFen' | 'stock'> &
  Partial<Pick<ProductRow, 'image' | 'listPriceFen' | 'link' | 'group'>>

/** ¥100 million: a price beyond that is a slip of the finger. */
const MAX_PRICE_FEN = 10_000_000_000
const MAX_STOCK = 1_000_000_000
const MAX_URL = 2_000
const MAX_SKU = 64

type Problem = [column: ProductColumn, reason: RejectReason]
type Cells = (column: ProductColumn) => string | undefined

/** A row's values, or the first thing that is wrong with them. `cell` is undefined for absent columns. */
export function readRow(cell: Cells): ProductValues | { problem: Problem } {
  const problems: Problem[] = []
  const fail = (column: ProductColumn, reason: RejectReason) => {
    problems.push([column, reason])
  }
  const text = (column: ProductColumn, max: number) => {
    const value = asText(cell(column) ?? '')
    if (value.length > max) fail(column, 'too_long')
    else if (hasControlCharacters(value)) fail(column, 'control_characters')
    return value
  }
  const required = (column: ProductColumn, max: number) => {
    const value = text(column, max)
    if (value === '') fail(column, 'required')
    return value
  }
  const price = (column: ProductColumn) => {
    const fen = readFen(cell(column) ?? '')
    if (typeof fen === 'string') fail(column, fen)
    return typeof fen === 'number' ? fen : 0
  }
  const optional = <T>(column: ProductColumn, read: () => T) =>
    cell(column) === undefined ? undefined : read()

  const values: ProductValues = {
    sku: required('sku', MAX_SKU),
    title: required('title', MAX_PRODUCT_TITLE),
    image: optional('image', () => text('image', MAX_URL)),
    priceFen: price('price'),
    listPriceFen: optional('listPrice', () => (cell('listPrice') === '' ? 0 : price('listPrice'))),
    stock: 0,
    link: optional('link', () => text('link', MAX_URL)),
    group: optional('group', () => text('group', MAX_PRODUCT_GROUP)),
  }
  if (values.image && !isSafeImage(values.image)) fail('image', 'unsafe_image')
  if (values.link && !isSafeLink(values.link)) fail('link', 'unsafe_link')
  const stock = readCount(cell('stock') ?? '')
  if (typeof stock === 'string') fail('stock', stock)
  else values.stock = stock
  if (values.listPriceFen && values.listPriceFen < values.priceFen) fail('listPrice', 'below_price')
  const [problem] = problems
  return problem ? { problem } : values
}

/** Exports, ours and others', put an apostrophe before what a spreadsheet would evaluate. */
function asText(value: string): string {
  return /^'[=+\-@\t\r]/.test(value) ? value.slice(1) : value
}

/** `￥1,299.90 元` → 129990. By digits, never by a float: 0.1 + 0.2 is no price. */
export function readFen(value: string): number | RejectReason {
  const plain = plainNumber(value.replace(/^\s*(?:¥|￥|RMB|CNY)|(?:元|RMB|CNY)\s*$/gi, ''))
  if (plain === '') return 'required'
  if (/^-\d+(?:\.\d+)?$/.test(plain)) return 'not_positive'
  const [, yuan, fraction = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  if (!yuan) return 'not_a_price'
  const fen = BigInt(yuan) * 100n + BigInt(fraction.padEnd(2, '0'))
  if (fen === 0n) return 'not_positive'
  return fen > BigInt(MAX_PRICE_FEN) ? 'too_high' : Number(fen)
}

function readCount(value: string): number | RejectReason {
  const plain = plainNumber(value)
  if (plain === '') return 'required'
  if (!/^\d+$/.test(plain)) return 'not_a_count'
  return plain.length > 10 || Number(plain) > MAX_STOCK ? 'too_high' : Number(plain)
}

/** Without spaces and with plain digits; commas only where they part thousands. */
function plainNumber(value: string): string {
  const plain = value.normalize('NFKC').replace(/\s/g, '')
  return /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain
}
