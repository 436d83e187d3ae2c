import type { InstantParts } from '../kit/instant-text'
import type { ByLocale } from '../kit/messages'

interface RulesMessages {
  window: (from: InstantParts, until: InstantParts) => string
  sessions: (times: string[]) => string
  coupon: (title: string, terms: string, limit: number, dayLimit: number | undefined, lasts: string) => string
  firstCome: string
  where: string
}

const dateOf = (at: InstantParts) => `${at.month}月${at.day}日 ${at.hour}:${at.minute}`

const zh: RulesMessages = {
  window: (from, until) => `活动时间：${dateOf(from)} 至 ${dateOf(until)}。`,
  sessions: (times) => `整点场：每天 ${times.join('、')} 开抢，每场数量有限，抢完即止。`,
  coupon: (title, terms, limit, dayLimit, lasts) =>
    `「${title}」${terms}，每人限领 ${limit} 张${dayLimit ? `，每天限 ${dayLimit} 张` : ''}${lasts && `，${lasts}`}。`,
  firstCome: '奖励数量有限，先到先得，领完即止。',
  where: '领到后可在「我的奖励」查看和使用，过期自动失效。',
}

const en: RulesMessages = {
  window: (from, until) =>
    `From ${from.day}/${from.month} ${from.hour}:${from.minute} to ${until.day}/${until.month} ${until.hour}:${until.minute}.`,
  sessions: (times) => `Sessions every day at ${times.join(', ')}; each has a number of its own.`,
  coupon: (title, terms, limit, dayLimit, lasts) =>
    `“${title}”: ${terms}; ${limit} per member${dayLimit ? `, ${dayLimit} a day` : ''}${lasts && `; ${lasts.toLowerCase()}`}.`,
  firstCome: 'First come, first served, while they last.',
  where: 'What you claim is in My rewards, until it lapses.',
}

/** The rules, each from what the wall is configured to. */
export const rulesMessages: ByLocale<RulesMessages> = { 'zh-CN': zh, en }
