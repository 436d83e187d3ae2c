import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import type { ToolSnapshot } from '../kit/view'
import { definition } from './definition'
import { fixtures } from './fixtures'
import type { MallItem, PointsMallState } from './state'
import { View } from './view'

type Snapshot = ToolSnapshot<PointsMallState> & { state: PointsMallState }
const states = fixtures.states as Record<string, Snapshot>
const draw = (tool: ToolSnapshot<PointsMallState> | undefined, props = definition.defaults) =>
  renderView(View, props, { tool })
const running = states.running as Snapshot
const withItems = (change: Partial<MallItem>, mall: Partial<PointsMallState> = {}) =>
  draw({
    status: 'ready',
    state: { ...running.state, ...mall, items: running.state.items.map((item) => ({ ...item, ...change })) },
  })
const labels = (html: string) => [...html.matchAll(/<button[^>]*><span>([^<]*)</g)].map(([, text]) => text)

describe('the mall', () => {
  it.each([
    ['running', '立即兑换'],
    ['notStarted', '即将开始'],
    ['soldOut', '已兑完'],
    ['soldOutToday', '已兑完·明日再来'],
    ['limitReached', '已达上限'],
    ['limitToday', '已兑·明日再来'],
    ['notEligible', '暂不可兑'],
    ['budgetExhausted', '今日已兑完'],
    ['suspended', '暂停兑换'],
    ['ended', '已结束'],
    ['loggedOut', '登录兑换'],
    ['offline', '立即兑换'],
    ['loading', '立即兑换'],
  ])('says in the state %s on every item: %s', (name, label) => {
    expect(labels(draw(states[name]))).toEqual(Array(5).fill(label))
  })

  it('says on the button what is missing, points before balance', () => {
    expect(labels(draw(states.pointsShort))).toEqual([
      '还差 120 积分',
      '还差 420 积分',
      '还差 1,720 积分',
      '还差 108 积分',
      '还差 20 积分',
    ])
    expect(labels(draw(states.balanceShort))).toEqual([
      '立即兑换',
      '余额还差 ¥8.4',
      '余额还差 ¥17.5',
      '立即兑换',
      '立即兑换',
    ])
  })

  it('lets a member who is short look at the item, and nobody tap what cannot be had', () => {
    expect(draw(states.pointsShort)).not.toContain('aria-disabled="true"')
    for (const name of ['soldOut', 'limitReached', 'ended', 'notStarted']) {
      expect(draw(states[name]).match(/aria-disabled="true"/g), name).toHaveLength(5)
    }
  })

  it('writes the price as members know it', () => {
    const html = draw(states.running).replaceAll(/<[^>]*>/g, '')
    for (const price of ['200 积分', '500 积分 + ¥9.9', '1,800 积分 + ¥19', '188 积分']) {
      expect(html).toContain(price)
    }
    expect(html).not.toContain('+ ¥0')
  })

  it('says how much is gone only where that urges somebody', () => {
    const gone = (name: string) => draw(states[name]).match(/已抢 \d+%/g)
    // Of the last item none is gone yet.
    expect(gone('running')).toEqual(['已抢 83%', '已抢 12%', '已抢 60%', '已抢 12%'])
    for (const name of ['soldOut', 'limitReached', 'notStarted', 'ended']) expect(gone(name)).toBeNull()
    expect(draw(states.running, { ...definition.defaults, showProgress: false })).not.toContain('已抢')
  })

  it('shows points, balance and what is about to lapse, by the last day it is good', () => {
    const html = draw(states.running)
    for (const text of ['2,680', '¥43.50', '120 积分将于 11.30 过期', '赚积分']) expect(html).toContain(text)
    expect(draw(states.pointsShort)).toContain('近 30 天没有积分过期')
  })

  it('shows nobody’s wallet to nobody, and says so only once it is known', () => {
    expect(draw(states.loggedOut)).toContain('登录查看积分')
    const unknown = draw({ status: 'loading', state: { ...running.state, wallet: null } })
    expect(unknown).not.toContain('登录')
    expect(unknown).toContain('我的积分')
  })

  it('draws a picture by the kind of reward, or the item’s own', () => {
    expect(draw(states.running).match(/zg-pm-pic is-\w+/g)).toEqual([
      'zg-pm-pic is-coupon',
      'zg-pm-pic is-partner_voucher',
      'zg-pm-pic is-physical',
      'zg-pm-pic is-cash',
      'zg-pm-pic is-points',
    ])
    expect(withItems({ image: 'https://shop.example/cup.png' }).match(/<img/g)).toHaveLength(5)
    expect(withItems({ image: 'javascript:alert(1)' })).not.toContain('<img')
  })

  it('leads to earning points only where that is safe', () => {
    expect(withItems({}, { earnLink: '' })).not.toContain('赚积分')
    expect(withItems({}, { earnLink: 'javascript:alert(1)' })).not.toContain('赚积分')
  })

  it('makes its rules out of what was configured, readable without a script', () => {
    const html = draw(states.running)
    expect(html).toContain('兑换时间：11月11日 00:00 至 11月21日 00:00。')
    expect(html).toContain('「全场通用满减券」每人限兑 3 件，每天 1 件。')
    expect(html).toContain('「星河影城 2D 电影兑换券」每人限兑 2 件。')
  })

  it('can be told from what it shows when its tool is missing, loading, empty or out of reach', () => {
    const editing = { host: { isEditing: true } }
    const none = { status: 'ready', state: undefined } as const
    expect(renderView(View, definition.defaults, { tool: none, ...editing })).toContain('选择或新建积分商城')
    expect(draw({ status: 'loading', state: undefined }).match(/is-empty/g)).toHaveLength(4)
    expect(draw({ status: 'offline', state: undefined })).toContain('请检查网络')
    expect(draw(states.empty)).toContain('好物正在上架')
  })
})
