import type { InstantParts } from '../kit/instant-text'
import type { ByLocale } from '../kit/messages'

interface RuleFacts {
  from: InstantParts
  until: InstantParts
  freePerDay: number
  freePerCampaign: number
  points: number
  pointsLimit: number
  visits: string[]
  prizes: string[]
  winsPerMember: number
  pity: { after: number; prize: string } | undefined
}

export interface RulesMessages {
  gone: string
  unlock: (draws: number) => string
  rules: (facts: RuleFacts) => string[]
}

const zh: RulesMessages = {
  gone: '已抽完',
  unlock: (draws) => `（抽满 ${draws} 次后可中）`,
  rules: (r) => [
    `活动时间：${dateZh(r.from)} 至 ${dateZh(r.until)}`,
    ...(r.freePerDay > 0 ? [`每人每天免费抽 ${r.freePerDay} 次，当天有效，次日零点重新计算`] : []),
    ...(r.freePerCampaign > 0 ? [`活动期间每人另送 ${r.freePerCampaign} 次`] : []),
    ...(r.points > 0 ? [`可用 ${r.points} 积分换 1 次，每人每天最多换 ${r.pointsLimit} 次`] : []),
    ...(r.visits.length > 0 ? [`逛${r.visits.join('、')}，每页每天可得 1 次`] : []),
    `奖品：${r.prizes.join('；')}。奖品数量有限，抽完为止`,
    ...(r.pity ? [`连续 ${r.pity.after} 次没抽中，下一次必得${r.pity.prize}，发完为止`] : []),
    ...(r.winsPerMember > 0 ? [`每人最多中奖 ${r.winsPerMember} 次`] : []),
    '抽中的奖品自动放进「我的奖品」；实物奖品请及时填写收货地址',
  ],
}

const en: RulesMessages = {
  gone: 'all gone',
  unlock: (draws) => `(after ${draws} draws)`,
  rules: (r) => [
    `Runs from ${dateEn(r.from)} to ${dateEn(r.until)}`,
    ...(r.freePerDay > 0 ? [`${r.freePerDay} free a day for each member, counted anew at midnight`] : []),
    ...(r.freePerCampaign > 0 ? [`${r.freePerCampaign} more for the whole campaign`] : []),
    ...(r.points > 0 ? [`${r.points} points buy one chance, at most ${r.pointsLimit} a day`] : []),
    ...(r.visits.length > 0 ? [`Visiting ${r.visits.join(', ')} gives one chance a day each`] : []),
    `Prizes: ${r.prizes.join('; ')}. While stocks last`,
    ...(r.pity
      ? [
          `After ${r.pity.after} draws in a row without a prize, the next one wins ${r.pity.prize} while stocks last`,
        ]
      : []),
    ...(r.winsPerMember > 0 ? [`Each member wins at most ${r.winsPerMember} times`] : []),
    'What you win goes to “My prizes”. Things to be sent need your address',
  ],
}

/** The rules, a sentence each. */
export const rulesMessages: ByLocale<RulesMessages> = { 'zh-CN': zh, en }

function dateZh({ month, day, hour, minute }: InstantParts): string {
  return `${month}月${day}日 ${hour}:${minute}`
}

function dateEn({ month, day, hour, minute }: InstantParts): string {
  return `${day}/${month} ${hour}:${minute}`
}
