import { describe, expect, it } from 'vitest'
import type { RewardRow } from '../rewards/internal'
import { EMPTY_WALLET } from '../wallets/state'
import { counterText, stockOf } from './counters'
import { type Loaded, WorkingSet } from './working-set'

const NOW = new Date('2026-11-11T04:00:00.000Z')
const DAY = '2026-11-11'
const REFUSED = { status: 'sold_out' } as const

const REWARD = { id: 'rwd_1', stockPerDay: 2 } as RewardRow
const HOLD = {
  id: 'hld_1',
  toolId: 'tool_1',
  key: 'packet',
  campaignId: 'cmp_1',
  rewardId: REWARD.id,
  stockDay: DAY,
  countLeft: 2,
  leftFen: 100,
  until: NOW,
}

function aSet(): WorkingSet {
  const loaded: Loaded = {
    tools: new Map(),
    nicknames: new Map(),
    rewards: new Map([[REWARD.id, REWARD]]),
    counters: new Map([[counterText(stockOf(REWARD.id)), { used: 0, cap: 10 }]]),
    rows: new Map(),
    holds: new Map(),
    wallets: new Map([['mbr_1', { ...EMPTY_WALLET, cashFen: 100 }]]),
    chances: new Map(),
  }
  const account = { id: 'acc_1', balanceFen: 500 }
  const accounts = { allocated: account, reserved: account, committed: account, settled: account }
  return new WorkingSet(loaded, new Map([['cmp_1', accounts]]))
}

/** All that writing the batch would look at. */
function toWrite(set: WorkingSet) {
  const {
    limits,
    stock,
    reservedFen,
    spentFen,
    spentOfHeldFen,
    writtenRows,
    newHolds,
    openedFen,
    fromHolds,
  } = set
  const maps = [limits, stock, reservedFen, spentFen, spentOfHeldFen]
  const rows = [writtenRows, newHolds, openedFen, fromHolds]
  return [...maps, ...rows, set.walletsBefore, set.walletEntries].flatMap((map) => [...map])
}

/** Takes one of everything. */
function takeAll(set: WorkingSet): void {
  set.takeLimit({ scope: 'tool:t:limit', key: 'mbr_1' }, 1, 5)
  set.takeStock(REWARD, DAY, 1)
  set.reserve('cmp_1', 100)
  set.spendBudget('cmp_1', 50)
  set.openHold(HOLD)
  set.takeFromHold(HOLD, 40)
  set.spendHeld('cmp_1', 40)
  set.writeRow({ toolId: 'tool_1', key: 'packet' }, { opened: 1 })
  set.spend({ memberId: 'mbr_1', causeId: 'key' }, { points: 0, cashFen: 30 }, NOW)
  set.addCash({ memberId: 'mbr_1', causeId: 'grt_1' }, 70, NOW)
}

describe('attempt', () => {
  it('takes everything back when it is refused', () => {
    const set = aSet()
    set.attempt(() => {
      takeAll(set)
      return REFUSED
    })
    expect(toWrite(set)).toEqual([])
    expect(set.loaded).toEqual(aSet().loaded)
    expect(set.reserve('cmp_1', 500)).toBe(true)
  })

  it('keeps what is around a refused part', () => {
    const set = aSet()
    set.attempt(() => {
      set.reserve('cmp_1', 100)
      set.attempt(() => {
        takeAll(set)
        return REFUSED
      })
      return undefined
    })
    expect([...set.reservedFen]).toEqual([['cmp_1', 100]])
    expect(set.walletEntries.size).toBe(0)
    expect(set.reserve('cmp_1', 401)).toBe(false)
  })

  it('takes back a part that was taken when what is around it is refused', () => {
    const set = aSet()
    set.attempt(() => {
      set.attempt(() => {
        takeAll(set)
        return undefined
      })
      return REFUSED
    })
    expect(toWrite(set)).toEqual([])
  })
})

it('stock of the day runs out before the stock does', () => {
  const set = aSet()
  expect(
    [1, 2, 3].map(() => set.attempt(() => (set.takeStock(REWARD, DAY, 1) ? undefined : REFUSED))),
  ).toEqual([undefined, undefined, REFUSED])
  expect([...set.stock.values()].map(({ amount }) => amount)).toEqual([2])
  expect(set.takeStock(REWARD, '2026-11-12', 1)).toBe(true)
})

it('a hold opened in the batch is written as the batch leaves it, its entry as it was opened', () => {
  const set = aSet()
  set.openHold(HOLD)
  const opened = set.holdOf(HOLD)
  expect(opened && set.takeFromHold(opened, 60)).toBe(true)
  const left = set.holdOf(HOLD)
  expect(left && set.takeFromHold(left, 60)).toBe(false)
  expect(left && set.takeFromHold(left, 40)).toBe(true)
  expect([...set.newHolds.values()]).toMatchObject([{ countLeft: 0, leftFen: 0 }])
  expect([...set.openedFen.values()]).toEqual([{ campaignId: 'cmp_1', rewardId: 'rwd_1', amountFen: 100 }])
  expect(set.fromHolds.size).toBe(0)
})

it('a request spends once: a tool that asks twice is broken', () => {
  const set = aSet()
  const spend = () => set.spend({ memberId: 'mbr_1', causeId: 'mbr_1:key' }, { points: 0, cashFen: 10 }, NOW)
  expect(spend()).toBe(true)
  expect(spend).toThrow('twice')
})

it('a row written twice in a batch counts one revision', () => {
  const set = aSet()
  const key = { toolId: 'tool_1', key: 'packet' }
  set.writeRow(key, 1)
  set.writeRow(key, 2)
  expect([...set.writtenRows.values()]).toEqual([{ ...key, value: 2, revision: 0 }])
})
