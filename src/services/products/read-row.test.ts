import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProductColumn } from '@/schemas/product-import'
import { decodeText } from '@/src/lib/decode-text'
import { readHeader } from './columns'
import { BrokenCsv, countLines, readCsv } from './csv-file'
import { readFen, readRow } from './read-row'

test.each([
  ['0.01', 1],
  ['9.9', 990],
  ['1299', 129_900],
  ['1,299.90', 129_990],
  ['￥1，299.90'.replace('，', ','), 129_990],
  ['¥ 19.90 元', 1_990],
  ['１２．５０', 1_250],
  // As floats these are 1998.9999999999998 and 57.99999999999999 fen.
  ['19.99', 1_999],
  ['0.58', 58],
  ['100000000', 10_000_000_000],
])('%s yuan is %i fen', (text, fen) => {
  expect(readFen(text)).toBe(fen)
})

test.each([
  ['', 'required'],
  ['0', 'not_positive'],
  ['-5', 'not_positive'],
  ['-0.01', 'not_positive'],
  ['9.999', 'not_a_price'],
  ['1e3', 'not_a_price'],
  ['1,29', 'not_a_price'],
  ['=1+1', 'not_a_price'],
  ['面议', 'not_a_price'],
  ['NaN', 'not_a_price'],
  ['Infinity', 'not_a_price'],
  ['100000000.01', 'too_high'],
  ['9'.repeat(400), 'too_high'],
])('%s is no price: %s', (text, reason) => {
  expect(readFen(text)).toBe(reason)
})

const GOOD: Partial<Record<ProductColumn, string>> = {
  sku: 'A-1',
  title: '电饭煲',
  price: '299',
  stock: '12',
}
const read = (cells: Partial<Record<ProductColumn, string>>) =>
  readRow((column) => ({ ...GOOD, ...cells })[column])

test('columns that are not in the file say nothing', () => {
  expect(read({})).toEqual({ sku: 'A-1', title: '电饭煲', priceFen: 29_900, stock: 12 })
})

test('a formula is text, and comes back from an export as it was', () => {
  expect(read({ title: '=HYPERLINK("https://evil.example")', sku: '@SUM(A1)' })).toMatchObject({
    title: '=HYPERLINK("https://evil.example")',
    sku: '@SUM(A1)',
  })
  expect(read({ title: "'=1+1", sku: "'-7" })).toMatchObject({ title: '=1+1', sku: '-7' })
  expect(read({ title: "'90 年代经典" })).toMatchObject({ title: "'90 年代经典" })
})

test.each<[Partial<Record<ProductColumn, string>>, ProductColumn, string]>([
  [{ sku: '' }, 'sku', 'required'],
  [{ title: '' }, 'title', 'required'],
  [{ title: '长'.repeat(121) }, 'title', 'too_long'],
  [{ price: '-1' }, 'price', 'not_positive'],
  [{ listPrice: '298.99' }, 'listPrice', 'below_price'],
  [{ listPrice: '暂无' }, 'listPrice', 'not_a_price'],
  [{ stock: '' }, 'stock', 'required'],
  [{ stock: '-1' }, 'stock', 'not_a_count'],
  [{ stock: '1.5' }, 'stock', 'not_a_count'],
  [{ stock: '99999999999' }, 'stock', 'too_high'],
  [{ image: 'javascript:alert(1)' }, 'image', 'unsafe_image'],
  [{ image: 'a.jpg' }, 'image', 'unsafe_image'],
  [{ link: 'javascript:alert(1)' }, 'link', 'unsafe_link'],
  [{ link: '//evil.example' }, 'link', 'unsafe_link'],
])('%o is refused for its %s: %s', (cells, column, reason) => {
  expect(read(cells)).toEqual({ problem: [column, reason] })
})

test('an empty list price is none; one equal to the price is kept', () => {
  expect(read({ listPrice: '' })).toMatchObject({ listPriceFen: 0 })
  expect(read({ listPrice: '299.00' })).toMatchObject({ listPriceFen: 29_900 })
})

test('columns are known by their names in both languages, in any order', () => {
  expect([...readHeader(['库存', '商品编号', '价格（元）', '备注', '名称 *', 'List Price', '图片'])]).toEqual(
    [
      ['stock', 0],
      ['sku', 1],
      ['price', 2],
      ['title', 4],
      ['listPrice', 5],
      ['image', 6],
    ],
  )
})

test('columns that are missing, or there twice, are all named', () => {
  expect(() => readHeader(['名称', '标题', '库存'])).toThrow(
    expect.objectContaining({
      code: 'invalid_input',
      details: [
        { code: 'column_twice', params: { column: 'title' } },
        { code: 'missing_column', params: { column: 'sku' } },
        { code: 'missing_column', params: { column: 'price' } },
      ],
    }),
  )
})

async function rowsOf(text: string) {
  const rows = []
  for await (const { row, cells } of readCsv(text)) rows.push([row, ...cells])
  return rows
}

test.each([',', '\t', ';'])('rows parted by %j are read, whatever ends them', async (mark) => {
  const text = `sku${mark}title\r\n1${mark}"a${mark}""b""\nc"\r\n\r\n2${mark}27" 显示器\n`
  expect(await rowsOf(text)).toEqual([
    [1, 'sku', 'title'],
    [2, '1', `a${mark}"b"\nc`],
    [4, '2', '27" 显示器'],
  ])
})

test('lines are counted without the empty ones at the end', () => {
  expect(countLines('')).toBe(0)
  expect(countLines('a')).toBe(1)
  expect(countLines('a\r\nb\r\n\r\n\r\n')).toBe(2)
  expect(countLines('a\rb\r\nc\nd\n\re')).toBe(6)
})

test.each([
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  ['an Excel workbook', Buffer.from('504b030414000600080000002100', 'hex')],
  ['text with NULs in it', Buffer.from('sku,title\n1,a\0b\n')],
  ['bytes that no encoding has', Buffer.from('ff80ff80ff', 'hex')],
])('%s is no list', (_, bytes) => {
  expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'unsupported_media' }))
})

test('there are never more rows than lines, whatever ends them', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '"', ' ', '\r', '\n', '\r\n'), maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(text, async (file) => {
      let rows = 0
      try {
        for await (const _ of readCsv(file)) rows += 1
      } catch (error) {
        if (!(error instanceof BrokenCsv)) throw error
      }
      expect(rows).toBeLessThanOrEqual(countLines(file))
    }),
    { numRuns: 1_000 },
  )
})
