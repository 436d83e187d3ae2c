import { describe, expect, it } from 'vitest'
import { rngFrom } from '../kit/rng'
import { inMemoryEngine, NOON, seeded, shanghai } from '../kit/testing/in-memory-engine'
import type { DrawRecord, RewardFacts, Rng } from '../kit/tool'
import { defaults, type LotteryConfig, type Prize } from './config'
import { fixtures } from './fixtures'
import { poolOf } from './pool'
import { replay } from './replay'
import { tool } from './tool'

/* The release plan, pity, what is locked at first, and what a draw's record must say of them. */

const { draw } = tool.actions
const ann = { id: 'mbr_0000000001', name: '小*' }
const bob = { id: 'mbr_0000000002', name: '李*' }
const [first, second] = (fixtures.tool?.rewards ?? []) as [RewardFacts, RewardFacts]

const won = (key: string, reward: RewardFacts, weight: number, more: Partial<Prize> = {}): Prize => ({
  name: key,
  key,
  gives: 'reward',
  rewardId: reward.id,
  weight,
  isFallback: false,
  image: '',
  ...more,
})
const thanks = (weight: number): Prize => ({
  name: '谢谢参与',
  key: 'none',
  gives: 'nothing',
  weight,
  isFallback: false,
  image: '',
})

/** Unless it is said otherwise the first prize is always drawn. */
function aLottery(prizes: Prize[], over: Partial<LotteryConfig> = {}) {
  const rewards = [first, second].map((reward) => ({ ...reward, stock: 1_000_000, taken: 0 }))
  const config = { ...defaults, prizes, freePerDay: 1_000_000, ...over }
  expect(tool.check?.(config)).toEqual([])
  const engine = inMemoryEngine<LotteryConfig>({ config, rewards })
  const play = (now = NOON, member = ann, rng?: Rng): string => {
    const { outcome } = engine.act(draw, {}, member, now, rng)
    return 'detail' in outcome ? (outcome.detail as { prize: string }).prize : outcome.status
  }
  const last = () => engine.draws.at(-1) as DrawRecord
  return { ...engine, config, play, last }
}

const at = (time: string) => shanghai(`2026-11-11T${time}.000Z`)

describe('a release plan', () => {
  const slices = [
    { from: '2026-11-11T04:00:00.000Z', count: 1 },
    { from: '2026-11-11T06:00:00.000Z', count: 2 },
  ]
  const times = ['03:59:59', '04:00:00', '05:59:59', '06:00:00', '06:00:01', '06:00:02', '06:00:03']

  it('releases slice by slice; what was left over is gone where it is not carried on', () => {
    const lottery = aLottery([won('gold', first, 1_000_000, { slices }), thanks(0), won('rest', second, 0)])
    expect(['03:59:59', '06:00:00', '06:00:01', '06:00:02'].map((time) => lottery.play(at(time)))).toEqual([
      'none',
      'gold',
      'gold',
      'none',
    ])
    expect(lottery.last()).toMatchObject({ drawn: 'gold', given: 'none', why: 'unreleased' })
  })

  it('carries on what was left over where it is told to', () => {
    const gold = won('gold', first, 1_000_000, { slices, carriesOver: true })
    const play = (from: number) => {
      const lottery = aLottery([gold, thanks(0), won('rest', second, 0)])
      return times.slice(from).map((time) => lottery.play(at(time)))
    }
    expect(play(0)).toEqual(['none', 'gold', 'none', 'gold', 'gold', 'none', 'none'])
    // Nobody drew before six: all three are there.
    expect(play(3)).toEqual(['gold', 'gold', 'gold', 'none'])
  })

  it('releases so many each hour of the shop’s clock', () => {
    const lottery = aLottery([
      won('gold', first, 1_000_000, { perHour: 1 }),
      thanks(0),
      won('rest', second, 0),
    ])
    const played = ['04:00:00', '04:59:59', '05:00:00', '05:30:00', '08:00:00', '08:00:01'].map((time) =>
      lottery.play(at(time)),
    )
    expect(played).toEqual(['gold', 'none', 'gold', 'none', 'gold', 'none'])
  })

  it('counts the hours since the campaign’s first where they are carried on', () => {
    // The campaign began at midnight: at noon the thirteenth hour is open.
    const gold = won('gold', first, 1_000_000, { perHour: 2, carriesOver: true })
    const lottery = aLottery([gold, thanks(0), won('rest', second, 0)])
    const golden = Array.from({ length: 40 }, () => lottery.play()).filter((prize) => prize === 'gold')
    expect(golden).toHaveLength(26)
  })

  it('never releases more than there are in all or for the day', () => {
    const plan = { slices, carriesOver: true, total: 2, perDay: 1 }
    const lottery = aLottery([won('gold', first, 1_000_000, plan), thanks(0), won('rest', second, 0)])
    const later = ['2026-11-11T06:00:00.000Z', '2026-11-11T16:00:00.000Z', '2026-11-12T16:00:00.000Z']
    expect(later.map((iso) => lottery.play(shanghai(iso)))).toEqual(['gold', 'gold', 'none'])
    expect(lottery.last()).toMatchObject({ why: 'sold_out' })
  })

  it('gives the fallback for what is not released yet', () => {
    const lottery = aLottery([
      won('gold', first, 1_000_000, { slices }),
      won('catch', second, 0, { isFallback: true }),
    ])
    expect(lottery.play(at('03:00:00'))).toBe('catch')
    expect(lottery.last()).toMatchObject({ drawn: 'gold', given: 'catch', why: 'unreleased' })
  })

  it('takes no chance before anything is released, and says when something will be', () => {
    const lottery = aLottery([won('gold', first, 1_000_000, { slices }), thanks(0)])
    const decision = lottery.act(draw, {}, ann, at('03:00:00'))
    expect(decision).toEqual({ outcome: { status: 'sold_out', nextAt: slices[0]?.from }, effects: [] })
    expect(lottery.draws).toEqual([])
    lottery.play(at('04:00:00'))
    expect(lottery.act(draw, {}, ann, at('04:00:01')).outcome).toMatchObject({ nextAt: slices[1]?.from })
    const hourly = aLottery([won('gold', first, 1_000_000, { perHour: 1 }), thanks(0)])
    hourly.play()
    expect(hourly.act(draw, {}, ann, at('04:30:00')).outcome).toMatchObject({
      nextAt: '2026-11-11T05:00:00.000Z',
    })
  })

  it('does not call gone what waits to be released', () => {
    const lottery = aLottery([won('gold', first, 1_000_000, { slices }), thanks(0)])
    const shown = tool.present(lottery.facts, undefined, at('03:00:00'), {})
    expect(shown.prizes[0]?.isGone).toBe(false)
    expect(shown.soldOut).toEqual({ nextAt: slices[0]?.from })
  })
})

