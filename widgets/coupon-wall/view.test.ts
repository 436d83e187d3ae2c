import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../schemas/outcome'
import { renderView } from '../kit/testing/render'
import type { ActionFailure, ToolSnapshot } from '../kit/view'
import { definition } from './definition'
import { fixtures } from './fixtures'
import { viewMessages } from './messages'
import type { CouponWallState } from './state'
import { View } from './view'
import { answerTap, canRetry } from './view-claim'

const states = fixtures.states as Record<string, ToolSnapshot<CouponWallState>>
const draw = (tool: ToolSnapshot<CouponWallState> | undefined) =>
  renderView(View, definition.defaults, { tool })

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
    const labels = [...draw(states[name]).matchAll(/<button[^>]*>([^<]*)</g)].map(([, text]) => text)
    expect(labels).toEqual([label, label, label])
  })

  it('writes the terms as members know them', () => {
    const html = draw(states.running).replaceAll(/<\/?b>/g, '')
    for (const text of [
      '满 199 减 20',
      '无门槛',
      '领取后 3 天有效',
      '有效至 2026.11.30',
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
})

describe('a tap', () => {
  const granted = { status: 'granted', rewards: [] } as unknown as Outcome
  const answers = (...list: (Outcome | ActionFailure)[]) => {
    const perform = () => {
      const next = list.shift()
      if (!next) throw new Error('asked once too often')
      return Promise.resolve(next)
    }
    return { perform, left: list }
  }

  it('goes on by itself after the member signed in', async () => {
    const { perform } = answers({ status: 'login_required' }, granted)
    expect(await answerTap(perform, () => Promise.resolve(true))).toBe(granted)
  })

  it('stays unanswered when the member did not sign in', async () => {
    const { perform } = answers({ status: 'login_required' })
    expect(await answerTap(perform, () => Promise.resolve(false))).toEqual({ status: 'login_required' })
  })

  it('asks for no sign-in when none is needed, and only once when it does not help', async () => {
    const never = () => Promise.reject(new Error('asked to sign in'))
    expect(await answerTap(answers(granted).perform, never)).toBe(granted)
    const { perform, left } = answers({ status: 'login_required' }, { status: 'login_required' })
    expect((await answerTap(perform, () => Promise.resolve(true))).status).toBe('login_required')
    expect(left).toEqual([])
  })

  it('may be repeated exactly when trying again can end differently', () => {
    expect(canRetry({ status: 'busy', retryAfterMs: 100 })).toBe(true)
    expect(canRetry({ status: 'failed', offline: true, retry: () => Promise.resolve(granted) })).toBe(true)
    expect(canRetry({ status: 'sold_out' })).toBe(false)
    expect(canRetry(granted)).toBe(false)
  })

  it('is answered in plain words, with the request’s number for support', () => {
    const { answer } = viewMessages['zh-CN']
    const when = () => '11月11日 20:00'
    const retry = () => Promise.resolve(granted)
    expect(answer(granted, '全场通用券', when)).toBe('领到了！「全场通用券」已放进我的奖励')
    expect(answer({ status: 'sold_out', nextAt: 'x' }, '', when)).toContain('11月11日 20:00 再来')
    expect(answer({ status: 'failed', offline: true, retry }, '', when)).toContain('不会重复领取')
    expect(answer({ status: 'failed', offline: false, requestId: 'req_1', retry }, '', when)).toContain(
      'req_1',
    )
  })
})
