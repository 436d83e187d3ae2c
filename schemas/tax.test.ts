import fc from 'fast-check'
import { expect, it } from 'vitest'
import { taxFenOf } from './reward'

it('borne for the member, the tax is 20 % of the prize and itself, rounded up to the fen', () => {
  expect([80, 1, 5, 0].map((valueFen) => taxFenOf(valueFen, 'incidental'))).toEqual([20, 1, 2, 0])
  expect(taxFenOf(80, 'exempt')).toBe(0)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (valueFen) => {
      const taxFen = taxFenOf(valueFen, 'incidental')
      expect(taxFen * 5).toBeGreaterThanOrEqual(valueFen + taxFen)
      expect((taxFen - 1) * 5).toBeLessThan(valueFen + taxFen - 1)
    }),
  )
})
