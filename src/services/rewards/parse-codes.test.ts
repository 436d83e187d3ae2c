import { describe, expect, it } from 'vitest'
import { MAX_CODE_LINES, parseCodes } from './parse-codes'

describe('parseCodes', () => {
  it('takes one code a line, whatever ends the lines, and leaves out what is empty', () => {
    expect(parseCodes('AAAA1\r\nAAAA2\n\n  AAAA3\t\r AAAA4').codes).toEqual([
      'AAAA1',
      'AAAA2',
      'AAAA3',
      'AAAA4',
    ])
  })

  it('leaves out a heading, in either language, and counts no line for it', () => {
    for (const heading of ['兑换码', 'Code', '"coupon_code"', 'CODES']) {
      expect(parseCodes(`${heading}\nAAAA1`)).toMatchObject({ codes: ['AAAA1'], lines: 1, invalid: 0 })
    }
    expect(parseCodes('AAAA1\nCODE').codes).toEqual(['AAAA1', 'CODE'])
  })

  it('reads quoted cells and the commas of empty columns', () => {
    expect(parseCodes('"AAAA1",,\n AAAA2;;').codes).toEqual(['AAAA1', 'AAAA2'])
  })

  it('counts a code once and says how often it was repeated', () => {
    expect(parseCodes('AAAA1\nAAAA2\nAAAA1\nAAAA1')).toMatchObject({
      codes: ['AAAA1', 'AAAA2'],
      lines: 4,
      repeated: 2,
    })
  })

  it('names what is wrong with a line, counted as an editor counts', () => {
    const text = [
      'AAAA1',
      '',
      '=HYPERLINK("x")',
      'A1',
      '1.23457E+11',
      'AAAA2,secret',
      '卡密卡密卡密',
      'A'.repeat(65),
    ]
    expect(parseCodes(text.join('\n'))).toEqual({
      codes: ['AAAA1'],
      lines: 7,
      repeated: 0,
      invalid: 6,
      invalidLines: [
        { line: 3, problem: 'formula' },
        { line: 4, problem: 'length' },
        { line: 5, problem: 'scientific' },
        { line: 6, problem: 'several_columns' },
        { line: 7, problem: 'characters' },
        { line: 8, problem: 'length' },
      ],
    })
  })

  it('names only the first wrong lines of many', () => {
    const parsed = parseCodes('?\n'.repeat(500))
    expect(parsed.invalid).toBe(500)
    expect(parsed.invalidLines).toHaveLength(20)
  })

  it('takes as many lines as may be, and not one more', () => {
    const full = Array.from({ length: MAX_CODE_LINES }, (_, i) => `C${i + 1000}`).join('\n')
    expect(parseCodes(`兑换码\n${full}\n`).codes).toHaveLength(MAX_CODE_LINES)
    expect(() => parseCodes(`${full}\nD1000`)).toThrow('more than 200000 lines')
  })
})
