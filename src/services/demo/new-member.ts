import type { PageDefinition } from '@/schemas/page'
import type { StaffContext } from '../context'
import { goods, heading, item, pageOf, picture, rules, space, tabs } from './blocks'
import { campaignOnce, publishOnce, toolOnce } from './once'
import type { RewardName } from './rewards'
import type { VenueWindow } from './window'

const SLUG = 'new-member'

interface Tools {
  gift: string
  packet: string
  food: string
}

/** What greets somebody who came for the first time: three coupons, a packet, and what to begin with. */
export async function addNewMember(
  ctx: StaffContext,
  id: Record<RewardName, string>,
  window: VenueWindow,
): Promise<void> {
  const campaignId = await campaignOnce(ctx, { name: '新人礼包', ...window, budgetFen: 6_000_000 })
  const make = (type: string, name: string, config: object) =>
    toolOnce(ctx, { campaignId, type, name, config })
  const tools: Tools = {
    gift: await make('coupon-wall', '新人三张券', {
      coupons: [id.newcomer20, id.newcomer50, id.newcomer100].map((rewardId) => ({ rewardId, perMember: 1 })),
      sessions: [],
    }),
    packet: await make('red-packet', '新人见面红包', {
      mode: 'open',
      rewardId: id.newcomerCash,
      perDay: 1,
      minFen: 100,
      maxFen: 500,
      total: 1,
      totalFen: 1_000,
      parts: 5,
      hours: 24,
      openPerDay: 10,
    }),
    food: await make('goods', '新人必买', {
      source: 'group',
      products: [],
      group: '美食',
      limit: 4,
      coupons: [{ rewardId: id.newcomer20 }],
    }),
  }
  await publishOnce(ctx, SLUG, campaignId, venue(tools))
}

function venue(tools: Tools): PageDefinition {
  return pageOf(
    {
      title: '新人见面礼',
      theme: 'fresh',
      share: {
        title: '送你 170 元新人券',
        description: '见面有礼，三张券一键领取',
        image: '/assets/pictures/new-member-hero.svg',
      },
    },
    ['hero', 'gift', 'packet', 'steps', 'food', 'end', 'how', 'tabs'],
    {
      hero: picture('new-member-hero', '新人礼包：见面礼，共 170 元新人券', 860),
      gift: {
        type: 'coupon-wall',
        props: { title: '170 元新人券', layout: 'list', showProgress: false },
        tool: { id: tools.gift },
      },
      packet: {
        type: 'red-packet',
        props: { title: '见面红包', blessing: '初次见面 请多关照' },
        tool: { id: tools.packet },
      },
      steps: {
        type: 'rich-text',
        props: {
          look: 'card',
          size: 'normal',
          text: [
            heading('三步拿到优惠'),
            item('一键领取三张新人券，自动放入「我的奖励」。'),
            item('拆开见面红包，现金存入余额。'),
            item('下单满 99 元自动抵扣 20 元。'),
          ],
        },
      },
      food: goods('新人必买', 'two', tools.food),
      end: space(24),
      how: rules([
        heading('见面礼规则'),
        item('活动期间登录即可领取，每位会员限领一次；券的有效期以券面为准。'),
        item('一笔订单限用一张券，不找零、不兑现。'),
      ]),
      tabs: tabs(`/p/${SLUG}`),
    },
  )
}
