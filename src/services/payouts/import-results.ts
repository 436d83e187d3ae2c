import type { PayoutResultRow, PayoutResults, PayoutRowOutcome, PayoutRowProblem } from '@/schemas/payout'
import { eq, payout, type Tx } from '@/src/db'
import { decodeText } from '@/src/lib/decode-text'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { untilGuarded } from '../guard'
import { BrokenCsv, readCsv } from '../products/csv-file'
import { authorise } from '../staff/authorise'
import { movePayout, type PayoutRow } from './internal'
import { type BankResult, type ReadResult, readResultHeader, readResultRow } from './read-result-row'
import type { PayoutEvent, PayoutState } from './state'

export const MAX_RESULTS_BYTES = 1024 * 1024
const MAX_ROWS = 2_000

const EVENT: Record<BankResult, PayoutEvent> = { paid: 'confirm', failed: 'fail', returned: 'give_back' }

interface FileRow {
  row: number
  reference: string
  read: ReadResult | PayoutRowProblem
}

/**
 * Takes the bank's answer to payments: paid, failed, or returned, with the money back in the wallet.
 * Each row stands for itself and answers what became of it; the same file again changes nothing, so
 * one that broke off is simply sent again. Throws `invalid_input` for a file without the columns,
 * `too_large` beyond 2,000 rows, `unsupported_media` for what is no text.
 */
export async function importResults({
  ctx,
  bytes,
}: {
  ctx: StaffContext
  bytes: Uint8Array
}): Promise<PayoutResults> {
  authorise(ctx, 'payout.write')
  const rows = withoutContradictions(await readRows(decodeText(bytes).text))
  const counts: PayoutResults['counts'] = {
    paid: 0,
    failed: 0,
    returned: 0,
    unchanged: 0,
    pending: 0,
    rejected: 0,
  }
  const results: PayoutResultRow[] = []
  for (const { row, reference, read } of rows) {
    const answer = typeof read === 'string' ? rejected(read) : await settleRow(ctx, read)
    counts[answer.outcome] += 1
    results.push({ row, reference: reference.slice(0, 60), ...answer })
  }
  await ctx.db.transaction((tx) => recordAudit(tx, ctx, 'payout.importResults', 'payout', { ...counts }))
  return { rows: results, counts }
}

interface Answer {
  outcome: PayoutRowOutcome
  problem?: PayoutRowProblem
}

const rejected = (problem: PayoutRowProblem): Answer => ({ outcome: 'rejected', problem })

async function readRows(text: string): Promise<FileRow[]> {
  const rows: FileRow[] = []
  let columns: ReturnType<typeof readResultHeader> | undefined
  try {
    for await (const { row, cells } of readCsv(text)) {
      if (!columns) {
        columns = readResultHeader(cells)
        continue
      }
      if (rows.length >= MAX_ROWS)
        throw new AppError('too_large', 'more rows than a file may have', [
          { code: 'too_many_rows', params: { max: MAX_ROWS } },
        ])
      const reference = cells[columns.get('reference') ?? 0] ?? ''
      rows.push({ row, reference, read: readResultRow(columns, cells) })
    }
  } catch (error) {
    if (!(error instanceof BrokenCsv)) throw error
    // What stands before it is sound; where the next row begins nobody can tell.
    if (columns) rows.push({ row: error.row, reference: '', read: 'broken' })
  }
  if (!columns) readResultHeader([])
  return rows
}

/** Of payments the file says different things of, none is believed. */
function withoutContradictions(rows: FileRow[]): FileRow[] {
  const said = new Map<string, Set<BankResult>>()
  for (const { reference, read } of rows) {
    if (typeof read === 'string' || !read.result) continue
    said.set(reference, (said.get(reference) ?? new Set()).add(read.result))
  }
  return rows.map((row) =>
    typeof row.read !== 'string' && (said.get(row.reference)?.size ?? 0) > 1
      ? { ...row, read: 'contradicting' }
      : row,
  )
}

function settleRow(ctx: StaffContext, read: ReadResult): Promise<Answer> {
  const { result } = read
  if (!result) return Promise.resolve({ outcome: 'pending' })
  return untilGuarded(() => ctx.db.transaction((tx) => settle(tx, ctx, { ...read, result })))
}

async function settle(tx: Tx, ctx: StaffContext, read: ReadResult & { result: BankResult }): Promise<Answer> {
  const { id, attempt, result, amountFen, reason } = read
  const [before] = await tx.select().from(payout).where(eq(payout.id, id))
  if (!before || attempt > before.attempt) return rejected('unknown')
  if (amountFen !== undefined && amountFen !== before.amountFen) return rejected('amount_differs')
  // It was sent on its way again since: what an earlier time came to says nothing of this one.
  if (attempt < before.attempt) return rejected('earlier_attempt')
  if (isSaidAlready(before, result)) return { outcome: 'unchanged' }
  if (before.state !== 'paying') return rejected('not_paying')
  await movePayout(tx, before, EVENT[result], { reason: result === 'paid' ? null : reason }, ctx.clock.now())
  await recordAudit(tx, ctx, `payout.${result}`, id, { attempt, reason: reason ?? '' })
  return { outcome: result }
}

const isSaidAlready = ({ state }: PayoutRow, result: BankResult) => state === (result satisfies PayoutState)
