import type { PageDefinition } from '@/schemas/page'
import type { StaffContext } from '../context'
import { type Draft, heading, item, pageOf, picture, rules, space, tabs } from './blocks'
import { nineGridConfig } from './lotteries'
import { campaignOnce, publishOnce, toolOnce } from './once'
import type { RewardName } from './rewards'
import type { VenueWindow } from './window'

const SLUG = 'points-carnival'

interface Tools {
  mall: string
  grid: string
}

/** Member day: points are money for once. */
export async function addPointsCarnival(
  ctx: StaffContext,
  id: Record<RewardName, string>,
  window: VenueWindow,
): Promise<void> {
  const campaignId = await campaignOnce(ctx, { name: '会员日 积分狂欢', ...window, budgetFen: 5_000_000 })
  const make = (type: string, name: string, config: object) =>
    toolOnce(ctx, { campaignId, type, name, config })
  const priced = (rewardId: string, pointsPrice: number, cashFen: number, more: object = {}) => ({
    rewardId,
    pointsPrice,
    cashFen,
    perMember: 2,
    tag: '',
    ...more,
  })
  const tools: Tools = {
    mall: await make('points-mall', '会员日 积分商城', {
      items: [
        priced(id.suitcase, 2_800, 9_900, { perMember: 1, tag: '爆款' }),
        priced(id.headphones, 4_500, 19_900, { perMember: 1 }),
        priced(id.membership, 500, 0, { perMember: 1 }),
        priced(id.mallCoupon15, 200, 0, { perMember: 5 }),
        priced(id.cash5, 450, 0, { perMember: 3, perDay: 1, tag: '每日限量' }),
        priced(id.thermos, 500, 990, { perMember: 1 }),
      ],
      earnLink: '/p/double-11',
      topUpLink: '',
    }),
    grid: await make('lottery', '会员日 九宫格', nineGridConfig(id)),
  }
  await publishOnce(ctx, SLUG, campaignId, venue(tools))
}

function venue(tools: Tools): PageDefinition {
  return pageOf(
    {
      title: '会员日 积分狂欢',
      theme: 'member-day',
      share: {
        title: '会员狂欢日：积分当钱花',
        description: '登机箱、耳机、会员月卡，积分就能换',
        image: '/assets/pictures/points-carnival.svg',
      },
    },
    ['hero', 'mall', 'grid', 'banners', 'end', 'how', 'tabs'],
    {
      hero: picture('member-day-hero', '会员狂欢日：积分当钱花，礼遇加倍享', 860),
      mall: {
        type: 'points-mall',
        props: { title: '积分商城', layout: 'grid', showProgress: true },
        tool: { id: tools.mall },
      },
      grid: {
        type: 'lottery',
        props: { title: '积分九宫格', skin: 'nine-grid', showWinners: true },
        tool: { id: tools.grid },
      },
      banners: banners(),
      end: space(24),
      how: rules([
        heading('会员日规则'),
        item('积分先用快过期的；兑换成功后积分不退。'),
        item('加价部分从余额支付，余额可由红包和抽奖获得。'),
        item('实物奖品请在 7 天内填写收货地址。'),
      ]),
      tabs: tabs(`/p/${SLUG}`),
    },
  )
}

/** Ways back to the main venue. */
function banners(): Draft {
  const slide = (name: string, alt: string, link: string) => ({
    image: `/assets/pictures/banner-${name}.svg`,
    alt,
    link,
  })
  return {
    type: 'carousel',
    props: {
      slides: [
        slide('coupons', '好券先领：满 199 减 20，全场通用', '/p/double-11#wall'),
        slide('digital', '数码尖货', '/p/double-11#digital'),
        slide('fresh', '美食直降', '/p/double-11#food'),
      ],
      seconds: 4,
      width: 702,
      height: 300,
      padding: 12,
      radius: 12,
    },
  }
}
