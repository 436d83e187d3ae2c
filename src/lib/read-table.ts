import { AppError } from './errors'

/** A cell as it is compared: full-width letters, case and white space make no difference. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/**
 * Which cell of a row each column is, by the names it may have, without what stands in brackets.
 * Throws `invalid_input` naming what is missing or there twice.
 */
export function readColumns<Column extends string>(
  names: Record<Column, readonly string[]>,
  required: readonly Column[],
  cells: readonly string[],
): Map<Column, number> {
  const columns = Object.keys(names) as Column[]
  const found = new Map<Column, number>()
  const details: { code: string; params: { column: string } }[] = []
  cells.forEach((cell, i) => {
    const name = plain(cell).replace(/\(.*?\)|[_\-*:"']/g, '')
    const column = columns.find((each) => names[each].includes(name))
    if (!column) return
    if (found.has(column)) details.push({ code: 'column_twice', params: { column } })
    else found.set(column, i)
  })
  for (const column of required) {
    if (!found.has(column)) details.push({ code: 'missing_column', params: { column } })
  }
  if (details.length > 0) throw new AppError('invalid_input', 'these are not the columns', details)
  return found
}

/** `1,234.50` yuan in fen; undefined for nothing, null for what is no amount. By digits, never by a float. */
export function readYuan(text: string): number | undefined | null {
  const typed = plain(text).replace(/^[¥￥]/, '')
  if (typed === '') return undefined
  const digits = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(typed) ? typed.replaceAll(',', '') : typed
  const [, yuan, fraction = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(digits) ?? []
  return yuan ? Number(yuan) * 100 + Number(fraction.padEnd(2, '0')) : null
}
