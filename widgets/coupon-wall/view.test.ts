import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import type { ToolSnapshot } from '../kit/view'
import { definition } from './definition'
import { fixtures } from './fixtures'
import type { CouponWallState } from './state'
import { View } from './view'
import { rulesText } from './view-rules'

const states = fixtures.states as Record<string, ToolSnapshot<CouponWallState>>
const draw = (tool: ToolSnapshot<CouponWallState> | undefined) =>
  renderView(View, definition.defaults, { tool })

/** What the buttons say, tickets first. */
const labelsIn = (html: string) =>
  [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, text]) => text?.replaceAll(/<[^>]*>/g, ''))

describe('the wall', () => {
  it.each([
    ['running', '立即领取'],
    ['notStarted', '即将开抢'],
    ['soldOut', '已抢光'],
    ['taken', '已领·去使用'],
    ['notEligible', '不可领取'],
    ['ended', '已结束'],
    ['suspended', '暂停领取'],
    ['loggedOut', '登录领取'],
    ['budgetExhausted', '今日已抢完'],
    ['offline', '立即领取'],
  ])('says in the state %s on each ticket: %s', (name, label) => {
    expect(labelsIn(draw(states[name])).slice(0, 3)).toEqual([label, label, label])
  })

  it('writes the terms as members know them', () => {
    const html = draw(states.running).replaceAll(/<\/?b>/g, '')
    for (const text of [
      '满 199 减 20',
      '无门槛',
      '领取后 3 天有效',
      '有效期至 2026.11.30',
      '已抢 83%',
      '每人限领 2 张',
    ]) {
      expect(html).toContain(text)
    }
  })

  it('says how much is gone only where that urges somebody', () => {
    const progress = (name: string) => draw(states[name]).match(/已抢 \d+%/g)
    // Of the third coupon none is gone yet.
    expect(progress('running')).toEqual(['已抢 83%', '已抢 12%'])
    for (const name of ['notStarted', 'suspended', 'ended']) expect(progress(name)).toBeNull()
  })

  it('stamps a coupon once the member can have no more of it', () => {
    // Each was taken once; of the second, two may be.
    expect(draw(states.taken).match(/zg-cw-stamp/g)).toHaveLength(2)
    expect(draw(states.running)).not.toContain('zg-cw-stamp')
  })

  it('leads to the member’s rewards', () => {
    expect(draw(states.running)).toContain('href="/my/rewards"')
  })

  it('can be told from what it shows when its tool is missing, loading, or out of reach', () => {
    const editing = { host: { isEditing: true } }
    expect(
      renderView(View, definition.defaults, { tool: { status: 'ready', state: undefined }, ...editing }),
    ).toContain('在右侧选择或新建领券工具')
    expect(draw({ status: 'loading', state: undefined }).match(/is-empty/g)).toHaveLength(2)
    expect(draw({ status: 'offline', state: undefined })).toContain('请检查网络')
  })

  it('offers 去使用 only where it leads somewhere safe', () => {
    const withLink = (useLink: string) => {
      const { status, state } = states.taken as ToolSnapshot<CouponWallState> & { state: CouponWallState }
      return draw({
        status,
        state: { ...state, coupons: state.coupons.map((offer) => ({ ...offer, useLink })) },
      })
    }
    expect(withLink('/p/shop')).toContain('去使用')
    expect(withLink('')).not.toContain('去使用')
    expect(withLink('javascript:alert(1)')).not.toContain('去使用')
  })

  it('keeps its tickets’ names apart when two walls offer the same coupon', () => {
    expect(draw(states.running)).toContain('id="block-1-rwd_0000000001"')
  })

  it('offers all coupons at once, and keeps the place when there is nothing left', () => {
    expect(labelsIn(draw(states.running)).at(-1)).toBe('一键领取')
    expect(labelsIn(draw(states.soldOut)).at(-1)).toBe('暂时没有可领的券')
    const { status, state } = states.running as { status: 'ready'; state: CouponWallState }
    const alone = { status, state: { ...state, coupons: state.coupons.slice(0, 1) } }
    expect(labelsIn(draw(alone))).toEqual(['立即领取'])
  })

  it('shows the session that runs, with its coupons before the others', () => {
    const html = draw(states.sessionRunning)
    expect(labelsIn(html)).toEqual([
      ...['08:00 已结束', '10:00 抢购中', '14:00 即将开抢', '20:00 即将开抢'],
      ...['立即领取', '立即领取', '立即领取', '一键领取'],
    ])
    expect(html.match(/aria-pressed="true"[^>]*><b>([^<]*)/)?.[1]).toBe('10:00')
    const headings = [...html.matchAll(/<h[34][^>]*>(.*?)<\/h/g)].map(([, text]) => text)
    expect(headings).toEqual(['整点限量神券', '家用电器专享大额满减券', '全天可领', '新人见面礼'])
  })

  it('says when there will be more', () => {
    expect(labelsIn(draw(states.soldOutUntil))[3]).toBe('已抢光11月11日 14:00 再来')
  })

  it('shows rewards of every kind, and none of what they cost', () => {
    const { status, state } = states.running as { status: 'ready'; state: CouponWallState }
    const [first] = state.coupons
    const withFace = (face: CouponWallState['coupons'][number]['face']) =>
      draw({ status, state: { ...state, coupons: first ? [{ ...first, face }] : [] } })
    expect(withFace({ kind: 'cash', amountFen: 188 })).toMatch(/1\.88<.*现金/)
    expect(withFace({ kind: 'points', points: 500 })).toMatch(/500<.*积分/)
    const validity = { kind: 'days', days: 30 } as const
    expect(withFace({ kind: 'partner_voucher', partner: '某咖啡', validity })).toMatch(/某咖啡<.*兑换码/)
    expect(withFace({ kind: 'physical', image: 'javascript:x' })).not.toContain('<img')
  })

  it('writes its rules from its configuration, and no number of coupons', () => {
    const { state } = states.sessionRunning as { state: CouponWallState }
    const rules = rulesText(state, 'zh-CN', 'Asia/Shanghai')
    expect(rules).toContain('整点场：每天 08:00、10:00、14:00、20:00 开抢，每场数量有限，抢完即止。')
    expect(rules).toContain('「新人见面礼」无门槛，每人限领 1 张，领取后 7 天有效。')
    expect(rules.join()).toContain('」满 1999 减 200，')
    expect(rules[0]).toBe('活动时间：11月11日 00:00 至 11月12日 00:00。')
    const html = draw(states.sessionRunning)
    for (const rule of rules) expect(html).toContain(rule)
  })
})
