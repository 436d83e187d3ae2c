import type { ByLocale } from '../kit/messages'
import type { ExpandingTerms } from './state'

type Amounts = Record<'base' | 'most' | 'leastAdded' | 'mostAdded', string>

export interface RulesMessages {
  friends: (o: ExpandingTerms & Amounts) => string[]
  self: (o: ExpandingTerms & Amounts) => string[]
  window: (from: string, until: string) => string
}

const zh: RulesMessages = {
  friends: ({ base, most, leastAdded, mostAdded, helpers, perDay, hours, collectHours, helpsPerDay }) => [
    `每人每天可开 ${perDay} 个红包，同时只能有一个在膨胀；每个从 ¥${base} 起，由商家出资。`,
    `好友打开你的链接并点一下，红包就膨胀一次，每次 ¥${leastAdded} 至 ¥${mostAdded} 随机；第 ${helpers} 位好友帮完，正好是 ¥${most}。`,
    `只有好友真的来帮忙才会膨胀，分享本身没有奖励；同一个红包每位好友只能帮一次，每人每天最多帮 ${helpsPerDay} 次，不能帮自己。`,
    `开红包后 ${hours} 小时内可膨胀，之后 ${collectHours} 小时内可领取；没集齐也能领当时的金额，领取后不再膨胀，超时没领则失效。`,
    '领取的金额实时存入账户余额，可在积分商城抵扣。红包数量有限，开完即止。',
  ],
  self: ({ base, most, perDay, collectHours }) => [
    `每人每天可开 ${perDay} 个红包，每个从 ¥${base} 起，由商家出资。`,
    `每个红包可膨胀一次，膨胀后的金额在 ¥${base} 以上、¥${most} 以内随机，每个金额机会均等。`,
    `开红包后 ${collectHours} 小时内可膨胀和领取，活动结束后不再膨胀，已有的金额仍可领取，超时没领则失效。`,
    '领取的金额实时存入账户余额，可在积分商城抵扣。红包数量有限，开完即止。',
  ],
  window: (from, until) => `活动时间：${from} 至 ${until}。`,
}

const en: RulesMessages = {
  friends: ({ base, most, leastAdded, mostAdded, helpers, perDay, hours, collectHours, helpsPerDay }) => [
    `You can open ${perDay} a day, one at a time. Each begins at ¥${base}; the shop pays.`,
    `A friend who opens your link and taps adds ¥${leastAdded} to ¥${mostAdded} by chance; with friend no. ${helpers} it is exactly ¥${most}.`,
    `Only a friend’s real help counts, sharing by itself earns nothing. Each friend helps a packet once, ${helpsPerDay} packets a day, and never their own.`,
    `It grows for ${hours} hours and can be collected for ${collectHours} more, full or not. Collecting ends the growing; what is not collected in time lapses.`,
    'The money is in your balance at once and can be spent in the points mall. There are only so many packets.',
  ],
  self: ({ base, most, perDay, collectHours }) => [
    `You can open ${perDay} a day. Each begins at ¥${base}; the shop pays.`,
    `Each expands once, to anything above ¥${base} and up to ¥${most}, every amount as likely as any other.`,
    `Expand it within ${collectHours} hours and before the campaign ends; collect it within those hours, or it lapses.`,
    'The money is in your balance at once and can be spent in the points mall. There are only so many packets.',
  ],
  window: (from, until) => `From ${from} until ${until}.`,
}

export const rulesMessages: ByLocale<RulesMessages> = { 'zh-CN': zh, en }
