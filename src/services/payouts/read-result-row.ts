import type { PayoutRowProblem } from '@/schemas/payout'
import { hasControlCharacters } from '@/schemas/safe-values'
import { readColumns, readYuan } from '@/src/lib/read-table'

type Column = 'reference' | 'amount' | 'result' | 'reason'

/** What a column may be called, without spaces, case and what stands in brackets. */
const NAMES: Record<Column, readonly string[]> = {
  reference: ['打款单号', '订单号', '单号', 'reference', 'order', 'orderid'],
  amount: ['金额', '打款金额', 'amount'],
  result: ['结果', '打款结果', '状态', 'result', 'status'],
  reason: ['原因', '失败原因', '备注', 'reason', 'remark'],
}
const REQUIRED: readonly Column[] = ['reference', 'result']

export type BankResult = 'paid' | 'failed' | 'returned'

const RESULTS: Record<BankResult, readonly string[]> = {
  paid: ['成功', '打款成功', '已打款', '已到账', 'paid', 'success', 'succeeded'],
  failed: ['失败', '打款失败', 'failed', 'failure'],
  returned: ['退回', '已退回', '退票', '未领取', 'returned', 'unclaimed'],
}

const MAX_REASON = 100

export interface ReadResult {
  id: string
  attempt: number
  /** Undefined where nothing is said yet. */
  result: BankResult | undefined
  /** Undefined where the file has no amounts. */
  amountFen: number | undefined
  reason: string | null
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** Which cell of a row each column is. Throws `invalid_input` naming what is missing or there twice. */
export function readResultHeader(cells: readonly string[]): Map<Column, number> {
  return readColumns(NAMES, REQUIRED, cells)
}

/** What a row says, or what is wrong with it. Nothing is guessed: a word nobody agreed on is no result. */
export function readResultRow(
  at: ReadonlyMap<Column, number>,
  cells: readonly string[],
): ReadResult | PayoutRowProblem {
  const cell = (column: Column) => {
    const i = at.get(column)
    return i === undefined ? '' : (cells[i] ?? '')
  }
  const [, id, attempt] = /^(pay_[0-9a-z]{10,40})-([1-9]\d{0,3})$/.exec(cell('reference')) ?? []
  if (!id || !attempt) return 'bad_reference'
  const result = readResult(cell('result'))
  if (result === null) return 'bad_result'
  const amountFen = readYuan(cell('amount'))
  if (amountFen === null) return 'bad_amount'
  const reason = cell('reason').replace(/^'(?=[=+\-@])/, '')
  if (reason.length > MAX_REASON || hasControlCharacters(reason)) return 'reason_too_long'
  return { id, attempt: Number(attempt), result, amountFen, reason: reason === '' ? null : reason }
}

function readResult(text: string): BankResult | undefined | null {
  const word = plain(text)
  if (word === '') return undefined
  return (Object.keys(RESULTS) as BankResult[]).find((result) => RESULTS[result].includes(word)) ?? null
}
