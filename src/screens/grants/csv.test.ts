import { describe, expect, it } from 'vitest'
import { toCsv } from './csv'

describe('toCsv', () => {
  it('quotes commas, quotes and line breaks', () => {
    expect(toCsv([['a,b', 'say "hi"', 'two\nlines', 'plain']])).toBe(
      '\uFEFF"a,b","say ""hi""","two\nlines",plain\r\n',
    )
  })

  it('keeps a nickname that looks like a formula from being one', () => {
    expect(toCsv([['=HYPERLINK("x")'], ['@me'], ['-1']])).toBe(
      '\uFEFF"\'=HYPERLINK(""x"")"\r\n\'@me\r\n\'-1\r\n',
    )
  })
})
