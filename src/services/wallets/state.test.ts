import { describe, expect, it } from 'vitest'
import { type Lot, spendable, spent, type WalletState, withLot } from './state'

const NOW = new Date('2026-11-11T04:00:00.000Z')
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const lot = (id: string, left: number, days: number): Lot => ({
  id,
  points: left,
  left,
  expiresAt: inDays(days),
})

const WALLET: WalletState = {
  points: 600,
  cashFen: 500,
  lots: [lot('lapsed', 100, -1), lot('soon', 200, 5), lot('later', 300, 90)],
}

describe('spendable', () => {
  it('leaves out what lapsed and tells what lapses next', () => {
    expect(spendable(WALLET, NOW)).toEqual({
      points: 500,
      cashFen: 500,
      expiring: { points: 200, at: inDays(5) },
    })
  })

  it('tells nothing of what lapses in more than 30 days', () => {
    expect(
      spendable({ points: 300, cashFen: 0, lots: [lot('later', 300, 31)] }, NOW).expiring,
    ).toBeUndefined()
  })

  it('adds up what lapses together', () => {
    const lots = [lot('a', 10, 5), lot('b', 20, 5), lot('c', 40, 6)]
    expect(spendable({ points: 70, cashFen: 0, lots }, NOW).expiring).toEqual({ points: 30, at: inDays(5) })
  })
})

describe('spent', () => {
  it('burns what lapses first, and nothing that lapsed', () => {
    const after = spent(WALLET, { points: 250, cashFen: 120 }, NOW)
    expect(after?.points).toBe(350)
    expect(after?.cashFen).toBe(380)
    expect(after?.lots.map(({ left }) => left)).toEqual([100, 0, 250])
  })

  it('refuses what the member does not have', () => {
    expect(spent(WALLET, { points: 501, cashFen: 0 }, NOW)).toBeUndefined()
    expect(spent(WALLET, { points: 0, cashFen: 501 }, NOW)).toBeUndefined()
    expect(spent(WALLET, { points: 500, cashFen: 500 }, NOW)?.points).toBe(100)
  })

  it('leaves the wallet it was given alone', () => {
    const before = structuredClone(WALLET)
    spent(WALLET, { points: 500, cashFen: 1 }, NOW)
    expect(WALLET).toEqual(before)
  })
})

it('points that lapse together lie in one lot', () => {
  const after = withLot(WALLET, { ...lot('new', 50, 90), points: 60 })
  expect(after.points).toBe(650)
  expect(after.lots.map(({ id, points, left }) => [id, points, left])).toEqual([
    ['lapsed', 100, 100],
    ['soon', 200, 200],
    ['later', 360, 350],
  ])
})

it('a new lot takes its place by when it lapses', () => {
  const after = withLot(WALLET, lot('new', 50, 10))
  expect(after.points).toBe(650)
  expect(after.lots.map(({ id }) => id)).toEqual(['lapsed', 'soon', 'new', 'later'])
})
