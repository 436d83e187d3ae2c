import { anchorNav, drawing, image, pageOf, play, space, tabBar } from './blocks'
import { floorAnchors, floors, floorTools } from './goods'
import { coupon } from './rewards'
import { rules, rulesText } from './rules'
import type { PlayTemplate } from './template'

const rewards: PlayTemplate['rewards'] = {
  all10: coupon('全场小额券', 10, 99, 20_000, 3),
  all30: coupon('全场满减券', 30, 259, 8_000, 3),
  all60: coupon('全场大额券', 60, 499, 3_000, 3),
  daily5: coupon('天天小额券', 5, 29, 50_000, 1),
  weekend: coupon('周末加码券', 15, 89, 10_000, 2),
}

const LAYOUTS = ['row', 'two']

/** A place people come back to: no fuss, coupons by what they are for. */
export const couponCentre: PlayTemplate = {
  key: 'coupon-centre',
  kind: 'play',
  occasion: 'everyday',
  name: { 'zh-CN': '领券中心', en: 'Coupon centre' },
  description: {
    'zh-CN': '长期常驻：顶部分类直达，通用券、天天券分区，领完接着逛。',
    en: 'Always on: sections for general and daily coupons, and goods to use them on.',
  },
  campaign: { name: '领券中心', window: { kind: 'days', startsIn: 0, days: 90 } },
  rewards,
  tools: (id, shop) => ({
    all: {
      type: 'coupon-wall',
      name: '通用满减券',
      config: {
        coupons: [id.all10, id.all30, id.all60].map((rewardId) => ({ rewardId, perMember: 3, perDay: 1 })),
        sessions: [],
      },
    },
    daily: {
      type: 'coupon-wall',
      name: '天天领券',
      config: {
        coupons: [id.daily5, id.weekend].map((rewardId) => ({ rewardId, perMember: 90, perDay: 1 })),
        sessions: [],
      },
    },
    ...floorTools(shop, {
      most: LAYOUTS.length,
      limit: 6,
      coupons: [id.all10, id.all30].flatMap((c) => c ?? []),
    }),
  }),
  page: ({ tools, shop, window }) =>
    pageOf(
      {
        title: '领券中心',
        theme: 'fresh',
        share: { description: '每天都有新券，先领券再下单', image: drawing('coupon-centre-hero') },
      },
      {
        hero: image('coupon-centre-hero', '领券中心：先领券，再下单', [750, 380]),
        nav: anchorNav('line', [
          ['通用券', 'all'],
          ['天天领', 'daily'],
          ...floorAnchors(shop, tools, LAYOUTS.length),
        ]),
        all: play('coupon-wall', { title: '通用满减券', layout: 'list', showProgress: true }, tools.all),
        daily: play('coupon-wall', { title: '天天领', layout: 'grid', showProgress: false }, tools.daily),
        ...floors(shop, tools, LAYOUTS, { buttonText: '' }),
        how: rules(
          rulesText({
            window,
            rewards,
            how: [
              '登录后点击「领取」，券自动放入「我的奖励」，下单满额自动抵扣。',
              '通用满减券每人每天限领 1 张、每种最多 3 张；天天小额券与周末加码券每人每天各限领 1 张。',
              '一笔订单限用一张优惠券。',
            ],
          }),
          { display: 'button' },
        ),
        end: space(24),
        bar: tabBar([
          ['领券', 'coupon', ''],
          ['天天领', 'fire', '#daily'],
          ['我的券', 'user', '/my/rewards'],
        ]),
      },
    ),
}
