import { describe, expect, it } from 'vitest'
import { inMemoryEngine, NOON, RUNNING } from '../kit/testing/in-memory-engine'
import { renderView } from '../kit/testing/render'
import type { RewardFacts } from '../kit/tool'
import { definition } from './definition'
import { fixtures } from './fixtures'
import { priceAfterCoupon } from './price-after-coupon'
import type { GoodsState } from './state'
import { type GoodsConfig, tool } from './tool'
import { View } from './view'

const sample = fixtures.tool
if (!sample) throw new Error('the goods floor has no sample')
const { config, rewards, products = [] } = sample

function aCoupon(amountFen: number, thresholdFen: number, more: Partial<RewardFacts> = {}): RewardFacts {
  return {
    id: 'rwd_0000000009',
    title: '券',
    terms: { kind: 'coupon', amountFen, thresholdFen, validity: { kind: 'days', days: 3 }, useLink: '' },
    isEnabled: true,
    stock: 10,
    taken: 0,
    ...more,
  }
}

const present = (
  change: Partial<GoodsConfig> = {},
  world: Partial<Parameters<typeof inMemoryEngine>[0]> = {},
) => {
  const { facts } = inMemoryEngine<GoodsConfig>({
    rewards,
    products,
    ...world,
    config: { ...config, ...change },
  })
  return (tool.present(facts, undefined, NOON, {}) as GoodsState).goods
}

describe('the price after the coupon', () => {
  const price = (fen: number, ...coupons: RewardFacts[]) => priceAfterCoupon(fen, coupons, NOON.at)

  it('is with the best of those whose threshold the price reaches, to the fen', () => {
    const coupons = [aCoupon(2_000, 19_900), aCoupon(6_000, 50_000), aCoupon(880, 0)]
    expect(price(59_990, ...coupons)).toBe(53_990)
    expect(price(50_000, ...coupons)).toBe(44_000)
    expect(price(49_999, ...coupons)).toBe(47_999)
    expect(price(19_899, ...coupons)).toBe(19_019)
  })

  it('is none where no coupon applies', () => {
    expect(price(19_899, aCoupon(2_000, 19_900))).toBeUndefined()
    expect(price(19_900)).toBeUndefined()
  })

  it('counts a percentage up to its maximum, and leaves out what takes an item instead', () => {
    const of = (off: object, amountFen: number) =>
      aCoupon(amountFen, 0, {
        terms: {
          kind: 'coupon',
          amountFen,
          off,
          thresholdFen: 0,
          validity: { kind: 'days', days: 3 },
          useLink: '',
        },
      } as Partial<RewardFacts>)
    const percent = { kind: 'percent', offPpm: 150_000 }
    expect(price(1_999, of(percent, 10_000))).toBe(1_700)
    expect(price(1_999, of(percent, 100))).toBe(1_899)
    expect(price(1_999, of({ kind: 'exchange' }, 10_000))).toBeUndefined()
  })

  it('is never less than nothing', () => {
    expect(price(500, aCoupon(990, 0))).toBe(0)
  })

  it.each([
    ['is disabled', aCoupon(1, 0, { isEnabled: false })],
    ['is gone', aCoupon(1, 0, { stock: 5, taken: 5 })],
    [
      'is for some products only',
      aCoupon(1, 0, {
        terms: {
          kind: 'coupon',
          amountFen: 1,
          thresholdFen: 0,
          scope: { kind: 'skus', skus: ['tea'] },
          validity: { kind: 'days', days: 3 },
          useLink: '',
        },
      }),
    ],
    ['is gone for today', aCoupon(1, 0, { today: { stock: 2, taken: 2 } })],
    [
      'has lapsed',
      aCoupon(1, 0, {
        terms: {
          kind: 'coupon',
          amountFen: 1,
          thresholdFen: 0,
          validity: { kind: 'until', until: NOON.at.toISOString() },
          useLink: '',
        },
      }),
    ],
    ['is no coupon', aCoupon(1, 0, { terms: { kind: 'cash', amountFen: 1, useLink: '' } })],
  ])('leaves out one that %s', (_, coupon) => {
    expect(price(1_000, coupon)).toBeUndefined()
  })
})

