import { describe, expect, it } from 'vitest'
import type { StateSample } from '../kit/fixtures'
import type { Locale } from '../kit/messages'
import { renderView } from '../kit/testing/render'
import { definition } from './definition'
import { fixtures } from './fixtures'
import type { RedPacketState, ShareState } from './state'
import { View } from './view'
import { giftIn } from './view-packet'

const states = fixtures.states as Record<string, StateSample<RedPacketState>>

function draw(name: string, changed: Partial<RedPacketState> = {}, locale: Locale = 'zh-CN'): string {
  const { status, state } = states[name] as StateSample<RedPacketState>
  return renderView(View, definition.defaults, {
    tool: { status, state: { ...state, ...changed } },
    host: { locale },
  })
}

/** What is written, without the rules and without markup. */
function wordsOf(html: string): string {
  return html.replace(/<details.*?<\/details>/s, '').replaceAll(/<[^>]*>/g, ' ')
}

/** The names of the buttons that a tap does something with. */
function buttonsOf(html: string): string[] {
  return [...html.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)]
    .filter(([, attributes]) => !attributes?.includes('aria-disabled="true"'))
    .map(
      ([, attributes, inner]) =>
        /aria-label="([^"]*)"/.exec(attributes ?? '')?.[1] ?? wordsOf(inner ?? '').trim(),
    )
}

describe('a packet of one’s own', () => {
  it.each([
    ['running', '今天还能拆 2 个', ['拆红包']],
    ['notStarted', '11月11日 20:00 开抢', []],
    ['openedAll', '今天拆完了，明天再来 3 次', []],
    ['allOpened', '红包都拆完啦', []],
    ['soldOut', '今日已抢完，11月12日 00:00 再来', []],
    ['suspended', '活动暂停中', []],
    ['ended', '活动已结束', []],
    ['notOffered', '红包还没准备好', []],
    ['offline', '今天还能拆 2 个', ['拆红包']],
    ['loggedOut', '登录后拆红包', ['拆红包']],
    ['loading', '今天还能拆 3 个', ['拆红包']],
  ])('says in the state %s: %s', (name, line, buttons) => {
    const html = draw(name)
    expect(wordsOf(html)).toContain(line)
    expect(buttonsOf(html)).toEqual(buttons)
  })

  it('shows what today’s packets held, always to the fen', () => {
    expect(wordsOf(draw('openedAll'))).toMatch(/今天拆到\s*¥1\.88\s*¥0\.66\s*¥3\.20/)
    expect(wordsOf(draw('ended'))).not.toContain('今天拆到')
  })

  it('counts no more for tomorrow than are left in all', () => {
    const { state } = states.openedAll as StateSample<RedPacketState>
    const play = { ...state.play, opened: 29 } as RedPacketState['play']
    expect(wordsOf(draw('openedAll', { play }))).toContain('明天再来 1 次')
  })

  it('writes its rules from the configuration', () => {
    const html = draw('running')
    for (const rule of [
      '每人每天可拆 3 个红包',
      '最多拆 30 个',
      '在 ¥0.1 至 ¥10 之间随机',
      '11月11日 00:00 至 11月12日 00:00',
    ])
      expect(html).toContain(rule)
    expect(draw('shareReady')).toContain('每个共 ¥10，随机分成 3 份')
  })

  it('says why nothing is there', () => {
    const empty = (status: 'loading' | 'offline', isEditing = false) =>
      renderView(View, definition.defaults, { tool: { status, state: undefined }, host: { isEditing } })
    expect(empty('loading')).toContain('红包正在赶来')
    expect(empty('offline')).toContain('请检查网络后刷新')
    expect(empty('loading', true)).toContain('在右侧选择或新建红包工具')
  })
})

describe('a shared packet', () => {
  it.each([
    ['shareReady', '今天还能发 3 个', ['发一个拼手气红包', '发一个拼手气红包']],
    ['shareSentAll', '今天发完了，明天再来', []],
    ['shareSent', '还剩 3 个，喊好友来拆', ['拆红包', '分享给好友']],
    ['shareFriend', '林* 送你一个红包', ['拆红包', '分享给好友', '我来发一个']],
    ['shareReloaded', '喊好友一起来拼手气', ['分享给好友', '我来发一个']],
    ['shareBest', '红包派完啦，看看谁手气最佳', ['我来发一个']],
    ['shareEmpty', '手慢了，红包派完了', ['我来发一个']],
    ['shareExpired', '红包已过期，没拆的已失效', ['我来发一个']],
    ['shareUnknown', '没有找到这个红包', ['我来发一个']],
    ['shareEnded', '活动已结束', []],
  ])('says in the state %s: %s', (name, line, buttons) => {
    const html = draw(name)
    expect(wordsOf(html)).toContain(line)
    const sent = /\d\d:\d\d\s+发出/
    expect(buttonsOf(html).filter((button) => !sent.test(button))).toEqual(buttons)
  })

  it('never offers to open what the member has opened', () => {
    for (const name of ['shareReloaded', 'shareBest']) {
      const html = draw(name)
      expect(html).toContain('4.21')
      expect(buttonsOf(html)).not.toContain('拆红包')
    }
  })

  it('crowns the luckiest once, and only when the packet is empty', () => {
    expect(draw('shareBest').match(/zg-rp-best/g)).toHaveLength(1)
    expect(draw('shareReloaded')).not.toContain('zg-rp-best')
  })

  it('tells nobody’s amount to whoever has not opened', () => {
    expect(wordsOf(draw('shareFriend'))).not.toMatch(/¥\d\.\d\d/)
    expect(wordsOf(draw('shareExpired'))).not.toMatch(/¥\d\.\d\d/)
    expect(wordsOf(draw('shareEmpty'))).toMatch(/¥3\.88.*¥4\.21.*¥1\.91/s)
  })

  it('does not call its sender late once all of it is gone', () => {
    const { state } = states.shareEmpty as StateSample<RedPacketState>
    const play = state.play as ShareState
    const html = draw('shareEmpty', { play: { ...play, packet: { ...play.packet, isMine: true } as never } })
    expect(wordsOf(html)).toContain('你的红包已被抢光')
    expect(html).not.toContain('手慢了')
    expect(buttonsOf(html)).toEqual(['再发一个'])
  })

  it('says who pays, and nothing of a sent packet that it does not know', () => {
    const words = wordsOf(draw('shareReady'))
    expect(words).toContain('红包由商家出资')
    expect(words).toMatch(/发出\s+查看/)
    expect(words).not.toContain('进行中')
  })

  it('lists the packets that were sent', () => {
    const { sent } = (states.shareReady?.state.play ?? {}) as ShareState
    expect(wordsOf(draw('shareReady')).match(/发出/g)).toHaveLength(sent.length)
  })
})

describe('what comes out', () => {
  it('is the cash of the answer, and nothing else', () => {
    const { answers = {} } = states.opened as StateSample<RedPacketState>
    const answer = answers.open
    if (typeof answer !== 'object') throw new Error('the sample has no outcome')
    expect(giftIn(answer)).toEqual({ amountFen: 188, useLink: '/p/mall' })
    expect(giftIn({ status: 'sold_out' })).toBeUndefined()
    expect(giftIn(undefined)).toBeUndefined()
  })
})

describe('in English', () => {
  it('leaves no Chinese but the seal, the props and names', () => {
    for (const name of Object.keys(states)) {
      const words = draw(name, {}, 'en')
        .replaceAll(definition.defaults.title, '')
        .replaceAll(definition.defaults.blessing, '')
      expect(words.replaceAll('開', '').replaceAll(/[林安小阿]\*?/g, ''), name).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })
})
