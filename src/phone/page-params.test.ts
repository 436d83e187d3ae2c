import { describe, expect, it } from 'vitest'
import { readParams } from './page-params'

describe('a link’s parameters', () => {
  it('are told by plain names', () => {
    expect(readParams('?packet=pk_1&tab=2')).toEqual({ packet: 'pk_1', tab: '2' })
    expect(readParams('')).toEqual({})
  })

  it('leave out the ticket, odd names, and values too long or empty', () => {
    const long = 'x'.repeat(65)
    const name = 'y'.repeat(21)
    const search = `?ticket=secret&utm_source=a&UP=b&__proto__=c&long=${long}&${name}=d&empty=&ok=%E5%A5%BD`
    expect(readParams(search)).toEqual({ ok: '好' })
    expect(readParams(`?fits=${'x'.repeat(64)}`)).toEqual({ fits: 'x'.repeat(64) })
  })

  it('are eight at most', () => {
    const search = [...'abcdefghij'].map((name) => `${name}=1`).join('&')
    expect(Object.keys(readParams(search)).join('')).toBe('abcdefgh')
  })
})
