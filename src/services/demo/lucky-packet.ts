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
  growing: string
  card: string
}

/** A packet for friends to split, one that they expand, and a card to scratch while waiting for them. */
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
    growing: await make('expanding-packet', '膨胀红包', {
      mode: 'friends',
      rewardId: id.growingCash,
      baseFen: 200,
      targetFen: 2_000,
      perDay: 1,
      collectHours: 24,
      helpers: 6,
      leastFen: 50,
      mostFen: 800,
      hours: 24,
      helpsPerDay: 3,
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
    ['packet', 'growing', 'card', 'end', 'how'],
    {
      packet: {
        type: 'red-packet',
        props: { title: '拼手气红包', blessing: '恭喜发财 大吉大利' },
        tool: { id: tools.packet },
        style: { marginTop: 12 },
      },
      growing: {
        type: 'expanding-packet',
        props: { title: '膨胀红包', slogan: '好友帮一下，红包大一圈', isInWechat: false },
        tool: { id: tools.growing },
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
        heading('膨胀红包规则'),
        item('每天可开 1 个，从 2 元起；6 位好友打开链接帮忙，正好膨胀到 20 元。'),
        item('分享本身没有奖励，好友真的来帮忙才会膨胀；没集齐也能领当时的金额。'),
      ]),
    },
  )
}
