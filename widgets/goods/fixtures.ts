import type { StateSample, WidgetFixtures } from '../kit/fixtures'
import type { ProductFacts, RewardFacts } from '../kit/tool'
import { priceAfterCoupon } from './price-after-coupon'
import type { Good, GoodsState } from './state'
import type { GoodsConfig } from './tool'

const rewards: RewardFacts[] = [
  {
    id: 'rwd_0000000001',
    title: '家电满 500 减 60',
    terms: {
      kind: 'coupon',
      amountFen: 6_000,
      thresholdFen: 50_000,
      validity: { kind: 'days', days: 3 },
      useLink: '/p/double-11',
    },
    isEnabled: true,
    stock: 1_000,
    taken: 200,
  },
  {
    id: 'rwd_0000000002',
    title: '无门槛 8.8 元券',
    terms: {
      kind: 'coupon',
      amountFen: 880,
      thresholdFen: 9_900,
      validity: { kind: 'until', until: '2026-11-30T15:59:59.000Z' },
      useLink: '/p/double-11',
    },
    isEnabled: true,
    stock: 1_000,
    taken: 0,
  },
]

type Sample = ProductFacts & { group: string }

const sample = (
  id: number,
  title: string,
  picture: string,
  prices: [fen: number, listFen: number],
  stock: number,
): Sample => ({
  id: `prd_000000000${id}`,
  title,
  image: `/assets/pictures/product-${picture}.svg`,
  priceFen: prices[0],
  listPriceFen: prices[1],
  stock,
  link: '/p/double-11',
  group: '双11 爆款',
})

const products: Sample[] = [
  sample(1, '智能扫地机器人 扫拖一体自动集尘 大吸力家用', 'robot-vacuum', [259_900, 329_900], 86),
  sample(2, '纯铜内胆电饭煲 4L', 'rice-cooker', [59_990, 79_900], 8),
  sample(3, '降噪蓝牙耳机 40 小时续航', 'headphones', [39_900, 49_900], 320),
  sample(4, '丝绒哑光口红 3.2g 正红色 不易沾杯 送小样', 'lipstick', [18_950, 0], 45),
  sample(5, '高山绿茶 明前特级 250g 罐装', 'tea', [6_800, 8_800], 500),
  sample(6, '有机纯牛奶 250ml×24 盒', 'milk', [7_990, 9_900], 0),
]

const config: GoodsConfig = {
  source: 'picked',
  products: products.map(({ id }) => id),
  group: '',
  limit: 20,
  coupons: rewards.map(({ id }) => ({ rewardId: id })),
}

const goodOf = ({ stock, group: _, ...product }: Sample): Good => {
  const afterCouponFen = priceAfterCoupon(product.priceFen, rewards, new Date('2026-11-11T04:00:00.000Z'))
  return {
    ...product,
    ...(stock > 0 && afterCouponFen !== undefined && { afterCouponFen }),
    ...(stock > 0 && stock <= 10 && { few: stock }),
    isSoldOut: stock === 0,
  }
}
const goods = products.map(goodOf)

function state(change: (good: Good, i: number) => Good): StateSample<GoodsState> {
  return { status: 'ready', state: { goods: goods.map(change) } }
}

export const fixtures: WidgetFixtures<GoodsState, GoodsConfig> = {
  versions: [
    {
      version: 1,
      props: {
        title: '双11 爆款直降',
        moreText: '更多好物',
        moreLink: '/p/double-11',
        layout: 'two',
        picture: 'square',
        showStock: true,
        showListPrice: true,
        buttonText: '马上抢',
      },
    },
  ],
  states: {
    selling: state((good) => good),
    onlyFew: state((good, i) => ({ ...good, isSoldOut: false, few: i + 1 })),
    soldOut: state(({ few: _, afterCouponFen: __, ...good }) => ({ ...good, isSoldOut: true })),
    noCoupon: state(({ afterCouponFen: _, ...good }) => good),
    empty: { status: 'ready', state: { goods: [] } },
  },
  tool: { config, rewards, inputs: {}, products },
}
