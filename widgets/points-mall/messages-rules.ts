import type { ByLocale } from '../kit/messages'

export interface RulesMessages {
  rules: (o: { from: string; until: string }) => string[]
  itemRule: (title: string, limits: string) => string
}

const zh: RulesMessages = {
  rules: ({ from, until }) => [
    `兑换时间：${from} 至 ${until}。`,
    '兑换时扣除标明的积分；标有“+ ¥”的，另从账户余额扣除相应金额。扣除与发放同时完成，没有兑换成功不会扣除。',
    '数量有限，兑完即止；有每日库存的，每天 0 点补货。',
    '券码、优惠券可在“兑换记录”和“我的奖励”里查看；实物奖励请在“我的奖励”里填写收货地址。',
    '兑换成功后，积分和余额不退回。',
  ],
  itemRule: (title, limits) => `「${title}」${limits}。`,
}

const en: RulesMessages = {
  rules: ({ from, until }) => [
    `Open from ${from} to ${until}.`,
    'The points shown are taken, and what stands after “+ ¥” from your balance. You pay exactly when you get the reward, or not at all.',
    'While stocks last. A stock of the day is filled up at midnight.',
    'Codes and coupons are under “Records” and in “My rewards”, where you also say where to send a prize.',
    'Points and balance are not given back.',
  ],
  itemRule: (title, limits) => `“${title}”: ${limits}.`,
}

export const rulesMessages: ByLocale<RulesMessages> = { 'zh-CN': zh, en }
