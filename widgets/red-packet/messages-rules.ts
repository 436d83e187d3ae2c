import type { ByLocale } from '../kit/messages'

export interface RulesMessages {
  open: (o: { min: string; max: string; perDay: number; total: number }) => string[]
  share: (o: { yuan: string; parts: number; hours: number; perDay: number; openPerDay: number }) => string[]
  window: (from: string, until: string) => string
}

const zh: RulesMessages = {
  open: ({ min, max, perDay, total }) => [
    `每人每天可拆 ${perDay} 个红包，活动期间最多拆 ${total} 个，每天 0 点更新次数。`,
    `每个红包的金额在 ¥${min} 至 ¥${max} 之间随机，机会均等。`,
    '红包数量有限，先到先得，抢完即止。',
    '拆到的金额实时存入账户余额，可在积分商城抵扣。',
  ],
  share: ({ yuan, parts, hours, perDay, openPerDay }) => [
    `每人每天可发 ${perDay} 个拼手气红包，每个共 ¥${yuan}，随机分成 ${parts} 份，每份至少 ¥0.01，由商家出资。`,
    `把链接分享给好友，好友和你自己都能拆；同一个红包每人只能拆一次，每人每天最多拆 ${openPerDay} 个。`,
    '先拆后拆机会均等；全部拆完后，金额最高的人手气最佳。',
    `红包 ${hours} 小时内有效，活动结束时提前失效，没拆的部分不计入任何人的余额。`,
    '拆到的金额实时存入账户余额，可在积分商城抵扣。',
  ],
  window: (from, until) => `活动时间：${from} 至 ${until}。`,
}

const en: RulesMessages = {
  open: ({ min, max, perDay, total }) => [
    `You can open ${perDay} packets a day and ${total} in all; the day begins at midnight.`,
    `Each holds between ¥${min} and ¥${max}, every amount as likely as any other.`,
    'There are only so many packets: first come, first served.',
    'The money is in your balance at once and can be spent in the points mall.',
  ],
  share: ({ yuan, parts, hours, perDay, openPerDay }) => [
    `You can send ${perDay} lucky packets a day: ¥${yuan} each, split into ${parts} random parts of at least ¥0.01. The shop pays.`,
    `Share the link: friends and you can open it, each of you once, and ${openPerDay} packets a day at most.`,
    'When you open makes no difference to your chances. The largest part has the best luck.',
    `A packet lasts ${hours} hours, but no longer than the campaign; unopened parts lapse and are nobody’s.`,
    'The money is in your balance at once and can be spent in the points mall.',
  ],
  window: (from, until) => `From ${from} until ${until}.`,
}

export const rulesMessages: ByLocale<RulesMessages> = { 'zh-CN': zh, en }
