import type { Outcome } from '../../../schemas/outcome'
import type { ByLocale, Locale } from '../messages'
import type { ActionFailure } from '../view'
import { yuanText } from '../yuan-text'
import { playWords } from './play-words'

type Answer = Outcome | ActionFailure
/** Statuses whose words depend on nothing else. */
type Plain = Exclude<
  Answer['status'],
  | 'granted'
  | 'done'
  | 'no_prize'
  | 'sold_out'
  | 'limit_reached'
  | 'not_started'
  | 'excluded'
  | 'risk_blocked'
  | 'invalid'
  | 'failed'
  | `${string}_short`
>

interface Words {
  plain: Record<Plain, string>
  soldOut: (when: string | undefined) => string
  limit: (limit: number) => string
  dayLimit: string
  notStarted: (when: string) => string
  pointsShort: (missing: number) => string
  balanceShort: (yuan: string) => string
  broken: (requestId: string | undefined) => string
}

const zh: Words = {
  plain: {
    no_chance: '次数用完啦',
    ended: '来晚了一步，活动已结束',
    suspended: '活动暂停中，请稍后再来',
    budget_exhausted: '今日已抢完，下次早点来',
    not_eligible: '你的账号暂不符合参与条件',
    login_required: '登录后就能参与',
    busy: '太火爆了，请稍后重试',
  },
  soldOut: (when) => (when ? `手慢了一步，${when} 再来` : '手慢了一步，已经抢光'),
  limit: (limit) => `每人限 ${limit} 份，你已经拿到了`,
  dayLimit: '今天的份额用完了，明天再来',
  notStarted: (when) => `还没开始，${when} 再来`,
  pointsShort: (missing) => `积分不足，还差 ${missing} 积分`,
  balanceShort: (yuan) => `余额不足，还差 ¥${yuan}`,
  broken: (id) => `服务开小差了，请重试${id ? `（编号 ${id}）` : ''}`,
}

const en: Words = {
  plain: {
    no_chance: 'No chances left',
    ended: 'Too late: this has ended',
    suspended: 'Paused for the moment, please come back',
    budget_exhausted: 'All gone for today',
    not_eligible: 'Not for your account',
    login_required: 'Sign in to take part',
    busy: 'Very busy, please try again',
  },
  soldOut: (when) => (when ? `Just missed it. Back at ${when}` : 'Just missed it: sold out'),
  limit: (limit) => `${limit} per member, and you have them`,
  dayLimit: 'That is all for today, come back tomorrow',
  notStarted: (when) => `Not yet: opens ${when}`,
  pointsShort: (missing) => `${missing} more points needed`,
  balanceShort: (yuan) => `¥${yuan} more needed`,
  broken: (id) => `Something went wrong${id ? ` (no. ${id})` : ''}`,
}

const WORDS: ByLocale<Words> = { 'zh-CN': zh, en }

/**
 * One line for whoever got nothing, and empty for success, whose words are the tool's own, as are
 * those for what was filled in wrongly.
 * `when` writes an instant. A limit whose rule ends in `day` is over tomorrow.
 */
export function answerText(locale: Locale, answer: Answer, when: (iso: string) => string): string {
  const words = WORDS[locale]
  switch (answer.status) {
    case 'granted':
    case 'done':
    case 'no_prize':
    case 'invalid':
      return ''
    case 'sold_out':
      return words.soldOut(answer.nextAt && when(answer.nextAt))
    case 'limit_reached':
      return answer.rule.endsWith('day') ? words.dayLimit : words.limit(answer.limit)
    case 'not_started':
      return words.notStarted(when(answer.startsAt))
    case 'points_short':
      return words.pointsShort(answer.missing)
    case 'balance_short':
      return words.balanceShort(yuanText(answer.missingFen))
    case 'failed':
      return answer.offline ? playWords[locale].offline : words.broken(answer.requestId)
    // Why is for staff to look up: whoever is refused is told no more than that.
    case 'excluded':
    case 'risk_blocked':
      return words.plain.not_eligible
    default:
      return words.plain[answer.status]
  }
}
