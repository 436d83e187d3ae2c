import { drawing, image, notice, pageOf, play, space, tabBar, text } from './blocks'
import { floors, floorTools } from './goods'
import { coupon } from './rewards'
import { rules, rulesText } from './rules'
import type { PlayTemplate } from './template'

const HOURS = [8, 12, 16, 20]

const rewards: PlayTemplate['rewards'] = {
  big: coupon('整点神券', 100, 199, 2_800, 1),
  half: coupon('整点半价券', 30, 60, 5_600, 1),
  small: coupon('全天补贴券', 8, 39, 20_000, 2),
}

/** One thing only: the coupons of the next hour, and what to buy with them. */
export const hourlyCoupons: PlayTemplate = {
  key: 'hourly-coupons',
  kind: 'play',
  occasion: 'everyday',
  name: { 'zh-CN': '整点抢券', en: 'Coupons on the hour' },
  description: {
    'zh-CN': '一天四场，整点放券，倒计时牵着人走，抢完直接选货。',
    en: 'Four drops a day with a countdown to the next, then straight to the goods.',
  },
  campaign: { name: '整点抢券', window: { kind: 'days', startsIn: 0, days: 7 } },
  rewards,
  tools: (id, shop) => ({
    wall: {
      type: 'coupon-wall',
      name: '整点神券',
      config: {
        coupons: [
          { rewardId: id.big, perMember: 2, perDay: 1, perSession: 100 },
          { rewardId: id.half, perMember: 4, perDay: 1, perSession: 200 },
        ],
        sessions: HOURS.map((hour) => ({ hour, minute: 0 })),
      },
    },
    daily: {
      type: 'coupon-wall',
      name: '全天补贴券',
      config: { coupons: [{ rewardId: id.small, perMember: 7, perDay: 1 }], sessions: [] },
    },
    ...floorTools(shop, { most: 2, limit: 6, coupons: [id.half, id.small].flatMap((c) => c ?? []) }),
  }),
  page: ({ tools, shop, window }) =>
    pageOf(
      {
        title: '整点抢券',
        theme: 'spring',
        share: {
          description: '每天 8 / 12 / 16 / 20 点，满 199 减 100 准时开抢',
          image: drawing('hourly-hero'),
        },
      },
      {
        news: notice('bell', 'brand', [
          ['每天 8 点、12 点、16 点、20 点准时开抢', '#wall'],
          ['没抢到？全天补贴券每天都能领', '#daily'],
        ]),
        hero: image('hourly-hero', '整点抢券：满 199 减 100，每天四场', [750, 560]),
        wall: play('coupon-wall', { title: '整点神券', layout: 'list', showProgress: true }, tools.wall),
        daily: play(
          'coupon-wall',
          { title: '没抢到也有份', layout: 'list', showProgress: false },
          tools.daily,
        ),
        ...floors(shop, tools, ['row', 'two'], { buttonText: '用券买' }),
        tip: text('神券当天有效，抢到请尽快使用', 'note', 'center'),
        how: rules(
          rulesText({
            window,
            rewards,
            how: [
              '每天 8 点、12 点、16 点、20 点各放整点神券 100 张、整点半价券 200 张，先到先得，抢完等下一场。',
              '整点神券每人每天限 1 张、活动期间限 2 张；整点半价券每人每天限 1 张、活动期间限 4 张。',
              '全天补贴券每人每天可领 1 张。',
            ],
          }),
          { display: 'tag', top: 12 },
        ),
        end: space(24),
        bar: tabBar([
          ['抢券', 'fire', ''],
          ['补贴', 'coupon', '#daily'],
          ['我的券', 'user', '/my/rewards'],
        ]),
      },
    ),
}
