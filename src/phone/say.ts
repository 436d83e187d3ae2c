import type { ByLocale, Locale } from '../../widgets/kit/messages'
import { answerText } from '../../widgets/kit/play/answer-text'
import type { Answer } from '../../widgets/kit/play/use-play'
import { whenText } from '../../widgets/kit/play/when-text'
import { showToast } from './toast'
import { markRewards, type PrizesWaiting } from './waiting-mark'

/** What the page itself has to say, apart from its widgets: how a resumed tap ended, mostly. */
export type Said = Answer | { status: 'openInApp' } | PrizesWaiting

type Words = Record<'granted' | 'done' | 'no_prize' | 'openInApp', string>

const zh: Words = {
  openInApp: '请在商城 App 内打开并登录',
  granted: '领取成功，已放进我的奖励',
  done: '成功了',
  no_prize: '这次没有中奖，下次好运',
}

const en: Words = {
  openInApp: 'Open this page in the shop’s app and sign in',
  granted: 'It’s yours: see your rewards',
  done: 'Done',
  no_prize: 'No prize this time',
}

const WORDS: ByLocale<Words> = { 'zh-CN': zh, en }

/** Says it in a toast, or by a mark. Instants are written in the shop's zone. */
export function say(locale: Locale, what: Said, timeZone: string): void {
  const { status } = what
  if (status === 'prizes_waiting') {
    markRewards(locale, what.count)
    return
  }
  const own = status in WORDS[locale] ? WORDS[locale][status as 'openInApp'] : undefined
  showToast(own ?? answerText(locale, what as Answer, (iso) => whenText(locale, iso, timeZone, Date.now())))
}