describe('what a floor shows', () => {
  it('is what was picked, in that order, without what is gone from the list', () => {
    const ids = ['prd_0000000003', 'prd_missing000', 'prd_0000000001']
    expect(present({ products: ids }).map(({ id }) => id)).toEqual(['prd_0000000003', 'prd_0000000001'])
  })

  it('is of a group as many as it may hold, what is sold out last', () => {
    const goods = present(
      { source: 'group', group: '双11 爆款', limit: 6 },
      { products: products.toReversed() },
    )
    expect(goods.map(({ isSoldOut }) => isSoldOut)).toEqual([false, false, false, false, false, true])
    expect(present({ source: 'group', group: '双11 爆款', limit: 2 })).toHaveLength(2)
    expect(present({ source: 'group', group: '没有的' })).toEqual([])
  })

  it('asks for what it shows and no more', () => {
    const needs = (change: Partial<GoodsConfig>) =>
      tool.presentNeeds({ ...config, ...change }, undefined, NOON, {})
    expect(needs({ products: ['prd_0000000001'] })).toEqual({
      products: { ids: ['prd_0000000001'], limit: 1 },
    })
    expect(needs({ source: 'group', group: '家电', limit: 4 })).toEqual({
      products: { groups: ['家电'], limit: 4 },
    })
    expect(needs({ source: 'group', group: '' })).toEqual({})
  })

  it.each([
    [11, undefined, false],
    [10, 10, false],
    [1, 1, false],
    [0, undefined, true],
  ])('says of a stock of %i that there are %s left', (stock, few, isSoldOut) => {
    const [good] = present({}, { products: products.map((product) => ({ ...product, stock })) })
    expect([good?.few, good?.isSoldOut]).toEqual([few, isSoldOut])
  })

  it('crosses out only what is higher', () => {
    const at = (listPriceFen: number) =>
      present({}, { products: products.map((product) => ({ ...product, priceFen: 100, listPriceFen })) })[0]
        ?.listPriceFen
    expect([at(101), at(100), at(99), at(0)]).toEqual([101, 0, 0, 0])
  })

  it.each(['ended', 'suspended'] as const)('has no coupon prices once the campaign is %s', (phase) => {
    const goods = present({}, { campaign: { ...RUNNING, phase } })
    expect(goods.some((good) => 'afterCouponFen' in good)).toBe(false)
  })
})

describe('a configuration', () => {
  const codes = (change: Partial<GoodsConfig>) =>
    tool.check?.({ ...config, ...change }).map(({ code, path }) => `${code} ${path.join('.')}`)

  it('names what is missing or there twice', () => {
    expect(codes({ products: [] })).toEqual(['no_products products'])
    expect(codes({ products: ['prd_0000000001', 'prd_0000000001'] })).toEqual(['product_twice products'])
    expect(codes({ source: 'group', products: [], group: '' })).toEqual(['no_group group'])
    expect(codes({ coupons: [{ rewardId: 'rwd_1' }, { rewardId: 'rwd_1' }] })).toEqual([
      'coupon_twice coupons.1.rewardId',
    ])
  })
})

describe('a floor on the page', () => {
  const draw = (state: GoodsState | undefined, props = {}, isEditing = false) =>
    renderView(
      View,
      { ...definition.defaults, ...props },
      { tool: { status: 'ready', state }, host: { isEditing } },
    )
  const good = {
    id: 'a',
    title: '锅',
    image: '',
    link: '/p/a',
    priceFen: 59_990,
    listPriceFen: 79_900,
    isSoldOut: false,
  }

  it('writes the price with small decimals, the price before the coupon and what is crossed out', () => {
    const html = draw({ goods: [{ ...good, afterCouponFen: 53_990 }] })
    expect(html).toContain('<small>¥</small>539<small>.9</small>')
    expect(html).toContain('<span>¥599.9</span>')
    expect(html).toContain('<s><span class="zg-gd-said">划线价 </span>¥799</s>')
    expect(draw({ goods: [good] })).not.toContain('券后')
    expect(draw({ goods: [good] }, { showListPrice: false })).not.toContain('799')
  })

  it('is a link where the product leads somewhere, and only then', () => {
    expect(draw({ goods: [good] })).toContain('<a class="zg-gd-card" href="/p/a">')
    expect(draw({ goods: [{ ...good, link: '' }] })).not.toContain('<a')
    expect(draw({ goods: [{ ...good, link: 'javascript:alert(1)' }] })).not.toContain('javascript')
  })

  it('says when few are left, and when none', () => {
    expect(draw({ goods: [{ ...good, few: 3 }] })).toContain('仅剩 3 件')
    expect(draw({ goods: [{ ...good, few: 3 }] }, { showStock: false })).not.toContain('仅剩')
    const gone = draw({ goods: [{ ...good, isSoldOut: true }] })
    expect(gone).toContain('已售罄')
    expect(gone).not.toContain('马上抢')
  })

  it('is not there for members while there is nothing to show, and says why in the editor', () => {
    expect(draw(undefined)).toBe('')
    expect(draw({ goods: [] })).toBe('')
    expect(draw(undefined, {}, true)).toContain('选择或新建')
    expect(draw({ goods: [] }, {}, true)).toContain('导入')
  })
})
