import { createElement } from 'preact'
import { describe, expect, it } from 'vitest'
import type { HeldReward, Outcome } from '../../../schemas/outcome'
import { renderView } from '../testing/render'
import type { ActionFailure } from '../view'
import { answerText } from './answer-text'
import { phaseNow, phaseText } from './phase-text'
import { RewardFace } from './reward-face'
import { RuleList } from './rule-list'
import { Rules } from './rules'
import { offText, termsText } from './terms-text'
import { type Answer, answerTap, canRetry } from './use-play'
import { expiryText, isLastDay, validityText } from './validity-text'
import { leftText, whenText } from './when-text'

const SHANGHAI = 'Asia/Shanghai'
/** Ten in the morning of 11 November in Shanghai. */
const TEN = Date.parse('2026-11-11T02:00:00.000Z')

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
    const answer = (given: Answer) => answerText('zh-CN', given, () => '11月11日 20:00')
    const retry = () => Promise.resolve(granted)
    expect(answer(granted)).toBe('')
    expect(answer({ status: 'sold_out', nextAt: 'x' })).toContain('11月11日 20:00 再来')
    expect(answer({ status: 'failed', offline: true, retry })).toContain('不会重复提交')
    expect(answer({ status: 'failed', offline: false, requestId: 'req_1', retry })).toContain('req_1')
  })

  it('is refused in both languages, in as many words for every status', () => {
    const retry = () => Promise.resolve(granted)
    const refusals: Answer[] = [
      { status: 'no_chance' },
      { status: 'points_short', missing: 120 },
      { status: 'balance_short', missingFen: 990 },
      { status: 'limit_reached', rule: 'per_member', limit: 2 },
      { status: 'limit_reached', rule: 'per_day', limit: 2 },
      { status: 'not_started', startsAt: 'x' },
      { status: 'ended', endedAt: 'x' },
      { status: 'suspended' },
      { status: 'budget_exhausted' },
      { status: 'not_eligible', rule: 'audience' },
      { status: 'login_required' },
      { status: 'busy', retryAfterMs: 1 },
      { status: 'failed', offline: false, retry },
    ]
    for (const locale of ['zh-CN', 'en'] as const) {
      const said = refusals.map((answer) => answerText(locale, answer, () => '20:00'))
      for (const words of said) expect(words).toMatch(/\S{4}|\w+ \w+/)
      expect(new Set(said).size).toBe(refusals.length)
    }
    expect(answerText('zh-CN', refusals[1] as Answer, String)).toContain('还差 120 积分')
    expect(answerText('zh-CN', refusals[2] as Answer, String)).toContain('还差 ¥9.9')
  })
})

describe('when something is', () => {
  const when = (iso: string, now?: number) => whenText('zh-CN', iso, SHANGHAI, now)

  it('is said as today, tomorrow, or the date, by the shop’s days', () => {
    expect(when('2026-11-11T12:00:00.000Z', TEN)).toBe('20:00')
    expect(when('2026-11-11T15:59:00.000Z', TEN)).toBe('23:59')
    expect(when('2026-11-11T16:00:00.000Z', TEN)).toBe('明天 00:00')
    expect(when('2026-11-12T16:00:00.000Z', TEN)).toBe('11月13日 00:00')
    expect(when('2026-11-11T12:00:00.000Z')).toBe('11月11日 20:00')
  })

  it('counts down in whole seconds', () => {
    expect(leftText('zh-CN', '2026-11-13T05:04:05.000Z', TEN)).toBe('2 天 03:04:05')
    expect(leftText('zh-CN', '2026-11-11T01:00:00.000Z', TEN)).toBe('00:00:00')
  })
})

describe('how long a reward lasts', () => {
  it('ends today for what lapses at midnight, tomorrow for the next', () => {
    const text = (iso: string | null) => expiryText('zh-CN', iso, SHANGHAI, TEN)
    expect(text('2026-11-11T16:00:00.000Z')).toBe('今日到期')
    expect(text('2026-11-11T15:59:59.000Z')).toBe('今日到期')
    expect(text('2026-11-11T16:00:00.001Z')).toBe('明日到期')
    expect(text('2026-11-12T16:00:00.000Z')).toBe('明日到期')
    expect(text('2026-11-30T15:59:59.000Z')).toBe('有效期至 2026.11.30')
    expect(text(null)).toBe('长期有效')
  })

  it('depends on no clock where none is known', () => {
    expect(isLastDay('2026-11-11T16:00:00.000Z', SHANGHAI, undefined)).toBe(false)
    expect(expiryText('zh-CN', '2026-11-11T16:00:00.000Z', SHANGHAI, undefined)).toBe('有效期至 2026.11.11')
    expect(validityText('zh-CN', { kind: 'days', days: 3 }, SHANGHAI, undefined)).toBe('领取后 3 天有效')
  })

  it('writes a coupon’s terms in pieces', () => {
    expect(termsText('zh-CN', { amountFen: 2_000, thresholdFen: 19_900 })).toEqual(['满 199', '减 20'])
    expect(termsText('zh-CN', { amountFen: 990, thresholdFen: 0 })).toEqual(['无门槛'])
    const most = { amountFen: 2_000, off: { kind: 'percent', offPpm: 150_000 } } as const
    expect(termsText('zh-CN', { ...most, thresholdFen: 19_900 })).toEqual(['满 199', '最高减 20'])
    expect(termsText('en', { ...most, thresholdFen: 0 })).toEqual(['up to ¥20'])
  })

  it('writes what a coupon takes off that is no amount', () => {
    const percent = (offPpm: number) => ({ off: { kind: 'percent', offPpm } }) as const
    expect(offText('zh-CN', percent(150_000))).toBe('8.5折')
    expect(offText('zh-CN', percent(300_000))).toBe('7折')
    expect(offText('en', percent(300_000))).toBe('-30%')
    expect(offText('zh-CN', { off: { kind: 'exchange' } })).toBe('兑换')
    expect(offText('zh-CN', { off: { kind: 'amount' } })).toBeUndefined()
    expect(offText('zh-CN', {})).toBeUndefined()
  })
})

