import type {
  ProductColumn,
  ProductImportResult,
  ProductImportStep,
  RejectedRow,
} from '@/schemas/product-import'
import { decodeText } from '@/src/lib/decode-text'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { readHeader } from './columns'
import { BrokenCsv, countLines, readCsv } from './csv-file'
import { type ProductValues, readRow } from './read-row'
import { writeBatch } from './write-batch'

/** A list holds at most this many bytes, and this many products. */
export const MAX_PRODUCT_LIST_BYTES = 20 * 1024 * 1024
const MAX_ROWS = 100_000
/** Products written in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 200
/** Rejected rows that are answered; beyond that they are counted. */
const MOST_REJECTED = 100

/**
 * Imports a product list, step by step: after each batch it tells how far it is, and at the end
 * what became of the rows. What was written stays written: the same file again goes on where the
 * first one stopped. Before the first batch it throws `unsupported_media` for what is no text,
 * `too_large` beyond 20 MB or 100,000 rows, and `invalid_input` naming the columns that are missing.
 */
export async function* importProducts({
  ctx,
  bytes,
}: {
  ctx: StaffContext
  bytes: Uint8Array
}): AsyncGenerator<ProductImportStep, void> {
  authorise(ctx, 'product.write')
  if (bytes.length > MAX_PRODUCT_LIST_BYTES)
    throw new AppError('too_large', `${bytes.length} bytes of products`)
  const { text } = decodeText(bytes)
  const totalRows = Math.max(0, countLines(text) - 1)
  if (totalRows > MAX_ROWS) {
    throw new AppError('too_large', `${totalRows} rows of products`, [
      { code: 'too_many_rows', params: { max: MAX_ROWS } },
    ])
  }
  const result: ProductImportResult = { added: 0, updated: 0, unchanged: 0, rejected: [], rejectedCount: 0 }
  for await (const { values, rows } of batchesOf(text, result)) {
    if (values.length > 0) {
      const now = ctx.clock.now()
      const count = await ctx.db.transaction((tx) => writeBatch(tx, values, now))
      result.added += count.added
      result.updated += count.updated
      result.unchanged += count.unchanged
    }
    yield { kind: 'progress', rows, totalRows }
  }
  const { rejected: _, ...counts } = result
  await ctx.db.transaction((tx) => recordAudit(tx, ctx, 'product.import', 'product', { ...counts }))
  yield { kind: 'done', result }
}

/** The rows that can be taken, in batches; the others are noted in `result`. */
async function* batchesOf(text: string, result: ProductImportResult) {
  const reject = (row: RejectedRow) => {
    result.rejectedCount += 1
    if (result.rejected.length < MOST_REJECTED) result.rejected.push(row)
  }
  let columns: Map<ProductColumn, number> | undefined
  let rows = 0
  let values: ProductValues[] = []
  const seen = new Set<string>()
  try {
    for await (const { row, cells } of readCsv(text)) {
      if (!columns) {
        columns = readHeader(cells)
        continue
      }
      const at = columns
      rows += 1
      const cell = (column: ProductColumn) => {
        const i = at.get(column)
        return i === undefined ? undefined : (cells[i] ?? '')
      }
      const read = readRow(cell)
      if ('problem' in read) {
        const [column, reason] = read.problem
        reject({ row, column, reason, value: (cell(column) ?? '').slice(0, 60) })
      } else if (seen.has(read.sku)) {
        reject({ row, column: 'sku', reason: 'duplicate_sku', value: read.sku })
      } else {
        seen.add(read.sku)
        values.push(read)
      }
      if (values.length >= AT_ONCE) {
        yield { values, rows }
        values = []
      }
    }
  } catch (error) {
    if (!(error instanceof BrokenCsv)) throw error
    // What stands before it is sound; where the next row begins nobody can tell.
    if (columns) reject({ row: error.row, reason: 'broken' })
  }
  if (!columns) readHeader([])
  yield { values, rows }
}
