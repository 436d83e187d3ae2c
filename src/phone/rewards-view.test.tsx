/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { Given, HeldReward } from '../../schemas/outcome'
import type { CouponOff } from '../../schemas/reward'
import type { Parcel } from '../../schemas/shipping'
import { aHost } from '../../widgets/kit/testing/render'
import { type RewardsState, RewardsView } from './rewards-view'

const GIVEN: Given[] = [
  { kind: 'coupon', amountFen: 2_000, thresholdFen: 19_900 },
  { kind: 'cash', amountFen: 188 },
  { kind: 'points', points: 200 },
  { kind: 'partner_voucher', partner: '星河影城', code: 'XH7K-29QF', howToUse: '在 App 里输入券码' },
  { kind: 'physical', image: '', hasAddress: false },
]

const held = (given: Given, over: Partial<HeldReward> = {}): HeldReward => ({
  id: `grt_00000${given.kind}`,
  rewardId: 'rwd_0000000001',
  title: `一份 ${given.kind}`,
  given,
  state: 'granted',
  grantedAt: '2026-11-11T01:00:00.000Z',
  expiresAt: null,
  useLink: '',
  ...over,
})

const WALLET = {
  points: 12_680,
  cashFen: 104_305,
  expiring: { points: 120, at: '2026-11-30T16:00:00.000Z' },
}

const list = (rewards: HeldReward[], nextCursor: string | null = null): RewardsState => ({
  kind: 'list',
  wallet: WALLET,
  rewards,
  parcels: [],
  identity: 'not_needed',
  nextCursor,
  more: 'idle',
})

function draw(state: RewardsState): string {
  const nothing = () => {}
  const offline = () => Promise.resolve({ status: 'failed' as const, offline: true })
  return renderToString(
    <RewardsView
      state={state}
      host={aHost()}
      onRetry={nothing}
      onMore={nothing}
      onAddress={offline}
      onBalance={nothing}
      onIdentity={nothing}
    />,
  )
}

