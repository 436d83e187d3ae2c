import type { OutcomeStatus } from '../../schemas/outcome'
import type { ByLocale, Locale } from '../../widgets/kit/messages'
import { showToast } from './toast'

/** What the page itself has to say, apart from its widgets: how a resumed tap ended, mostly. */
export type Said = OutcomeStatus | 'failed' | 'openInApp'

const WORDS: ByLocale<Record<Said, string>> = {
  'zh-CN': {
    openInApp: '请在商城 App 内打开并登录',
    failed: '没有成功，请再试一次',
    granted: '领取成功',
    sold_out: '已经抢光了',
    limit_reached: '已达领取上限',
    not_started: '活动还没开始',
    ended: '活动已结束',
    suspended: '活动暂停中',
    budget_exhausted: '今日已抢完',
    not_eligible: '暂不符合领取条件',
    login_required: '请先登录',
    busy: '人太多了，请稍后再试',
  },
  en: {
    openInApp: 'Open this page in the shop’s app and sign in',
    failed: 'That did not work, please try again',
    granted: 'It’s yours',
    sold_out: 'Sold out',
    limit_reached: 'You have reached the limit',
    not_started: 'Not started yet',
    ended: 'This campaign has ended',
    suspended: 'Paused for now',
    budget_exhausted: 'All gone for today',
    not_eligible: 'You are not eligible for this one',
    login_required: 'Please sign in first',
    busy: 'Very busy, please try again shortly',
  },
}

/** Says it in a toast, with the request's id for support when there is one. */
export function say(locale: Locale, what: Said, requestId?: string): void {
  showToast(WORDS[locale][what] + (requestId ? ` (${requestId})` : ''))
}
