import type { PageDefinition } from '@/schemas/page'
import type { StaffContext } from '../context'
import { heading, item, pageOf, rules, space } from './blocks'
import { scratchConfig } from './lotteries'
import { campaignOnce, publishOnce, toolOnce } from './once'
import type { RewardName } from './rewards'
import type { VenueWindow } from './window'

const SLUG = 'lucky-packet'

interface Tools {
  packet: string
  card: string
}

/** A packet for friends to split, and a card to scratch while waiting for them. */
export async function addLuckyPacket(
  ctx: StaffContext,
  id: Record<RewardName, string>,
  window: VenueWindow,
): Promise<void> {
  const campaignId = await campaignOnce(ctx, { name: '拼手气红包', ...window, budgetFen: 3_000_000 })
  const make = (type: string, name: string, config: object) =>
    toolOnce(ctx, { campaignId, type, name, config })
  const tools: Tools = {
    packet: await make('red-packet', '拼手气红包', {
      mode: 'share',
      rewardId: id.luckyCash,
      perDay: 2,
      minFen: 10,
      maxFen: 200,
      total: 30,
      totalFen: 1_000,
      parts: 5,
      hours: 24,
      openPerDay: 5,
    }),
    card: await make('lottery', '红包刮刮卡', scratchConfig(id)),
  }
  await publishOnce(ctx, SLUG, campaignId, venue(tools))
}

function venue(tools: Tools): PageDefinition {
  return pageOf(
    {
      title: '拼手气红包',
      theme: 'spring',
      share: { title: '送你一个拼手气红包', description: '10 元 5 份，看谁手气最佳', image: '' },
    },
    ['packet', 'card', 'end', 'how'],
    {
      packet: {
        type: 'red-packet',
        props: { title: '拼手气红包', blessing: '恭喜发财 大吉大利' },
        tool: { id: tools.packet },
        style: { marginTop: 12 },
      },
      card: {
        type: 'lottery',
        props: { title: '红包刮刮卡', skin: 'scratch', showWinners: false },
        tool: { id: tools.card },
      },
      end: space(24),
      how: rules([
        heading('拼手气红包规则'),
        item('每天可发 2 个，每个 10 元分 5 份，24 小时内有效。'),
        item('每个红包每人限拆一次，未拆完的部分到期失效。'),
      ]),
    },
  )
}
