import type { CouponFace } from '../../../schemas/outcome'
import type { ByLocale, Locale } from '../messages'
import { yuanText } from '../yuan-text'

interface Words {
  terms: (threshold: string, amount: string) => [string, string]
  from: (threshold: string) => string
  most: (amount: string) => string
  anyOrder: string
  percent: (percentOff: number) => string
  exchange: string
}

const zh: Words = {
  terms: (threshold, amount) => [`满 ${threshold}`, `减 ${amount}`],
  from: (threshold) => `满 ${threshold}`,
  most: (amount) => `最高减 ${amount}`,
  anyOrder: '无门槛',
  percent: (percentOff) => `${(100 - percentOff) / 10}折`,
  exchange: '兑换',
}

const en: Words = {
  terms: (threshold, amount) => [`¥${amount} off`, `¥${threshold}`],
  from: (threshold) => `From ¥${threshold}`,
  most: (amount) => `up to ¥${amount}`,
  anyOrder: 'Any order',
  percent: (percentOff) => `-${percentOff}%`,
  exchange: '1 free',
}

const WORDS: ByLocale<Words> = { 'zh-CN': zh, en }

/** A coupon's terms in pieces that each stay on one line: `满 199`, `减 20`. */
export function termsText(locale: Locale, { amountFen, thresholdFen, off }: CouponFace): string[] {
  const words = WORDS[locale]
  const amount = yuanText(amountFen)
  const threshold = yuanText(thresholdFen)
  if (off) return [...(thresholdFen > 0 ? [words.from(threshold)] : []), words.most(amount)]
  return thresholdFen > 0 ? words.terms(threshold, amount) : [words.anyOrder]
}

/** The figure of a coupon that is no amount: `8折`, `兑换`; undefined for one that is. */
export function offText(locale: Locale, { off }: Pick<CouponFace, 'off'>): string | undefined {
  if (!off || off.kind === 'amount') return undefined
  const words = WORDS[locale]
  return off.kind === 'percent' ? words.percent(off.offPpm / 10_000) : words.exchange
}
