import { columns, drawing, image, notice, pageOf, play, space, tabBar, text } from './blocks'
import { lotteryConfig, type PrizeDraft } from './lottery-config'
import { BY_CHANCE, cash, coupon, points, thing } from './rewards'
import { rules, rulesText } from './rules'
import type { PlayTemplate } from './template'

const picture = (name: string) => `/assets/pictures/product-${name}.svg`

const rewards: PlayTemplate['rewards'] = {
  tablet: thing('平板电脑', 1_599, 5, picture('tablet')),
  cooker: thing('电饭煲', 299, 20, picture('rice-cooker')),
  nuts: thing('每日坚果礼盒', 59, 200, picture('nuts')),
  coupon20: coupon('积分专享券', 20, 99, 3_000, 7),
  balance: cash('5 元余额', 5, 1_000),
  lucky: cash('8.8 元现金', 8.8, 200, BY_CHANCE),
  points60: points('60 积分', 60, 20_000),
}

const PRIZES: PrizeDraft[] = [
  { name: '8.8 元现金', weight: 10_000, reward: 'lucky' },
  { name: '满99减20', weight: 190_000, reward: 'coupon20' },
  { name: '60 积分', weight: 500_000, reward: 'points60', catches: true },
  { name: '谢谢参与', weight: 300_000 },
]

/** Points are money for once: what they buy comes first, how to get more of them after. */
export const pointsCarnival: PlayTemplate = {
  key: 'points-carnival',
  kind: 'play',
  occasion: 'everyday',
  name: { 'zh-CN': '积分狂欢', en: 'Points carnival' },
  description: {
    'zh-CN': '金币喷泉开场，积分兑好礼、积分刮大奖，老积分变现金。',
    en: 'A fountain of coins: points buy gifts, chances and even cash.',
  },
  campaign: { name: '积分狂欢', window: { kind: 'days', startsIn: 0, days: 10 } },
  rewards,
  tools: (id) => {
    const priced = (rewardId: string | undefined, pointsPrice: number, cashFen: number, tag = '') => ({
      rewardId,
      pointsPrice,
      cashFen,
      perMember: 1,
      tag,
    })
    return {
      mall: {
        type: 'points-mall',
        name: '积分狂欢商城',
        config: {
          items: [
            priced(id.tablet, 9_900, 59_900, '爆款'),
            priced(id.cooker, 3_900, 9_900),
            priced(id.nuts, 900, 990, '人气'),
            { ...priced(id.coupon20, 200, 0), perMember: 5 },
            { ...priced(id.balance, 450, 0, '每日限兑'), perMember: 3, perDay: 1 },
          ],
          earnLink: '',
          topUpLink: '',
        },
      },
      scratch: {
        type: 'lottery',
        name: '积分刮刮乐',
        config: lotteryConfig(PRIZES, id, { freePerDay: 1, pointsPerChance: 20 }),
      },
    }
  },
  page: ({ tools, window }) =>
    pageOf(
      {
        title: '积分狂欢',
        theme: 'fresh',
        share: { description: '攒了这么久的积分，现在当钱花', image: drawing('points-hero') },
      },
      {
        hero: image('points-hero', '积分狂欢：积分当钱花', [750, 640]),
        entries: columns('2:1', 8, { first: ['toMall'], second: ['toScratch'] }),
        toMall: image('points-mall-entry', '兑好礼：数码、家电、零食', [460, 240], {
          link: '#mall',
          radius: 14,
        }),
        toScratch: image('points-scratch-entry', '刮大奖：每天免费 1 次', [230, 240], {
          link: '#scratch',
          radius: 14,
        }),
        news: notice('gift', 'plain', [
          ['积分先用快过期的，不浪费一分', '#mall'],
          ['5 元余额每天限量，早来早兑', '#mall'],
        ]),
        mall: play('points-mall', { title: '积分兑好礼', layout: 'list', showProgress: true }, tools.mall),
        scratch: play('lottery', { title: '积分刮刮乐', skin: 'scratch', showWinners: true }, tools.scratch),
        tip: text('积分有效期 365 天，到期前会提醒你', 'note', 'center'),
        how: rules(
          rulesText({
            window,
            rewards,
            odds: PRIZES,
            hasPaidChances: true,
            how: [
              '用积分或「积分 + 余额」兑换商品，每款限兑数量以页面为准；兑换成功后积分不退。',
              '每天免费刮 1 次；可用 20 积分再换 1 次，每天最多换 3 次。',
            ],
          }),
          { display: 'button' },
        ),
        end: space(24),
        bar: tabBar([
          ['狂欢', 'coin', ''],
          ['兑好礼', 'gift', '#mall'],
          ['刮大奖', 'star', '#scratch'],
          ['我的', 'user', '/my/rewards'],
        ]),
      },
    ),
}
