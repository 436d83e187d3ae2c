import type { CouponFace } from '../../../schemas/outcome'
import type { ByLocale, Locale } from '../messages'
import { yuanText } from '../yuan-text'

interface Words {
  terms: (threshold: string, amount: string) => [string, string]
  anyOrder: string
}

const zh: Words = {
  terms: (threshold, amount) => [`满 ${threshold}`, `减 ${amount}`],
  anyOrder: '无门槛',
}

const en: Words = {
  terms: (threshold, amount) => [`¥${amount} off`, `¥${threshold}`],
  anyOrder: 'Any order',
}

const WORDS: ByLocale<Words> = { 'zh-CN': zh, en }

/** A coupon's terms in pieces that each stay on one line: `满 199`, `减 20`. */
export function termsText(locale: Locale, { amountFen, thresholdFen }: CouponFace): string[] {
  const words = WORDS[locale]
  return thresholdFen > 0 ? words.terms(yuanText(thresholdFen), yuanText(amountFen)) : [words.anyOrder]
}
