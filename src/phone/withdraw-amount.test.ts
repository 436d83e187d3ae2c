import { expect, it } from 'vitest'
import { amountProblem, fenOf, shownFen, typedFen } from './withdraw-amount'

const bounds = { balanceFen: 10_050, minimumFen: 100, leftFen: 8_000 }

it.each([
  ['', 'empty'],
  [' ', 'empty'],
  ['1e3', 'not_an_amount'],
  ['-5', 'not_an_amount'],
  ['1.234', 'not_an_amount'],
  ['1,000', 'not_an_amount'],
  ['0', 'below_minimum'],
  ['0.99', 'below_minimum'],
  ['1', undefined],
  ['80', undefined],
  ['80.01', 'above_day'],
  ['100.51', 'above_balance'],
])('%j is refused as %s', (typed, problem) => {
  expect(amountProblem(typed, bounds)).toBe(problem)
})

it.each([
  ['0.29', 29],
  ['1.1', 110],
  ['12.', 1_200],
  ['10000000', 1_000_000_000],
])('%s yuan are %i fen, to the last one', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen)
})

it('writes fen as they are typed, and reads them back', () => {
  for (const fen of [1, 10, 99, 100, 101, 110, 104_305]) expect(fenOf(typedFen(fen))).toBe(fen)
  expect(typedFen(1_200)).toBe('12')
  expect([0, 5, 600, 123_456_789].map(shownFen)).toEqual(['0.00', '0.05', '6.00', '1,234,567.89'])
})
