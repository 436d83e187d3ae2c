import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import type { ToolSnapshot } from '../kit/view'
import { definition } from './definition'
import { fixtures } from './fixtures'
import { type LotteryState, type ShownPrize, skinFor, standingOf } from './state'
import { View } from './view'

type Snapshot = ToolSnapshot<LotteryState>
const states = fixtures.states as Record<string, Snapshot & { state: LotteryState }>
const running = states.running?.state as LotteryState

function draw(tool: Snapshot | undefined, props = {}, host = {}): string {
  return renderView(View, { ...definition.defaults, ...props }, { tool, host })
}
/** What the one button says, and whether it can be pressed. */
function button(html: string) {
  const [, attributes = '', inside = ''] = /<button([^>]*zg-lt-go[^>]*)>(.*?)<\/button>/.exec(html) ?? []
  return { words: inside.replaceAll(/<[^>]*>/g, ''), isOff: attributes.includes('aria-disabled="true"') }
}

describe('the button', () => {
  it.each([
    ['running', '立即抽奖 剩余 3 次', false],
    ['noChance', '去赚次数 剩余 0 次', false],
    ['loggedOut', '登录抽奖 剩余 3 次', false],
    ['offline', '立即抽奖 剩余 3 次', false],
    ['notStarted', '即将开始 11月11日 20:00', true],
    ['soldOut', '已抽完 ', true],
    ['soldOutToday', '已抽完 11月12日 00:00', true],
    ['wonAll', '已达上限 ', true],
    ['ended', '已结束 ', true],
    ['suspended', '暂停中 ', true],
  ])('says in the state %s: %s', (name, words, isOff) => {
    expect(button(draw(states[name]))).toEqual({ words, isOff })
  })

  it('waits until the member’s own state is known', () => {
    expect(button(draw(states.loading))).toEqual({ words: '立即抽奖 \u00a0', isOff: true })
    expect(draw(states.loading)).toContain('aria-busy="true"')
    const ended: Snapshot = { status: 'loading', state: { ...running, phase: 'ended' } }
    expect(button(draw(ended)).words).toBe('已结束 ')
  })

  it('has nothing to offer where no chance is left and none can be earned', () => {
    const done = running.tasks.map((task) =>
      task.kind === 'points' ? { ...task, done: task.limit } : { ...task, isDone: true },
    )
    const state = { ...running, chances: 0, tasks: done }
    expect(button(draw({ status: 'ready', state }))).toEqual({ words: '次数用完 ', isOff: true })
  })

  it('invites to scratch on a card', () => {
    const html = draw(states.running, { skin: 'scratch' })
    expect(button(html)).toEqual({ words: '一键刮开 剩余 3 次', isOff: false })
    expect(html).toContain('刮开涂层')
  })
})

describe('standing', () => {
  const at = (iso: string) => Date.parse(iso)
  const start = at('2026-11-11T12:00:00.000Z')
  const notStarted = states.notStarted?.state as LotteryState

  it('opens and closes with the clock between two loads of the state', () => {
    expect(standingOf(notStarted, 3, undefined, start - 1)).toBe('not_started')
    expect(standingOf(notStarted, 3, undefined, start)).toBe('draw')
    expect(standingOf(running, 3, undefined, at(running.endsAt) - 1)).toBe('draw')
    expect(standingOf(running, 3, undefined, at(running.endsAt))).toBe('ended')
  })

  it('believes what an answer taught of money and eligibility', () => {
    expect(standingOf(running, 3, 'budget_exhausted', undefined)).toBe('budget_exhausted')
    expect(standingOf(running, 3, 'not_eligible', undefined)).toBe('not_eligible')
    expect(standingOf(running, 3, 'failed', undefined)).toBe('draw')
  })
})

describe('what surrounds the game', () => {
  it('broadcasts a winner, and nobody where there are few or it is not wanted', () => {
    expect(draw(states.running)).toContain('恭喜 小* 抽中了 扫地机器人')
    expect(draw(states.running, { showWinners: false })).not.toContain('抽中了')
    expect(draw({ status: 'ready', state: { ...running, winners: [] } })).not.toContain('抽中了')
  })

  it('has its rules in the page, with every prize and its odds, readable without a script', () => {
    const html = draw(states.running)
    for (const text of [
      '活动时间：11月11日 00:00 至 11月12日 00:00',
      '每人每天免费抽 2 次',
      '活动期间每人另送 1 次',
      '可用 100 积分换 1 次，每人每天最多换 3 次',
      '逛双11 主会场、会员专享',
      '扫地机器人 0.01%',
      '谢谢参与 35%',
      '每人最多中奖 20 次',
    ]) {
      expect(html).toContain(text)
    }
  })

  it('says of a prize that is gone that it is', () => {
    expect(draw(states.soldOut)).toContain('扫地机器人 0.01% 已抽完')
  })

  it('never says 谢谢参与 of its own accord', () => {
    const prizes = running.prizes.slice(0, 7)
    for (const { status, state } of Object.values(states)) {
      expect(draw({ status, state: { ...state, prizes } })).not.toContain('谢谢参与')
    }
  })

  it('leads to the member’s prizes without a script', () => {
    expect(draw(states.running)).toContain('href="/my/rewards"')
  })

  it('keeps the game’s place while there is nothing to show, and says why', () => {
    expect(draw({ status: 'loading', state: undefined }).match(/<li/g)?.length).toBeGreaterThanOrEqual(8)
    expect(draw({ status: 'offline', state: undefined })).toContain('请检查网络')
    expect(draw({ status: 'ready', state: undefined }, {}, { isEditing: true })).toContain('选择或新建抽奖')
  })
})

describe('a skin', () => {
  const withPrizes = (count: number): Snapshot => ({
    status: 'ready',
    state: {
      ...running,
      prizes: Array.from({ length: count }, (_, i) => ({
        ...(running.prizes[0] as ShownPrize),
        key: `${i}`,
      })),
    },
  })

  it.each([
    ['wheel', 3, 'scratch'],
    ['wheel', 4, 'wheel'],
    ['wheel', 12, 'wheel'],
    ['wheel', 13, 'scratch'],
    ['nine-grid', 8, 'nine-grid'],
    ['nine-grid', 7, 'scratch'],
    ['scratch', 1, 'scratch'],
  ] as const)('%s of %i prizes is shown as %s', (skin, count, shown) => {
    expect(skinFor(skin, count)).toBe(shown)
    expect(draw(withPrizes(count), { skin })).toContain(`zg-lt-is-${shown}`)
  })

  it('that cannot show so many prizes says so in the editor only', () => {
    expect(draw(withPrizes(7), { skin: 'nine-grid' }, { isEditing: true })).toContain('九宫格正好要 8 个奖品')
    expect(draw(withPrizes(7), { skin: 'nine-grid' })).not.toContain('九宫格')
  })
})
