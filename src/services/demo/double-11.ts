import type { PageDefinition } from '@/schemas/page'
import type { StaffContext } from '../context'
import { type Draft, goods, heading, item, pageOf, picture, rules, space, tabs, text } from './blocks'
import { wheelConfig } from './lotteries'
import { campaignOnce, publishOnce, toolOnce } from './once'
import type { PRODUCT_GROUPS } from './products'
import type { RewardName } from './rewards'
import type { VenueWindow } from './window'

const SLUG = 'double-11'
export const ABOUT_SLUG = 'about-double-11'

interface Tools {
  wall: string
  packet: string
  wheel: string
  mall: string
  floors: Record<(typeof PRODUCT_GROUPS)[number], string>
}

/** 双11: all four flagships, three floors of goods, and what leads from one to the other. */
export async function addDouble11(ctx: StaffContext, id: Record<RewardName, string>, window: VenueWindow) {
  const campaignId = await campaignOnce(ctx, { name: '双11 主会场', ...window, budgetFen: 20_000_000 })
  const tools = await addTools(ctx, campaignId, id)
  await publishOnce(ctx, SLUG, campaignId, mainVenue(tools, window.endsAt))
  return campaignId
}

/** The rules of 双11: static widgets only, so phones load no script for it. */
export async function addAboutDouble11(ctx: StaffContext, campaignId: string): Promise<void> {
  await publishOnce(ctx, ABOUT_SLUG, campaignId, aboutPage())
}

async function addTools(
  ctx: StaffContext,
  campaignId: string,
  id: Record<RewardName, string>,
): Promise<Tools> {
  const make = (type: string, name: string, config: object) =>
    toolOnce(ctx, { campaignId, type, name, config })
  const floor = (group: string, limit = 8) =>
    make('goods', `双11 ${group}`, {
      source: 'group',
      products: [],
      group,
      limit,
      coupons: [{ rewardId: id.coupon20 }, { rewardId: id.coupon50 }],
    })
  return {
    wall: await make('coupon-wall', '双11 领券', {
      coupons: [
        { rewardId: id.coupon20, perMember: 2 },
        { rewardId: id.coupon50, perMember: 1 },
        { rewardId: id.coupon8, perMember: 3, perDay: 1 },
        { rewardId: id.coupon100, perMember: 1, perSession: 20 },
      ],
      sessions: [10, 14, 20].map((hour) => ({ hour, minute: 0 })),
    }),
    packet: await make('red-packet', '双11 天天拆红包', {
      mode: 'open',
      rewardId: id.packetCash,
      perDay: 3,
      minFen: 10,
      maxFen: 200,
      total: 60,
      totalFen: 1_000,
      parts: 5,
      hours: 24,
      openPerDay: 10,
    }),
    wheel: await make('lottery', '双11 大转盘', wheelConfig(id)),
    mall: await make('points-mall', '双11 积分加价购', {
      items: [
        { rewardId: id.mallCoupon15, pointsPrice: 200, cashFen: 0, perMember: 5, tag: '热兑' },
        { rewardId: id.thermos, pointsPrice: 500, cashFen: 990, perMember: 1, tag: '' },
        { rewardId: id.membership, pointsPrice: 500, cashFen: 0, perMember: 1, tag: '' },
        { rewardId: id.cash5, pointsPrice: 450, cashFen: 0, perMember: 3, perDay: 1, tag: '每日限量' },
      ],
      earnLink: '/p/points-carnival',
      topUpLink: '',
    }),
    // As many as fill the rows: two columns of 数码, three of 穿搭.
    floors: { 数码: await floor('数码', 4), 美食: await floor('美食'), 穿搭: await floor('穿搭', 3) },
  }
}

