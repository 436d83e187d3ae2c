import { expect, it } from 'vitest'
import { toCsv } from './csv'

it('quotes what must be, and makes nothing a formula', () => {
  expect(
    toCsv([
      ['a,b', 'say "hi"', '两\n行'],
      ['=1+1', '@x', '-5'],
    ]),
  ).toBe('\uFEFF"a,b","say ""hi""","两\n行"\r\n\'=1+1,\'@x,\'-5\r\n')
})
