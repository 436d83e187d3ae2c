import type { CampaignPhase } from '../../../schemas/outcome'
import type { ByLocale, Locale } from '../messages'
import type { ToolStatus } from '../view'
import { leftText, whenText } from './when-text'

interface Words {
  opensAt: (when: string) => string
  opensIn: (left: string) => string
  closesAt: (when: string) => string
  closesIn: (left: string) => string
  ended: string
  suspended: string
  offline: string
}

const zh: Words = {
  opensAt: (when) => `${when} 开抢`,
  opensIn: (left) => `距开抢 ${left}`,
  closesAt: (when) => `${when} 结束`,
  closesIn: (left) => `距结束 ${left}`,
  ended: '活动已结束，感谢参与',
  suspended: '活动暂停中，请稍后再来',
  offline: '网络不太好，显示的可能不是最新',
}

const en: Words = {
  opensAt: (when) => `Opens ${when}`,
  opensIn: (left) => `Opens in ${left}`,
  closesAt: (when) => `Ends ${when}`,
  closesIn: (left) => `Ends in ${left}`,
  ended: 'This campaign has ended. Thank you!',
  suspended: 'Paused for the moment, please come back',
  offline: 'Poor connection: this may be out of date',
}

const WORDS: ByLocale<Words> = { 'zh-CN': zh, en }

/** The campaign's window, as every tool's state tells it. */
export interface PhaseState {
  phase: CampaignPhase
  startsAt: string
  endsAt: string
}

/** The phase at `now` (ms): what the server told, and the clock, which opens and closes since. */
export function phaseNow({ phase, startsAt, endsAt }: PhaseState, now: number | undefined): CampaignPhase {
  if (now === undefined || phase === 'suspended' || phase === 'ended') return phase
  if (now >= Date.parse(endsAt)) return 'ended'
  return now >= Date.parse(startsAt) ? 'running' : phase
}

/** The one line above a tool: opens in, ends in, paused, ended, or out of reach. */
export function phaseText(
  locale: Locale,
  state: PhaseState,
  status: ToolStatus,
  timeZone: string,
  now: number | undefined,
): string {
  const words = WORDS[locale]
  if (status === 'offline') return words.offline
  const phase = phaseNow(state, now)
  if (phase === 'ended' || phase === 'suspended') return words[phase]
  const target = phase === 'running' ? state.endsAt : state.startsAt
  const [at, left] = phase === 'running' ? [words.closesAt, words.closesIn] : [words.opensAt, words.opensIn]
  return now ? left(leftText(locale, target, now)) : at(whenText(locale, target, timeZone))
}
