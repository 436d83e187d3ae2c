import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clawedBack, EMPTY_WALLET, type Lot, spendable, spent, type WalletState, withLot } from './state'

const NOW = new Date('2026-11-11T04:00:00.000Z')
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const lot = (id: string, left: number, days: number): Lot => ({
  id,
  points: left,
  left,
  expiresAt: inDays(days),
  availableAt: null,
})

const WALLET: WalletState = {
  points: 600,
  owed: 0,
  cashFen: 500,
  lots: [lot('lapsed', 100, -1), lot('soon', 200, 5), lot('later', 300, 90)],
}

describe('spendable', () => {
  it('leaves out what lapsed and tells what lapses next', () => {
    expect(spendable(WALLET, NOW)).toEqual({
      points: 500,
      cashFen: 500,
      expiring: { points: 200, at: inDays(5) },
      pending: 0,
    })
  })

  it('tells nothing of what lapses in more than 30 days', () => {
    expect(
      spendable({ ...EMPTY_WALLET, points: 300, lots: [lot('later', 300, 31)] }, NOW).expiring,
    ).toBeUndefined()
  })

  it('adds up what lapses together', () => {
    const lots = [lot('a', 10, 5), lot('b', 20, 5), lot('c', 40, 6)]
    expect(spendable({ ...EMPTY_WALLET, points: 70, lots }, NOW).expiring).toEqual({
      points: 30,
      at: inDays(5),
    })
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

describe('points that are pending', () => {
  const pending = { ...lot('pending', 40, 20), availableAt: inDays(7) }
  const wallet = withLot(WALLET, pending)

  it('are told apart and cannot be spent, until they can', () => {
    expect(spendable(wallet, NOW)).toMatchObject({ points: 500, pending: 40 })
    expect(spent(wallet, { points: 501, cashFen: 0 }, NOW)).toBeUndefined()
    expect(spendable(wallet, inDays(7))).toMatchObject({ points: 340, pending: 0 })
    expect(spent(wallet, { points: 340, cashFen: 0 }, inDays(7))?.points).toBe(300)
  })

  it('lie apart from others that lapse with them', () => {
    const both = withLot(wallet, lot('at once', 10, 20))
    expect(both.lots.map(({ left }) => left)).toEqual([100, 200, 40, 10, 300])
    const more = withLot(both, { ...pending, id: 'more' })
    expect(more.lots.map(({ left }) => left)).toEqual([100, 200, 80, 10, 300])
  })

  it('lapse like others', () => {
    expect(spendable(wallet, inDays(21))).toMatchObject({ points: 300, pending: 0 })
  })
})

describe('points that are taken back', () => {
  const left = (wallet: WalletState) => wallet.lots.map((each) => each.left)

  it('go out of the lot they came into, then out of what lapses first, never out of what lapsed', () => {
    const back = clawedBack(WALLET, { ...lot('later', 300, 90), points: 350 }, NOW)
    expect(left(back)).toEqual([100, 150, 0])
    expect(back).toMatchObject({ points: 250, owed: 0 })
  })

  it('go out of what is pending last of all', () => {
    const wallet = withLot(WALLET, { ...lot('pending', 40, 20), availableAt: inDays(7) })
    expect(left(clawedBack(wallet, { ...lot('later', 300, 90), points: 510 }, NOW))).toEqual([100, 0, 30, 0])
  })

  it('are owed when they are spent: what is left is less than nothing, and the next fill it first', () => {
    const back = clawedBack(WALLET, { ...lot('soon', 200, 5), points: 620 }, NOW)
    expect(back).toMatchObject({ points: 100, owed: 120 })
    expect(spendable(back, NOW)).toMatchObject({ points: -120, cashFen: 500 })
    expect(spent(back, { points: 0, cashFen: 500 }, NOW)?.cashFen).toBe(0)
    expect(spent(back, { points: 1, cashFen: 0 }, NOW)).toBeUndefined()

    const some = withLot(back, lot('new', 50, 60))
    expect([some.owed, some.points, left(some)]).toEqual([70, 100, [100, 0, 0]])
    const rest = withLot(some, lot('new', 100, 60))
    expect([rest.owed, rest.points, left(rest)]).toEqual([0, 130, [100, 0, 30, 0]])
    expect(spendable(rest, NOW).points).toBe(30)
  })

  it('and all else that happens leave what came in less what went out, in lots and in all', () => {
    const step = fc.record({
      do: fc.constantFrom('earn', 'spend', 'claw'),
      points: fc.integer({ min: 1, max: 90 }),
      lapses: fc.integer({ min: 1, max: 4 }),
      waits: fc.constantFrom(null, 1, 2),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let wallet = EMPTY_WALLET
        let sum = 0
        steps.forEach((each, i) => {
          const availableAt = each.waits === null ? null : inDays(each.waits)
          const one = { ...lot(`${i}`, each.points, each.lapses + 3), points: each.points, availableAt }
          if (each.do === 'earn') wallet = withLot(wallet, one)
          else if (each.do === 'claw') wallet = clawedBack(wallet, one, NOW)
          const after = each.do === 'spend' ? spent(wallet, { points: each.points, cashFen: 0 }, NOW) : wallet
          wallet = after ?? wallet
          if (after) sum += each.do === 'earn' ? each.points : -each.points
          expect(wallet.points - wallet.owed).toBe(sum)
          expect(wallet.lots.reduce((all, each) => all + each.left, 0)).toBe(wallet.points)
          expect(wallet.lots.every((each) => each.left >= 0 && each.left <= each.points)).toBe(true)
          // Nothing is owed beside what could have filled it.
          expect(wallet.owed === 0 || wallet.points === 0).toBe(true)
        })
      }),
    )
  })
})
