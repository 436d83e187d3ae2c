import type { PayoutRowProblem } from '@/schemas/payout'
import { hasControlCharacters } from '@/schemas/safe-values'
import { AppError } from '@/src/lib/errors'

const COLUMNS = ['reference', 'amount', 'result', 'reason'] as const
type Column = (typeof COLUMNS)[number]

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
  const found = new Map<Column, number>()
  const details: { code: string; params: { column: string } }[] = []
  cells.forEach((cell, i) => {
    const name = plain(cell).replace(/\(.*?\)|[_\-*:"']/g, '')
    const column = COLUMNS.find((each) => NAMES[each].includes(name))
    if (!column) return
    if (found.has(column)) details.push({ code: 'column_twice', params: { column } })
    else found.set(column, i)
  })
  for (const column of REQUIRED) {
    if (!found.has(column)) details.push({ code: 'missing_column', params: { column } })
  }
  if (details.length > 0)
    throw new AppError('invalid_input', 'the columns are not those of the bank’s answer', details)
  return found
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
  const amountFen = readAmount(cell('amount'))
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

/** `1,234.50` in fen; undefined for nothing, null for what is no amount. By digits, never by a float. */
function readAmount(text: string): number | undefined | null {
  const typed = plain(text).replace(/^[¥￥]/, '')
  if (typed === '') return undefined
  const digits = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(typed) ? typed.replaceAll(',', '') : typed
  const [, yuan, fraction = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(digits) ?? []
  return yuan ? Number(yuan) * 100 + Number(fraction.padEnd(2, '0')) : null
}