describe('a campaign’s phase', () => {
  const window = { startsAt: '2026-11-11T02:00:00.000Z', endsAt: '2026-11-11T03:00:00.000Z' }
  const at = (phase: 'not_started' | 'running' | 'suspended' | 'ended', now: number | undefined) =>
    phaseNow({ phase, ...window }, now)

  it('follows the clock to the millisecond, and the server where staff decided', () => {
    expect(at('not_started', TEN - 1)).toBe('not_started')
    expect(at('not_started', TEN)).toBe('running')
    expect(at('running', TEN + 3_600_000 - 1)).toBe('running')
    expect(at('running', TEN + 3_600_000)).toBe('ended')
    expect(at('suspended', TEN)).toBe('suspended')
    expect(at('ended', TEN)).toBe('ended')
    expect(at('not_started', undefined)).toBe('not_started')
  })

  it('is one line in every phase', () => {
    const line = (phase: Parameters<typeof at>[0], status: 'ready' | 'offline', now?: number) =>
      phaseText('zh-CN', { phase, ...window }, status, SHANGHAI, now)
    expect(line('not_started', 'ready')).toBe('11月11日 10:00 开抢')
    expect(line('not_started', 'ready', TEN - 61_000)).toBe('距开抢 00:01:01')
    expect(line('running', 'ready', TEN)).toBe('距结束 01:00:00')
    expect(line('running', 'offline', TEN)).toContain('网络')
  })
})

describe('a reward’s card', () => {
  const held: HeldReward = {
    id: 'grt_0000000001',
    rewardId: 'rwd_0000000001',
    title: '好礼',
    given: { kind: 'cash', amountFen: 188 },
    state: 'granted',
    grantedAt: '2026-11-11T02:00:00.000Z',
    expiresAt: null,
    useLink: '/p/shop',
  }
  const draw = (over: Partial<HeldReward>) =>
    renderView(() => createElement(RewardFace, { reward: { ...held, ...over } }), {})

  it('says what each kind gives and what to do with it', () => {
    expect(draw({})).toMatch(/1\.88.*已存入余额.*href="\/p\/shop".*去使用/)
    const coupon = { kind: 'coupon', amountFen: 2_000, thresholdFen: 19_900 } as const
    const last = draw({ given: coupon, expiresAt: '2026-11-11T16:00:00.000Z' })
    expect(last).toMatch(/满 199 减 20.*is-last.*今日到期/)
    expect(draw({ given: { kind: 'points', points: 500 } })).toMatch(/500.*积分已到账/)
    const voucher = {
      kind: 'partner_voucher',
      partner: '某咖啡',
      code: 'AB-12',
      howToUse: '到店出示',
    } as const
    expect(draw({ given: voucher })).toMatch(/某咖啡.*<code>AB-12<\/code>.*复制.*到店出示/)
    const prize = (hasAddress: boolean) => draw({ given: { kind: 'physical', image: '', hasAddress } })
    expect(prize(false)).toMatch(/href="\/my\/rewards".*填写收货地址/)
    expect(prize(true)).not.toContain('href')
  })

  it('leads nowhere unsafe', () => {
    const physical = { kind: 'physical', image: 'javascript:alert(1)', hasAddress: false } as const
    expect(draw({ useLink: 'javascript:alert(1)' }) + draw({ given: physical })).not.toContain('javascript:')
  })
})

describe('the rules', () => {
  it('can be read where no script runs', () => {
    const html = renderView(
      () => createElement(Rules, { id: 'wall', children: createElement(RuleList, { items: ['一人一张'] }) }),
      {},
    )
    expect(html).toMatch(/<details[^>]*>.*<summary>规则<\/summary>.*一人一张/)
  })
})
