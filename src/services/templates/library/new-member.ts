import { button, card, drawing, heading, image, item, pageOf, play, space } from './blocks'
import { floors, floorTools } from './goods'
import { cash, coupon } from './rewards'
import { rules, rulesText } from './rules'
import type { PlayTemplate } from './template'

const rewards: PlayTemplate['rewards'] = {
  first: coupon('新人见面券', 20, 99, 5_000, 7),
  second: coupon('新人进阶券', 50, 299, 3_000, 7),
  third: coupon('新人大额礼金', 100, 599, 1_000, 15),
  packetCash: cash('新人见面红包', 5, 5_000),
}

/** A letter to somebody who came for the first time: what is theirs, and what to do with it. */
export const newMember: PlayTemplate = {
  key: 'new-member',
  kind: 'play',
  occasion: 'new-member',
  name: { 'zh-CN': '新人见面礼', en: 'New-member gift' },
  description: {
    'zh-CN': '一封暖心来信：三张新人券一键领，再拆一个见面红包。',
    en: 'A warm letter: three coupons at once, then a first red packet.',
  },
  campaign: { name: '新人见面礼', window: { kind: 'days', startsIn: 0, days: 30 } },
  rewards,
  tools: (id, shop) => ({
    gift: {
      type: 'coupon-wall',
      name: '新人礼包',
      config: {
        coupons: [id.first, id.second, id.third].map((rewardId) => ({ rewardId, perMember: 1 })),
        sessions: [],
      },
    },
    packet: {
      type: 'red-packet',
      name: '新人见面红包',
      config: {
        mode: 'open',
        rewardId: id.packetCash,
        perDay: 1,
        minFen: 100,
        maxFen: 500,
        total: 1,
        totalFen: 1_000,
        parts: 5,
        hours: 24,
        openPerDay: 10,
      },
    },
    ...floorTools(shop, { most: 1, limit: 4, coupons: id.first ? [id.first] : [] }),
  }),
  page: ({ tools, shop, window }) =>
    pageOf(
      {
        title: '新人见面礼',
        theme: 'spring',
        share: { description: '一封写给你的信：170 元新人礼，等你拆开', image: drawing('new-member-hero') },
      },
      {
        hero: image('new-member-hero', '新人见面礼：170 元新人券等你拆开', [750, 700]),
        gift: play(
          'coupon-wall',
          { title: '你的 170 元新人券', layout: 'list', showProgress: false },
          tools.gift,
        ),
        packet: play(
          'red-packet',
          { title: '再送一个见面红包', blessing: '初次见面 请多关照' },
          tools.packet,
        ),
        steps: card([
          heading('三步用起来'),
          item('点「一键领取」，三张券自动放进**我的奖励**。'),
          item('拆开见面红包，现金直接存进余额。'),
          item('首单满 99 元，结算时自动减 20 元。'),
        ]),
        ...floors(shop, tools, ['two'], { title: '新人首单推荐', buttonText: '去看看' }),
        mine: button('查看我的奖励', '/my/rewards', { look: 'outline' }),
        gap: space(12),
        how: rules(
          rulesText({
            window,
            rewards,
            how: [
              '登录后点击「一键领取」，三张新人券同时到账，每位会员每种限领 1 张。',
              '每位会员可拆 1 个见面红包，金额 1–5 元随机，存入余额。',
              '一笔订单限用一张新人券，不与其他新人优惠叠加。',
            ],
          }),
          { display: 'inline' },
        ),
        end: space(24),
      },
    ),
}
