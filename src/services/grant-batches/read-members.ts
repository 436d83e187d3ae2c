import type { MemberRowProblem } from '@/schemas/grant-batch'
import { hasControlCharacters } from '@/schemas/safe-values'
import { AppError } from '@/src/lib/errors'
import { BrokenCsv, readCsv } from '../products/csv-file'
import { MAX_MEMBERS } from './schemas'

const MAX_NUMBER = 100
const MAX_REMARK = 60
/** What a spreadsheet makes of a long number. */
const SCIENTIFIC = /^\d(\.\d+)?E\+\d+$/i

/** What the columns may be called, without spaces and case. */
const NAMES = {
  number: ['会员号', '会员编号', '会员id', '用户编号', '用户id', 'member', 'memberid', 'member_id', 'id'],
  remark: ['备注', '说明', 'remark', 'note'],
}

/** One row of the file: the shop's number of a member, or what is wrong with it. */
export interface MemberRow {
  row: number
  number: string
  remark: string
  problem: MemberRowProblem | undefined
}

/**
 * The rows of a file of members: the shop's number of each in the first column, a remark in the
 * second, or wherever a heading says they are. Throws `too_large` for more rows than a batch holds.
 */
export async function readMembers(text: string): Promise<MemberRow[]> {
  const rows: MemberRow[] = []
  const seen = new Set<string>()
  let at: { number: number; remark: number } | undefined
  try {
    for await (const { row, cells } of readCsv(text)) {
      if (!at) {
        at = columnsOf(cells)
        if (at) continue
        at = { number: 0, remark: 1 }
      }
      if (rows.length >= MAX_MEMBERS)
        throw new AppError('too_large', `more than ${MAX_MEMBERS} rows`, [
          { code: 'too_many_members', params: { max: MAX_MEMBERS } },
        ])
      const number = plainCell(cells[at.number])
      const remark = plainCell(cells[at.remark])
      const problem = seen.has(number) ? 'repeated' : problemWith(number, remark)
      if (!problem) seen.add(number)
      rows.push({ row, number, remark, problem })
    }
  } catch (error) {
    if (!(error instanceof BrokenCsv)) throw error
    // What stands before it is sound; where the next row begins nobody can tell.
    rows.push({ row: error.row, number: '', remark: '', problem: 'broken' })
  }
  return rows
}

/** Where the columns are, by the heading; undefined when the first row is none. */
function columnsOf(cells: readonly string[]): { number: number; remark: number } | undefined {
  const names = cells.map((cell) => cell.normalize('NFKC').toLowerCase().replace(/\s/g, ''))
  const number = names.findIndex((name) => NAMES.number.includes(name))
  if (number === -1) return undefined
  return { number, remark: names.findIndex((name) => NAMES.remark.includes(name)) }
}

/** A cell as its writer meant it: what was made safe against formulas is what it was. */
const plainCell = (cell = '') => cell.replace(/^'(?=[=+\-@])/, '')

function problemWith(number: string, remark: string): MemberRowProblem | undefined {
  if (number === '') return 'blank'
  if (SCIENTIFIC.test(number)) return 'scientific'
  if (number.length > MAX_NUMBER || hasControlCharacters(number)) return 'malformed'
  return remark.length > MAX_REMARK || hasControlCharacters(remark) ? 'remark_too_long' : undefined
}
