import type { ByLocale } from '../kit/messages'

interface ResultMessages {
  won: string
  lost: string
  lostHint: string
  again: (chances: number) => string
  earn: string
  keep: string
  onward: string
}

const zh: ResultMessages = {
  won: '恭喜你抽中了',
  lost: '这次没抽中',
  lostHint: '好运正在路上，下次就是你',
  again: (chances) => `再抽一次（剩 ${chances} 次）`,
  earn: '赚次数再抽',
  keep: '开心收下',
  onward: '去会场逛逛',
}

const en: ResultMessages = {
  won: 'You won',
  lost: 'Not this time',
  lostHint: 'Luck is on its way to you',
  again: (chances) => `Again (${chances} left)`,
  earn: 'Get another chance',
  keep: 'Great',
  onward: 'Look around the venue',
}

/** What is said of a result. */
export const resultMessages: ByLocale<ResultMessages> = { 'zh-CN': zh, en }
