import type { ByLocale } from '../kit/messages'

interface ResultMessages {
  result: (granted: number) => string
  resultRest: (taken: number, missed: number) => string
  parts: Record<'granted' | 'limit_reached' | 'other', string>
  seeMine: string
}

const zh: ResultMessages = {
  result: (granted) => `领到 ${granted} 张`,
  resultRest: (taken, missed) =>
    [taken > 0 ? `${taken} 张已领过` : '', missed > 0 ? `${missed} 张没领到` : ''].filter(Boolean).join('，'),
  parts: { granted: '领取成功', limit_reached: '已领过', other: '没领到' },
  seeMine: '去我的奖励查看',
}

const en: ResultMessages = {
  result: (granted) => (granted === 1 ? '1 coupon is yours' : `${granted} coupons are yours`),
  resultRest: (taken, missed) =>
    [taken > 0 ? `${taken} claimed before` : '', missed > 0 ? `${missed} missed` : '']
      .filter(Boolean)
      .join(', '),
  parts: { granted: 'Yours', limit_reached: 'Claimed before', other: 'Missed' },
  seeMine: 'See my rewards',
}

/** What is said of 一键领取 once it is done. */
export const resultMessages: ByLocale<ResultMessages> = { 'zh-CN': zh, en }