describe('我的奖励', () => {
  it('shows what the member can spend, and the last day of what is about to lapse', () => {
    const html = draw(list([]))
    for (const text of ['12,680', '¥1,043.05', '120 积分将于 11.30 过期', '提现'])
      expect(html).toContain(text)
  })

  it('shows points that are owed as less than nothing, and those that are pending', () => {
    const of = (wallet: object) =>
      draw({ ...(list([]) as Extract<RewardsState, { kind: 'list' }>), wallet: { ...WALLET, ...wallet } })
    const owing = of({ points: -1_030, expiring: undefined })
    for (const text of ['-1,030', '有 1,030 积分被收回']) expect(owing).toContain(text)
    expect(of({ pending: 300 })).toContain('另有 300 积分待入账')
    expect(of({ pending: 300, expiring: undefined })).not.toContain('近 30 天')
  })

  it('asks who the member is only where a prize waits for it, and lets it be changed until it is declared', () => {
    const of = (identity: 'not_needed' | 'missing' | 'given' | 'declared') =>
      draw({ ...(list([]) as Extract<RewardsState, { kind: 'list' }>), identity })
    expect(of('missing')).toContain('填写实名信息</button>')
    for (const text of ['实名信息已提交', '修改']) expect(of('given')).toContain(text)
    for (const status of ['not_needed', 'declared'] as const) expect(of(status)).not.toContain('实名')
  })

  it('says from when points can be spent', () => {
    const points = (availableAt?: string) =>
      draw(list([held({ kind: 'points', points: 5, ...(availableAt && { availableAt }) })]))
    expect(points('2026-11-18T16:00:00.000Z')).toContain('待入账，11.19 起可用')
    expect(points('2026-11-10T16:00:00.000Z')).toContain('积分已到账')
    expect(points()).toContain('积分已到账')
  })

  it('shows coupons that take a part off, or an item', () => {
    const coupon = (off: CouponOff) =>
      draw(list([held({ kind: 'coupon', amountFen: 2_000, thresholdFen: 0, off })]))
    expect(coupon({ kind: 'percent', offPpm: 200_000 })).toContain('<b>8折</b><small>最高减 20</small>')
    expect(coupon({ kind: 'exchange' })).toContain('<b>兑换</b>')
  })

  it.each([
    [0, ['满 199 减 20', '长期有效']],
    [1, ['1.88', '已存入余额']],
    [2, ['200', '积分已到账']],
    [3, ['星河影城', 'XH7K-29QF', '复制', '在 App 里输入券码']],
    [4, ['填写收货地址']],
  ])('draws a reward of kind %i with what can be done with it', (kind, texts) => {
    const html = draw(list([held(GIVEN[kind] as Given)]))
    for (const text of texts) expect(html).toContain(text)
  })

  it('says when an address is there, and lets it be changed', () => {
    const html = draw(list([held({ kind: 'physical', image: '', hasAddress: true })]))
    expect(html).toContain('地址已填，等待发货')
    expect(html).toContain('修改')
  })

  it('leads to using what can be used, safely, and not to what is over', () => {
    const coupon = GIVEN[0] as Given
    const withLink = (useLink: string, state: HeldReward['state'] = 'granted') =>
      draw(list([held(coupon, { useLink, state })]))
    expect(withLink('/p/shop')).toContain('href="/p/shop"')
    expect(withLink('javascript:alert(1)')).not.toContain('去使用')
    expect(withLink('/p/shop', 'expired')).not.toContain('去使用')
    expect(withLink('/p/shop', 'expired')).toContain('已过期')
  })

  it('urges on the last day, which ends at midnight in Shanghai', () => {
    const until = (expiresAt: string) => draw(list([held(GIVEN[0] as Given, { expiresAt })]))
    expect(until('2026-11-11T16:00:00.000Z')).toContain('今日到期')
    expect(until('2026-11-12T16:00:00.000Z')).toContain('明日到期')
  })

  it('offers the next part of the list, or says that there is none', () => {
    expect(draw(list([held(GIVEN[0] as Given)], 'grt_1'))).toContain('加载更多')
    expect(draw(list([held(GIVEN[0] as Given)]))).toContain('没有更多了')
  })

  it('has words for every other state', () => {
    expect(draw(list([]))).toContain('还没有奖励')
    expect(draw({ kind: 'logged_out' })).toContain('登录后查看你的奖励')
    expect(draw({ kind: 'failed', offline: true })).toContain('网络不可用')
    expect(draw({ kind: 'failed', offline: false, requestId: 'req_1' })).toContain('req_1')
    expect(draw({ kind: 'loading' }).match(/zr-skeleton/g)).toHaveLength(3)
  })

  describe('a prize that is sent', () => {
    const prize = (hasAddress: boolean, over: Partial<HeldReward> = {}, parcel?: Partial<Parcel>) => {
      const reward = held({ kind: 'physical', image: '', hasAddress }, over)
      const state = list([reward]) as Extract<RewardsState, { kind: 'list' }>
      const whole = { carrier: '', trackingNumber: '', shippedAt: null, state: 'packing' as const, ...parcel }
      return draw({ ...state, parcels: parcel ? [{ grantId: reward.id, ...whole }] : [] })
    }

    it('says how long an address can still be given, and when it cannot any more', () => {
      // It is 10:00 on 11 November in the shop.
      expect(prize(false, { expiresAt: '2026-12-31T00:00:00.000Z' })).toContain('请在 12.31 前填写收货地址')
      expect(prize(false, { expiresAt: '2026-11-14T00:00:00.000Z' })).toContain('还剩 3 天填写地址')
      expect(prize(false, { expiresAt: '2026-11-11T12:30:00.000Z' })).toContain('今天 20:30 截止填写地址')
      const over = prize(false, { expiresAt: '2026-11-10T00:00:00.000Z', state: 'expired' })
      expect(over).toContain('兑奖已截止')
      expect(over).not.toContain('填写收货地址')
    })

    it('lets the address be changed until it is packed, and when the parcel came back', () => {
      expect(prize(true)).toContain('zr-change')
      expect(prize(true, {}, { state: 'packing' })).not.toContain('zr-change')
      const returned = prize(true, {}, { state: 'returned' })
      for (const text of ['包裹被退回了', 'zr-change']) expect(returned).toContain(text)
    })

    it('tells with whom it goes and by which number, to be copied', () => {
      const shippedAt = '2026-11-11T01:00:00.000Z'
      const sent = {
        state: 'shipped' as const,
        carrier: '顺丰速运',
        trackingNumber: 'SF1234567890',
        shippedAt,
      }
      const html = prize(true, { state: 'used' }, sent)
      for (const text of ['顺丰速运', '11.11 寄出', 'SF1234567890', '复制']) expect(html).toContain(text)
      expect(html).not.toContain('is-over')
    })
  })
})
