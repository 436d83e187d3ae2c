import { describe, expect, it } from 'vitest'
import { fixtures } from './fixtures'
import { faceNow, packetNow, type RedPacketState, type ShownPacket } from './state'

const stateOf = (name: string) => fixtures.states?.[name]?.state as RedPacketState
const running = stateOf('running')
const NOW = Date.parse('2026-11-11T02:00:00.000Z')
const MIDNIGHT = Date.parse(running.nextDayAt)
const until = (iso: string, changed: Partial<RedPacketState> = {}) => ({
  ...running,
  endsAt: iso,
  ...changed,
})

describe('what a member can do about a packet now', () => {
  it('starts and ends by the clock, to the millisecond', () => {
    const early = stateOf('notStarted')
    const opens = Date.parse(early.startsAt)
    expect(faceNow(early, undefined, opens - 1)).toBe('not_started')
    expect(faceNow(early, undefined, opens)).toBe('ready')
    const closes = Date.parse(running.endsAt)
    expect(faceNow(running, undefined, closes - 1)).toBe('ready')
    expect(faceNow(running, undefined, closes)).toBe('ended')
  })

  it('is just what the server told while the time is not known', () => {
    expect(faceNow(stateOf('notStarted'), undefined, undefined)).toBe('not_started')
    expect(faceNow(running, undefined, undefined)).toBe('ready')
  })

  it('begins a new day at midnight without asking', () => {
    const long = { ...stateOf('openedAll'), endsAt: '2026-11-20T16:00:00.000Z' }
    expect(faceNow(long, undefined, MIDNIGHT - 1)).toBe('done_today')
    expect(faceNow(long, undefined, MIDNIGHT)).toBe('ready')
    const sold = { ...stateOf('soldOut'), endsAt: '2026-11-20T16:00:00.000Z' }
    expect(faceNow(sold, undefined, MIDNIGHT - 1)).toBe('sold_out')
    expect(faceNow(sold, undefined, MIDNIGHT)).toBe('ready')
  })

  it('says that all are opened for good before it says so of today', () => {
    expect(faceNow(stateOf('allOpened'), undefined, NOW)).toBe('done')
    expect(faceNow(stateOf('openedAll'), undefined, NOW)).toBe('done_today')
    expect(faceNow(stateOf('shareSentAll'), undefined, NOW)).toBe('done_today')
  })

  it('remembers what the server’s state cannot say, until the day is over', () => {
    const long = until('2026-11-20T16:00:00.000Z')
    for (const status of ['budget_exhausted', 'not_eligible'] as const) {
      expect(faceNow(long, status, NOW)).toBe(status)
      expect(faceNow(long, status, MIDNIGHT)).toBe('ready')
    }
    expect(faceNow(running, 'sold_out', NOW)).toBe('ready')
  })

  it('follows the reward and the campaign', () => {
    expect(faceNow(until(running.endsAt, { supply: 'suspended' }), undefined, NOW)).toBe('suspended')
    expect(faceNow(stateOf('notOffered'), undefined, NOW)).toBe('not_eligible')
    expect(faceNow(stateOf('suspended'), undefined, NOW)).toBe('suspended')
  })
})

describe('a shared packet as it is now', () => {
  it('expires by the clock, unless the member opened it before', () => {
    const packet: ShownPacket = {
      id: 'p',
      state: 'open',
      from: '林*',
      isMine: false,
      until: '2026-11-11T02:00:00.000Z',
      totalFen: 100,
      parts: 2,
      openers: [],
    }
    expect(packetNow(packet, NOW - 1)).toBe('open')
    expect(packetNow(packet, NOW)).toBe('expired')
    expect(packetNow(packet, undefined)).toBe('open')
    expect(packetNow({ ...packet, state: 'opened' }, NOW)).toBe('opened')
    expect(packetNow({ ...packet, state: 'empty' }, NOW)).toBe('empty')
  })
})
