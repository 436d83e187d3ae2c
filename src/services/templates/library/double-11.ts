import { anchorNav, countdown, drawing, image, notice, pageOf, play, space, tabBar } from './blocks'
import { floorAnchors, floors, floorTools } from './goods'
import { lotteryConfig, type PrizeDraft } from './lottery-config'
import { BY_CHANCE, cash, coupon, points, thing } from './rewards'
import { rules, rulesText } from './rules'
import type { PlayTemplate } from './template'

const HEADPHONES = '/assets/pictures/product-headphones.svg'

const rewards: PlayTemplate['rewards'] = {
  coupon20: coupon('双11 全场通用券', 20, 199, 10_000, 3),
  coupon50: coupon('双11 满减券', 50, 300, 5_000, 7),
  coupon100: coupon('双11 大额神券', 100, 999, 1_000, 1),
  packetCash: cash('双11 现金红包', 2, 20_000),
  cash8: cash('8.8 元现金', 8.8, 300, BY_CHANCE),
  headphones: thing('降噪耳机', 399, 3, HEADPHONES, BY_CHANCE),
  points20: points('20 积分', 20, 50_000),
  points100: points('100 积分', 100, 5_000),
}

const PRIZES: PrizeDraft[] = [
  { name: '降噪耳机', weight: 10, reward: 'headphones', image: HEADPHONES },
  { name: '20 积分', weight: 399_990, reward: 'points20', catches: true },
  { name: '8.8 元现金', weight: 10_000, reward: 'cash8' },
  { name: '满199减20', weight: 120_000, reward: 'coupon20' },
  { name: '100 积分', weight: 100_000, reward: 'points100' },
  { name: '满300减50', weight: 70_000, reward: 'coupon50' },
  { name: '再来一天', weight: 100_000 },
  { name: '谢谢参与', weight: 200_000 },
]

const LAYOUTS = ['two', 'row', 'three']

/** 双11: everything a main venue has, one floor after the other, and a bar that leads to each. */
export const double11: PlayTemplate = {
  key: 'double-11',
  kind: 'play',
  occasion: 'double-11',
  name: { 'zh-CN': '双11 主会场', en: 'Double 11 main venue' },
  description: {
    'zh-CN': '红包、神券、大转盘和商品楼层，吸顶导航一步直达。',
    en: 'Packets, coupons, a wheel and product floors, with a sticky bar that leads to each.',
  },
  campaign: { name: '双11 主会场', window: { kind: 'festival', from: '11-01', until: '11-12' } },
  rewards,
  tools: (id, shop) => ({
    wall: {
      type: 'coupon-wall',
      name: '双11 领券',
      config: {
        coupons: [
          { rewardId: id.coupon20, perMember: 2 },
          { rewardId: id.coupon50, perMember: 1 },
          { rewardId: id.coupon100, perMember: 1, perSession: 30 },
        ],
        sessions: [10, 14, 20].map((hour) => ({ hour, minute: 0 })),
      },
    },
    packet: {
      type: 'red-packet',
      name: '双11 天天拆红包',
      config: {
        mode: 'open',
        rewardId: id.packetCash,
        perDay: 3,
        minFen: 10,
        maxFen: 200,
        total: 33,
        totalFen: 1_000,
        parts: 5,
        hours: 24,
        openPerDay: 10,
      },
    },
    wheel: {
      type: 'lottery',
      name: '双11 大转盘',
      config: lotteryConfig(PRIZES, id, { freePerDay: 3, pointsPerChance: 50 }),
    },
    ...floorTools(shop, {
      most: LAYOUTS.length,
      limit: 6,
      coupons: [id.coupon20, id.coupon50].flatMap((c) => c ?? []),
    }),
  }),
  page: ({ tools, shop, window }) =>
    pageOf(
      {
        title: '双11 主会场',
        theme: 'double-11',
        share: { description: '满 300 减 50，红包天天拆，大奖天天抽', image: drawing('double-11-hero') },
      },
      {
        hero: image('double-11-hero', '双11 全球狂欢主会场：满 300 减 50，红包天天拆', [750, 920]),
        clock: countdown(window.endsAt, '距狂欢结束', '本届双11 已收官'),
        news: notice('horn', 'surface', [
          ['大额神券每天 10 点、14 点、20 点各放 30 张', '#wall'],
          ['每天可拆 3 个红包、抽 3 次大奖，零点刷新', '#packet'],
        ]),
        nav: anchorNav('pill', [
          ['抢神券', 'wall'],
          ['拆红包', 'packet'],
          ['抽大奖', 'wheel'],
          ...floorAnchors(shop, tools, LAYOUTS.length),
        ]),
        zones: zones(),
        wall: play('coupon-wall', { title: '先领券 再下单', layout: 'list', showProgress: true }, tools.wall),
        packet: play('red-packet', { title: '天天拆红包', blessing: '拆出好运 天天有钱' }, tools.packet),
        wheel: play('lottery', { title: '幸运大转盘', skin: 'wheel', showWinners: true }, tools.wheel),
        ...floors(shop, tools, LAYOUTS),
        end: space(24),
        how: rules(
          rulesText({
            window,
            rewards,
            odds: PRIZES,
            hasPaidChances: true,
            how: [
              '每天 10 点、14 点、20 点开抢大额神券，其余优惠券随时可领，每人限领张数以券面为准。',
              '每位会员每天可拆 3 个红包，金额 0.1–2 元随机，活动期间最多 33 个。',
              '每天免费抽奖 3 次；可用 50 积分再换 1 次，每天最多换 3 次。',
            ],
          }),
          { display: 'tag', top: 18 },
        ),
        bar: tabBar([
          ['主会场', 'home', ''],
          ['神券', 'coupon', '#wall'],
          ['红包', 'fire', '#packet'],
          ['抽奖', 'star', '#wheel'],
          ['我的', 'user', '/my/rewards'],
        ]),
      },
    ),
}

function zones() {
  const region = (x: number, w: number, link: string, label: string) => ({
    x,
    y: 600,
    w,
    h: 8_900,
    link,
    label,
  })
  return {
    type: 'hot-zone',
    props: {
      src: drawing('double-11-entries'),
      alt: '三大玩法：整点神券、天天红包、幸运转盘',
      regions: [
        region(320, 2_950, '#wall', '去抢整点神券'),
        region(3_525, 2_950, '#packet', '去拆天天红包'),
        region(6_730, 2_950, '#wheel', '去转幸运转盘'),
      ],
      width: 750,
      height: 300,
      padding: 0,
      radius: 0,
    },
    style: { marginTop: 12 },
  }
}
