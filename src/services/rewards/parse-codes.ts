import { AppError } from '@/src/lib/errors'

/** One file holds at most this many lines. */
export const MAX_CODE_LINES = 200_000
/** Lines that are wrong are counted; of this many it is said which and why. */
const NAMED_LINES = 20

export type CodeProblem = 'length' | 'characters' | 'formula' | 'scientific' | 'several_columns'

export interface ParsedCodes {
  /** Each once, in the order of the file. */
  codes: string[]
  /** Lines that are not empty, without a heading. */
  lines: number
  /** Lines whose code stood further up already. */
  repeated: number
  invalid: number
  /** The first of them; `line` counts from 1, as an editor shows it. */
  invalidLines: { line: number; problem: CodeProblem }[]
}

const HEADING =
  /^(coupon|voucher|redeem|redemption|gift)?[ _-]?codes?$|^(券码|兑换码|优惠码|卡密|卡号|激活码|编码)$/i
const CODE = /^[A-Za-z0-9][!-~]{3,63}$/
/** What a spreadsheet makes of a long number: its last digits are lost. */
const SCIENTIFIC = /^\d(\.\d+)?E\+\d+$/i

/**
 * The codes of a text, one a line, or of a CSV file with one column. Throws `too_large` for more
 * lines than may be imported at once.
 */
export function parseCodes(text: string): ParsedCodes {
  const codes = new Set<string>()
  const parsed: ParsedCodes = { codes: [], lines: 0, repeated: 0, invalid: 0, invalidLines: [] }
  let line = 0
  for (const written of linesOf(text)) {
    line += 1
    const trimmed = written.trim()
    if (trimmed === '' || (parsed.lines === 0 && HEADING.test(unquoted(trimmed)))) continue
    if (parsed.lines === MAX_CODE_LINES) {
      throw new AppError('too_large', `more than ${MAX_CODE_LINES} lines`, [
        { code: 'too_many_lines', params: { max: MAX_CODE_LINES } },
      ])
    }
    parsed.lines += 1
    const code = unquoted(withoutEmptyColumns(trimmed))
    const problem = problemWith(code)
    if (problem) {
      parsed.invalid += 1
      if (parsed.invalidLines.length < NAMED_LINES) parsed.invalidLines.push({ line, problem })
    } else if (codes.has(code)) parsed.repeated += 1
    else codes.add(code)
  }
  parsed.codes = [...codes]
  return parsed
}

/** The lines of a text one by one, so that a file of nothing but line ends costs nothing. */
function* linesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end === -1 ? undefined : end)
    // Only very old programs end lines with a carriage return alone.
    yield* line.endsWith('\r') ? [line.slice(0, -1)] : line.split('\r')
    at = end === -1 ? text.length : end + 1
  }
}

/** Spreadsheets write the commas of columns that are empty. */
function withoutEmptyColumns(line: string): string {
  return line.replace(/[,;\t]+$/, '')
}

function unquoted(cell: string): string {
  const quoted = /^"((?:[^"]|"")*)"$/.exec(cell)?.[1]
  return quoted === undefined ? cell : quoted.replaceAll('""', '"').trim()
}

function problemWith(code: string): CodeProblem | undefined {
  if (/[,;\t]/.test(code)) return 'several_columns'
  if (/^[=+@-]/.test(code)) return 'formula'
  if (SCIENTIFIC.test(code)) return 'scientific'
  if (code.length < 4 || code.length > 64) return 'length'
  return CODE.test(code) ? undefined : 'characters'
}
