import { setImmediate } from 'node:timers/promises'
import { type Parser, parse } from 'csv-parse'
import { AppError } from '@/src/lib/errors'

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

// biome-ignore lint/suspicious/noControlCharactersInRegex: no list a person made holds them.
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffe\uffff]/

/**
 * The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8 when it is that, else GB18030, which
 * is what Excel writes in China and holds GBK. Throws `unsupported_media` for what is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const marked =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : undefined
  for (const encoding of marked ?? ['utf-8', 'gb18030']) {
    const text = tryDecode(bytes, encoding)
    if (text !== undefined && !BINARY.test(text)) return text
  }
  throw new AppError('unsupported_media', 'the file is no text')
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** How many lines there are: never fewer than there are rows. */
export function countLines(text: string): number {
  const end = text.trimEnd().length
  let lines = end > 0 ? 1 : 0
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++
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