describe('pity', () => {
  const prizes = [
    thanks(1_000_000),
    won('gold', first, 0),
    won('solace', second, 0, { isPity: true, total: 2 }),
  ]

  it('wins the pity prize after so many losses in a row, each member by themselves', () => {
    const lottery = aLottery(prizes, { pityAfter: 2 })
    expect([ann, ann, bob, ann, ann, bob].map((member) => lottery.play(NOON, member))).toEqual([
      'none',
      'none',
      'none',
      'solace',
      'none',
      'none',
    ])
    expect(lottery.draws[3]).toMatchObject({ drawn: 'none', given: 'solace', why: 'pity', losses: 2 })
    expect(lottery.draws[4]).toMatchObject({ losses: 0, why: null })
  })

  it('goes on losing while the pity prize is out', () => {
    const lottery = aLottery(prizes, { pityAfter: 1 })
    expect(Array.from({ length: 6 }, () => lottery.play())).toEqual([
      'none',
      'solace',
      'none',
      'solace',
      'none',
      'none',
    ])
    expect(lottery.last()).toMatchObject({ losses: 1, why: null })
  })

  it('forgets the losses once something was won by luck', () => {
    const lottery = aLottery([thanks(999_999), won('gold', first, 1), ...prizes.slice(2)], { pityAfter: 3 })
    const lucky: Rng = { next: (max) => (max === 3 ? 1 : 0) }
    expect(
      [undefined, undefined, lucky, undefined, undefined, undefined, undefined].map((rng) =>
        lottery.play(NOON, ann, rng),
      ),
    ).toEqual(['none', 'none', 'gold', 'none', 'none', 'none', 'solace'])
  })

  it('comes as often as it must, whatever luck does (χ², fixed seed)', () => {
    const lottery = aLottery(
      [thanks(800_000), won('gold', first, 200_000), won('solace', second, 0, { isPity: true })],
      { pityAfter: 3 },
    )
    const rng = seeded(7)
    const counts: Record<string, number> = { none: 0, gold: 0, solace: 0 }
    const draws = 60_000
    for (let i = 0; i < draws; i++) {
      const prize = lottery.play(NOON, ann, rng)
      counts[prize] = (counts[prize] ?? 0) + 1
    }
    // The losses in a row are a chain of four states; its stationary share of the last is pity's.
    const states = [1, 0.8, 0.64, 0.512]
    const share = 0.512 / states.reduce((sum, state) => sum + state, 0)
    const expected = { solace: share, gold: (1 - share) * 0.2, none: (1 - share) * 0.8 }
    const chiSquare = Object.entries(expected).reduce(
      (sum, [prize, odds]) => sum + ((counts[prize] ?? 0) - draws * odds) ** 2 / (draws * odds),
      0,
    )
    // 99.9 % of fair runs stay below, by two degrees of freedom.
    expect(chiSquare).toBeLessThan(13.8)
  })
})

