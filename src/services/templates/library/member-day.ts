import { button, columns, drawing, image, pageOf, play, space, text } from './blocks'
import { floors, floorTools } from './goods'
import { lotteryConfig, type PrizeDraft } from './lottery-config'
import { BY_CHANCE, cash, coupon, points, thing } from './rewards'
import { rules, rulesText } from './rules'
import type { PlayTemplate } from './template'

const SUITCASE = '/assets/pictures/product-suitcase.svg'

const rewards: PlayTemplate['rewards'] = {
  coupon30: coupon('会员专享券', 30, 199, 5_000, 7),
  coupon80: coupon('会员尊享券', 80, 499, 2_000, 7),
  suitcase: thing('20 英寸登机箱', 239, 5, SUITCASE, BY_CHANCE),
  cash5: cash('5 元余额', 5, 500, BY_CHANCE),
  points20: points('20 积分', 20, 30_000),
  points200: points('200 积分', 200, 2_000),
}

const PRIZES: PrizeDraft[] = [
  { name: '登机箱', weight: 50, reward: 'suitcase', image: SUITCASE },
  { name: '20 积分', weight: 499_950, reward: 'points20', catches: true },
  { name: '5 元余额', weight: 20_000, reward: 'cash5' },
  { name: '满199减30', weight: 150_000, reward: 'coupon30' },
  { name: '200 积分', weight: 50_000, reward: 'points200' },
  { name: '满499减80', weight: 80_000, reward: 'coupon80' },
  { name: '会员祝福', weight: 100_000 },
  { name: '谢谢参与', weight: 100_000 },
]

/** Black and gold, quiet: three rights, the coupons that go with them, one draw a day. */
export const memberDay: PlayTemplate = {
  key: 'member-day',
  kind: 'play',
  occasion: 'member-day',
  name: { 'zh-CN': '会员日', en: 'Member day' },
  description: {
    'zh-CN': '黑金质感，三项权益开门见山，尊享券与每日九宫格。',
    en: 'Black and gold: three rights at a glance, member coupons and a daily draw.',
  },
  campaign: { name: '会员日', window: { kind: 'days', startsIn: 1, days: 3 } },
  rewards,
  tools: (id, shop) => ({
    wall: {
      type: 'coupon-wall',
      name: '会员尊享券',
      config: {
        coupons: [id.coupon30, id.coupon80].map((rewardId) => ({ rewardId, perMember: 1 })),
        sessions: [],
      },
    },
    grid: {
      type: 'lottery',
      name: '会员日九宫格',
      config: lotteryConfig(PRIZES, id, { freePerDay: 1, pointsPerChance: 50 }),
    },
    ...floorTools(shop, { most: 1, limit: 6, coupons: id.coupon30 ? [id.coupon30] : [] }),
  }),
  page: ({ tools, shop, window }) =>
    pageOf(
      {
        title: '会员日',
        theme: 'member-day',
        share: { description: '会员专享券、每日抽奖、积分加倍，只给会员', image: drawing('member-day-hero') },
      },
      {
        hero: image('member-day-hero', '会员日：尊享三重礼遇', [750, 820]),
        rights: columns('1:1:1', 8, { first: ['rightA'], second: ['rightB'], third: ['rightC'] }),
        rightA: image('right-coupon', '专享券：满 499 减 80', [220, 260], { link: '#wall', radius: 12 }),
        rightB: image('right-draw', '天天抽：登机箱等你', [220, 260], { link: '#grid', radius: 12 }),
        rightC: image('right-points', '攒积分：抽中 200 积分', [220, 260], { link: '#grid', radius: 12 }),
        wall: play('coupon-wall', { title: '会员尊享券', layout: 'grid', showProgress: true }, tools.wall),
        grid: play('lottery', { title: '每日一抽', skin: 'nine-grid', showWinners: true }, tools.grid),
        ...floors(shop, tools, ['row'], { title: '会员精选', buttonText: '' }),
        thanks: text('感谢每一位老朋友的陪伴', 'note', 'center'),
        mine: button('我的奖励', '/my/rewards', { look: 'outline', width: 'auto' }),
        how: rules(
          rulesText({
            window,
            rewards,
            odds: PRIZES,
            hasPaidChances: true,
            how: [
              '活动期间登录即可领取会员专享券与尊享券，每种限领 1 张。',
              '每天免费抽奖 1 次；可用 50 积分再换 1 次，每天最多换 3 次。',
            ],
          }),
          { display: 'button' },
        ),
        end: space(24),
      },
    ),
}
