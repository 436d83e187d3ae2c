import { countdown, drawing, image, pageOf, play, space, text } from './blocks'
import { floors, floorTools } from './goods'
import { lotteryConfig, type PrizeDraft } from './lottery-config'
import { BY_CHANCE, cash, coupon, points, thing } from './rewards'
import { rules, rulesText } from './rules'
import type { PlayTemplate } from './template'

const THERMOS = '/assets/pictures/product-thermos.svg'

const rewards: PlayTemplate['rewards'] = {
  snowball: cash('雪球红包', 6, 5_000),
  coupon25: coupon('圣诞心愿券', 25, 149, 6_000, 7),
  coupon60: coupon('圣诞暖冬券', 60, 399, 2_000, 7),
  thermos: thing('圣诞保温杯', 49, 50, THERMOS, BY_CHANCE),
  points30: points('30 积分', 30, 30_000),
}

const PRIZES: PrizeDraft[] = [
  { name: '圣诞保温杯', weight: 2_000, reward: 'thermos', image: THERMOS },
  { name: '圣诞心愿券', weight: 198_000, reward: 'coupon25' },
  { name: '30 积分', weight: 500_000, reward: 'points30', catches: true },
  { name: '圣诞快乐', weight: 300_000 },
]

/** A village in the snow: a snowball that grows, a card to scratch, and what to put under the tree. */
export const christmas: PlayTemplate = {
  key: 'christmas',
  kind: 'play',
  occasion: 'christmas',
  name: { 'zh-CN': '圣诞心愿季', en: 'Christmas wishes' },
  description: {
    'zh-CN': '雪夜小镇，滚雪球红包、刮圣诞贺卡、领暖冬券。',
    en: 'A village in the snow: a growing packet, a card to scratch, and winter coupons.',
  },
  campaign: { name: '圣诞心愿季', window: { kind: 'festival', from: '12-18', until: '12-27' } },
  rewards,
  tools: (id, shop) => ({
    snowball: {
      type: 'expanding-packet',
      name: '雪球红包',
      config: {
        mode: 'self',
        rewardId: id.snowball,
        baseFen: 100,
        targetFen: 600,
        perDay: 1,
        collectHours: 24,
        helpers: 6,
        leastFen: 50,
        mostFen: 100,
        hours: 24,
        helpsPerDay: 3,
      },
    },
    scratch: {
      type: 'lottery',
      name: '圣诞贺卡',
      config: lotteryConfig(PRIZES, id, { freePerDay: 1, pointsPerChance: 0 }),
    },
    wall: {
      type: 'coupon-wall',
      name: '暖冬礼券',
      config: {
        coupons: [id.coupon25, id.coupon60].map((rewardId) => ({ rewardId, perMember: 1 })),
        sessions: [],
      },
    },
    ...floorTools(shop, { most: 1, limit: 4, coupons: id.coupon25 ? [id.coupon25] : [] }),
  }),
  page: ({ tools, shop, window }) =>
    pageOf(
      {
        title: '圣诞心愿季',
        theme: 'christmas',
        share: { description: '滚雪球、刮贺卡，把心愿放到圣诞树下', image: drawing('christmas-hero') },
      },
      {
        hero: image('christmas-hero', '圣诞心愿季：滚雪球、刮贺卡、领暖冬券', [750, 980]),
        clock: countdown(window.endsAt, '圣诞老人离开还有', '圣诞老人已经启程', 'line'),
        snowball: play(
          'expanding-packet',
          { title: '滚雪球红包', slogan: '轻轻一推，雪球大一圈', isInWechat: false },
          tools.snowball,
        ),
        scratch: play(
          'lottery',
          { title: '刮开圣诞贺卡', skin: 'scratch', showWinners: false },
          tools.scratch,
        ),
        line: space(40, 'ornament'),
        wall: play('coupon-wall', { title: '暖冬礼券', layout: 'grid', showProgress: false }, tools.wall),
        ...floors(shop, tools, ['two'], { title: '放到圣诞树下', buttonText: '加入心愿' }),
        bye: text('愿你的心愿，都被温柔以待', 'note', 'center'),
        how: rules(
          rulesText({
            window,
            rewards,
            odds: PRIZES,
            how: [
              '每天可开 1 个雪球红包，从 1 元起，滚大后不超过 6 元，请在 24 小时内领取。',
              '每天可刮 1 张圣诞贺卡。',
              '暖冬礼券每位会员每种限领 1 张。',
            ],
          }),
          { display: 'tag', side: 'right', top: 26 },
        ),
        end: space(24),
      },
    ),
}