describe('a prize that is locked at first', () => {
  it('goes to the fallback until the member has drawn so often', () => {
    const lottery = aLottery([
      won('gold', first, 1_000_000, { unlockAfter: 2 }),
      won('catch', second, 0, { isFallback: true }),
    ])
    expect([ann, ann, bob, ann, bob, bob].map((member) => lottery.play(NOON, member))).toEqual([
      'catch',
      'catch',
      'catch',
      'gold',
      'catch',
      'gold',
    ])
    expect(lottery.draws[0]).toMatchObject({ drawn: 'gold', given: 'catch', why: 'locked', draws: 0 })
    expect(lottery.draws[3]).toMatchObject({ given: 'gold', why: null, draws: 2 })
  })

  it('wins nothing where no fallback is', () => {
    const lottery = aLottery([won('gold', first, 1_000_000, { unlockAfter: 1 }), thanks(0)])
    expect([lottery.play(), lottery.play()]).toEqual(['none', 'gold'])
  })

  it('has its whole weight go to the fallback, and gets it back (χ², fixed seed)', () => {
    const prizes = [
      won('gold', first, 300_000, { unlockAfter: 1 }),
      won('catch', second, 100_000, { isFallback: true }),
      thanks(600_000),
    ]
    const lottery = aLottery(prizes)
    const rng = seeded(20_261_111)
    const members = 20_000
    const tally = { before: { gold: 0, catch: 0, none: 0 }, after: { gold: 0, catch: 0, none: 0 } }
    for (let i = 0; i < members; i++) {
      const member = { id: `mbr_${i}`, name: '' }
      for (const time of ['before', 'after'] as const) {
        tally[time][lottery.play(NOON, member, rng) as 'gold' | 'catch' | 'none']++
      }
    }
    const chiSquare = (counts: typeof tally.before, odds: typeof tally.before) =>
      Object.entries(odds).reduce((sum, [prize, share]) => {
        const expected = members * share
        return sum + (expected && (counts[prize as 'gold'] - expected) ** 2 / expected)
      }, 0)
    expect(tally.before.gold).toBe(0)
    expect(chiSquare(tally.before, { gold: 0, catch: 0.4, none: 0.6 })).toBeLessThan(10.8)
    expect(chiSquare(tally.after, { gold: 0.3, catch: 0.1, none: 0.6 })).toBeLessThan(13.8)
  })
})

describe('replaying a draw', () => {
  const some = seeded(1)
  const word = () => some.next(4_294_967_296).toString(16).padStart(8, '0')
  const SEEDS = Array.from({ length: 200 }, () => word() + word() + word() + word())
  const prizes = [
    won('gold', first, 300_000, { unlockAfter: 2, total: 20 }),
    won('silver', second, 200_000, { perHour: 5 }),
    won('solace', second, 0, { isPity: true }),
    won('catch', first, 100_000, { isFallback: true, total: 40 }),
    thanks(400_000),
  ]
  const drawAll = () => {
    const lottery = aLottery(prizes, { pityAfter: 2 })
    const members = Array.from({ length: 10 }, (_, i) => ({ id: `mbr_${i}`, name: '' }))
    SEEDS.forEach((seed, i) => {
      lottery.play(NOON, members[i % 10], rngFrom(seed))
    })
    return lottery
  }

  it('comes to the same prize for the same reason, in every case there is', () => {
    const { config, draws } = drawAll()
    const reasons = new Set(draws.map(({ why }) => why))
    expect(reasons).toEqual(new Set([null, 'locked', 'unreleased', 'sold_out', 'pity']))
    draws.forEach((record, i) => {
      const { drawn, given, why } = record
      expect(replay(config, record, rngFrom(SEEDS[i] ?? ''))).toMatchObject({ drawn, given, why })
    })
  })

  it('finds every record in which anything but what it leads to was changed', () => {
    const { config, draws } = drawAll()
    const keys = prizes.map(({ key }) => key)
    let explained = 0
    draws.forEach((record, i) => {
      for (const key of keys) {
        for (const forged of [
          { ...record, drawn: key },
          { ...record, given: key },
        ]) {
          if (forged.drawn === record.drawn && forged.given === record.given) continue
          const { drawn, given, why } = replay(config, forged, rngFrom(SEEDS[i] ?? ''))
          if (drawn === forged.drawn && given === forged.given && why === forged.why) explained++
        }
      }
    })
    // Whether the fallback was there is known from the record alone: both ends are possible then.
    const either = draws.filter(
      ({ drawn, given, why }) =>
        why && why !== 'pity' && drawn !== 'catch' && ['catch', 'none'].includes(given),
    )
    expect(explained).toBe(either.length)
  })

  it('goes by the configuration of its own revision', () => {
    const { config, draws } = drawAll()
    const changed = { ...config, prizes: [...prizes].reverse() }
    expect(poolOf(changed)).not.toBe(poolOf(config))
    const differ = draws.filter(
      (record, i) => replay(changed, record, rngFrom(SEEDS[i] ?? '')).drawn !== record.drawn,
    )
    expect(differ.length).toBeGreaterThan(50)
  })
})