function mainVenue(tools: Tools, endsAt: string): PageDefinition {
  return pageOf(
    {
      title: '双11 主会场',
      theme: 'double-11',
      share: {
        title: '双11 主会场：红包天天拆，好券整点抢',
        description: '满 300 减 50，大转盘天天抽，积分当钱花',
        image: '/assets/pictures/double-11.svg',
      },
    },
    [
      'hero',
      'news',
      'clock',
      'nav',
      'packet',
      'zones',
      'wall',
      'wheel',
      'digital',
      'food',
      'wear',
      'mall',
      'end',
      'how',
      'tabs',
    ],
    {
      hero: picture('double-11-hero', '双11 主会场：满 300 减 50，红包天天抢', 900),
      news: {
        type: 'notice',
        props: {
          lines: [
            { text: '大额神券每天 10 点、14 点、20 点各放 20 张', link: '#wall' },
            { text: '每天可拆 3 个红包、抽 3 次大奖，零点刷新', link: '#packet' },
            { text: '积分加价购上新：500 积分 + ¥9.9 换保温杯', link: '#mall' },
          ],
          icon: 'horn',
          look: 'surface',
          seconds: 4,
        },
      },
      clock: {
        type: 'countdown',
        props: { to: endsAt, before: '距结束仅剩', after: '活动已经结束', look: 'tiles' },
      },
      nav: {
        type: 'anchor-nav',
        props: {
          entries: [
            { label: '拆红包', target: '#packet' },
            { label: '抢好券', target: '#wall' },
            { label: '抽大奖', target: '#wheel' },
            { label: '数码', target: '#digital' },
            { label: '美食', target: '#food' },
            { label: '穿搭', target: '#wear' },
            { label: '积分购', target: '#mall' },
          ],
          look: 'pill',
        },
      },
      packet: {
        type: 'red-packet',
        props: { title: '天天拆红包', blessing: '天天拆 天天有惊喜' },
        tool: { id: tools.packet },
      },
      zones: zones(),
      wall: {
        type: 'coupon-wall',
        props: { title: '先领券 再下单', layout: 'list', showProgress: true },
        tool: { id: tools.wall },
      },
      wheel: {
        type: 'lottery',
        props: { title: '幸运大转盘', skin: 'wheel', showWinners: true },
        tool: { id: tools.wheel },
      },
      digital: goods('数码尖货', 'two', tools.floors.数码),
      food: goods('美食直降', 'row', tools.floors.美食, {
        moreText: '看规则',
        moreLink: '/p/about-double-11',
      }),
      wear: goods('穿搭上新', 'three', tools.floors.穿搭, { buttonText: '' }),
      mall: {
        type: 'points-mall',
        props: { title: '积分加价购', layout: 'grid', showProgress: true },
        tool: { id: tools.mall },
      },
      end: space(24),
      how: rules([
        heading('一、活动时间'),
        item('即日起至活动结束，以会场倒计时为准。'),
        heading('二、怎么玩'),
        item('登录后每天可拆 3 个红包、抽 3 次大转盘，次数零点刷新。'),
        item('大额神券每天 10 点、14 点、20 点放券，领完即止。'),
        item('积分可兑换好礼，部分商品需加少量余额。'),
        heading('三、奖励说明'),
        item('优惠券有效期以券面为准；现金存入余额；实物奖品请在「我的奖励」填写收货地址。'),
        item('如有疑问，请联系在线客服。'),
      ]),
      tabs: tabs(`/p/${SLUG}`),
    },
  )
}

function zones(): Draft {
  const region = (x: number, y: number, w: number, h: number, link: string, label: string) => ({
    x,
    y,
    w,
    h,
    link,
    label,
  })
  return {
    type: 'hot-zone',
    props: {
      src: '/assets/pictures/double-11-zones.svg',
      alt: '双11 玩法中心：拆红包、幸运抽奖、会员专享',
      regions: [
        region(290, 1_600, 4_620, 7_900, '#packet', '去拆红包'),
        region(5_090, 1_600, 4_580, 3_840, '#wheel', '去抽奖'),
        region(5_090, 5_700, 4_580, 3_800, '/p/points-carnival', '去会员积分会场'),
      ],
      width: 750,
      height: 520,
      padding: 0,
      radius: 0,
    },
    style: { marginTop: 12 },
  }
}

function aboutPage(): PageDefinition {
  return pageOf(
    {
      title: '双11 活动规则',
      theme: 'double-11',
      share: { title: '双11 活动规则', description: '怎么领、怎么用、什么时候到期', image: '' },
    },
    ['hero', 'title', 'who', 'how', 'when', 'help', 'back'],
    {
      hero: picture('double-11', '双11 主会场', 420),
      title: text('活动规则', 'title'),
      who: text('一、活动期间登录即可参加，每位会员每种券限领的张数以券面为准。'),
      how: text('二、券领取后自动放入「我的奖励」，下单满额时自动抵扣，一笔订单限用一张。'),
      when: text('三、券在券面注明的有效期内使用，过期作废，不找零、不兑现。'),
      help: text('四、对活动有疑问，请联系在线客服。', 'note'),
      back: {
        type: 'button',
        props: { label: '返回会场领券', link: `/p/${SLUG}`, look: 'solid', width: 'full' },
        style: { marginTop: 16, marginBottom: 24 },
      },
    },
  )
}
