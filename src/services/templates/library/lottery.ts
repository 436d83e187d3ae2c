import { card, drawing, heading, image, item, pageOf, play, space } from './blocks'
import { lotteryConfig, type PrizeDraft } from './lottery-config'
import { BY_CHANCE, cash, coupon, points, thing } from './rewards'
import { rules, rulesText } from './rules'
import type { PlayTemplate } from './template'

const PHONE = '/assets/pictures/product-phone.svg'
const VACUUM = '/assets/pictures/product-robot-vacuum.svg'

const rewards: PlayTemplate['rewards'] = {
  phone: thing('旗舰手机', 2_699, 1, PHONE, BY_CHANCE),
  vacuum: thing('扫地机器人', 1_299, 2, VACUUM, BY_CHANCE),
  cash18: cash('18 元现金', 18, 200, BY_CHANCE),
  coupon40: coupon('抽奖专享券', 40, 299, 3_000, 7),
  coupon10: coupon('幸运小额券', 10, 59, 8_000, 3),
  points50: points('50 积分', 50, 20_000),
  points10: points('10 积分', 10, 100_000),
}

const PRIZES: PrizeDraft[] = [
  { name: '旗舰手机', weight: 5, reward: 'phone', image: PHONE },
  { name: '10 积分', weight: 449_975, reward: 'points10', catches: true },
  { name: '18 元现金', weight: 5_000, reward: 'cash18' },
  { name: '满59减10', weight: 180_000, reward: 'coupon10' },
  { name: '扫地机器人', weight: 20, reward: 'vacuum', image: VACUUM },
  { name: '50 积分', weight: 120_000, reward: 'points50' },
  { name: '满299减40', weight: 65_000, reward: 'coupon40' },
  { name: '谢谢参与', weight: 180_000 },
]

/** A stage with one thing on it: the wheel, right below the title. */
export const lottery: PlayTemplate = {
  key: 'lottery',
  kind: 'play',
  occasion: 'everyday',
  name: { 'zh-CN': '幸运大抽奖', en: 'Lucky draw' },
  description: {
    'zh-CN': '舞台聚光，一屏见转盘；奖品、概率、中奖名单都公开。',
    en: 'A lit stage with the wheel in the first screen; prizes, odds and winners in the open.',
  },
  campaign: { name: '幸运大抽奖', window: { kind: 'days', startsIn: 0, days: 14 } },
  rewards,
  tools: (id) => ({
    wheel: {
      type: 'lottery',
      name: '幸运大转盘',
      config: lotteryConfig(PRIZES, id, { freePerDay: 3, pointsPerChance: 30 }),
    },
  }),
  page: ({ tools, window }) =>
    pageOf(
      {
        title: '幸运大抽奖',
        theme: 'double-11',
        share: { description: '每天免费抽 3 次，旗舰手机等你带走', image: drawing('lottery-hero') },
      },
      {
        hero: image('lottery-hero', '幸运大抽奖：每天免费抽 3 次，旗舰手机等你带走', [750, 520]),
        wheel: play('lottery', { title: '好运转起来', skin: 'wheel', showWinners: true }, tools.wheel),
        prizes: image('lottery-prizes', '大奖：旗舰手机 1 台、扫地机器人 2 台、18 元现金 200 份', [750, 330]),
        chances: card([
          heading('抽奖次数怎么来'),
          item('每天登录送 **3 次**，零点刷新，当天用完。', 'bullet'),
          item('30 积分换 1 次，每天最多换 3 次。', 'bullet'),
          item('中奖后到「我的奖励」查看，实物请填写收货地址。', 'bullet'),
        ]),
        gap: space(12),
        how: rules(
          rulesText({
            window,
            rewards,
            odds: PRIZES,
            hasPaidChances: true,
            how: ['登录后每天免费抽奖 3 次，当日有效。', '可用 30 积分换 1 次抽奖机会，每天最多换 3 次。'],
          }),
          { display: 'inline' },
        ),
        end: space(24),
      },
    ),
}
