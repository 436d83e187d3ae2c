import { setImmediate } from 'node:timers/promises'
import { type Parser, parse } from 'csv-parse'

/** One row of the file as it stands there, trimmed; `row` counts from 1, as spreadsheets do. */
export interface CsvRow {
  row: number
  cells: string[]
}

/** The file ended in the middle of something, or a cell is larger than any can be. */
export class BrokenCsv extends Error {
  override readonly name = 'BrokenCsv'

  constructor(readonly row: number) {
    super(`the file is broken at row ${row}`)
  }
}

const MAX_ROW_CHARACTERS = 20_000
/** Characters read before other work has its turn. */
const CHUNK = 64 * 1024

const RETURN = 13
const NEWLINE = 10

/** How many lines there are, whichever of the three ways they end: never fewer than there are rows. */
export function countLines(text: string): number {
  const end = text.trimEnd().length
  let lines = end > 0 ? 1 : 0
  let before = 0
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === RETURN || (code === NEWLINE && before !== RETURN)) lines++
    before = code
  }
  return lines
}

/**
 * The rows of a text, a few at a time, with pauses in which other requests have their turn. Empty
 * ones are left out, and counted. Throws `BrokenCsv` where a quote is never closed.
 */
export async function* readCsv(text: string): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter: delimiterOf(text),
    // A lonely quote in a title, such as of inches, is a character like any other.
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: MAX_ROW_CHARACTERS,
    trim: true,
  })
  let broken: unknown
  parser.on('error', (error) => {
    broken = error
  })
  let row = 0
  // One round more than there are chunks: at the end the last row comes.
  for (let at = 0; at < text.length + CHUNK && !broken; at += CHUNK) {
    if (at < text.length) parser.write(text.slice(at, at + CHUNK))
    else parser.end()
    await setImmediate()
    // All at once: an error throws away what still waits.
    for (const cells of recordsIn(parser)) {
      row += 1
      if (cells.some((cell) => cell !== '')) yield { row, cells }
    }
  }
  if (broken) throw new BrokenCsv(row + 1)
}

function recordsIn(parser: Parser): string[][] {
  const records: string[][] = []
  for (let record = parser.read(); record !== null; record = parser.read()) records.push(record as string[])
  return records
}

/** Whichever of the three the first line, which names the columns, has most of. */
function delimiterOf(text: string): string {
  const line = text.trimStart().split(/\r?\n|\r/, 1)[0] ?? ''
  const counted = [',', '\t', ';'].map((each) => ({ each, times: line.split(each).length }))
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).each
}
