import type { HeldReward } from '@/schemas/outcome'
import { offText, termsText } from '@/widgets/kit/play/terms-text'
import { expiryText } from '@/widgets/kit/play/validity-text'
import { yuanText } from '@/widgets/kit/yuan-text'
import { documentHtml } from './document-html'
import { escapeHtml } from './html-text'
import { type PhoneAssets, stylesFor } from './phone-assets'
import { rehearsalMark } from './rehearsal-mark'

type Locale = 'zh-CN' | 'en'

export interface RehearsedRewards {
  code: string
  name: string
  now: Date
  wallet: { points: number; cashFen: number }
  rewards: HeldReward[]
  /** The page the tester came from, where it is known. */
  backTo: string | undefined
}

const WORDS = {
  'zh-CN': {
    title: '我的奖励（彩排）',
    points: '测试积分',
    balance: '测试余额',
    note: '彩排结束后，这里的一切都会清空',
    empty: '还没有奖励，回到活动页面试试手气',
    pointsUnit: '积分',
    gift: '实物',
    stamp: '彩排',
    back: '返回',
  },
  en: {
    title: 'My rewards (rehearsal)',
    points: 'Test points',
    balance: 'Test balance',
    note: 'All of this is gone once the rehearsal is cleared',
    empty: 'Nothing yet. Go back to the page and play',
    pointsUnit: 'points',
    gift: 'Prize',
    stamp: 'TEST',
    back: 'Back',
  },
} as const

/**
 * 我的奖励 in a rehearsal, without a script: from here nobody can withdraw, use, or ask for the
 * delivery of anything, real or not.
 */
export function rehearsedRewardsHtml(
  locale: Locale,
  { wallet, rewards, now, backTo, ...who }: RehearsedRewards,
  assets: PhoneAssets,
  timeZone: string,
): string {
  const say = WORDS[locale]
  const tickets = rewards.map((reward) => ticket(locale, reward, timeZone, now)).join('')
  return documentHtml({
    lang: locale,
    theme: 'double-11',
    timeZone,
    title: say.title,
    colour: '#1f2430',
    head: '<meta name="robots" content="noindex">',
    css: stylesFor(assets, 'fresh') + assets.screensCss,
    body:
      rehearsalMark(locale, who) +
      `<main class="zg-page zr-page"><header class="zr-header">${backTo ? backLink(say.back, backTo) : ''}<h1>${say.title}</h1></header>` +
      `<section class="zr-purse"><dl>${figure(say.points, String(wallet.points))}` +
      `${figure(say.balance, `¥${yuanText(wallet.cashFen)}`)}</dl><p>${say.note}</p></section>` +
      `<ul class="zr-list" style="margin-top:12px">${tickets}</ul>` +
      `${tickets ? '' : `<p class="zr-end">${say.empty}</p>`}</main>`,
  })
}

const backLink = (label: string, to: string) =>
  `<a class="zr-back" href="${escapeHtml(to)}" aria-label="${label}">` +
  '<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M15 5l-7 7 7 7" fill="none" ' +
  'stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg></a>'

const figure = (label: string, value: string) => `<div><dt>${label}</dt><dd>${escapeHtml(value)}</dd></div>`

function ticket(locale: Locale, reward: HeldReward, timeZone: string, now: Date): string {
  const { given, title, expiresAt, state } = reward
  const lasts = expiryText(locale, expiresAt, timeZone, now.getTime())
  return (
    `<li class="zr-ticket is-${given.kind}${state === 'granted' ? '' : ' is-over'}">` +
    `<div class="zr-worth">${worth(locale, reward)}</div>` +
    `<div class="zr-about"><h2>${escapeHtml(title)}</h2><p>${escapeHtml(lasts)}</p></div>` +
    `<span class="zr-mark">${WORDS[locale].stamp}</span></li>`
  )
}

function worth(locale: Locale, { given }: HeldReward): string {
  const say = WORDS[locale]
  switch (given.kind) {
    case 'coupon': {
      const off = offText(locale, given)
      const large = off ? `<b>${escapeHtml(off)}</b>` : yuan(given.amountFen)
      return `${large}<small>${escapeHtml(termsText(locale, given).join(' '))}</small>`
    }
    case 'cash':
    case 'subsidy':
      return yuan(given.amountFen)
    case 'points':
      return `<b>${given.points}</b><small>${say.pointsUnit}</small>`
    case 'partner_voucher':
      return `<b class="is-words">${escapeHtml(given.partner)}</b><small>${escapeHtml(given.code)}</small>`
    case 'physical':
      return `<b class="is-words" style="color:var(--zg-brand-strong)">${say.gift}</b>`
  }
}

function yuan(fen: number): string {
  const amount = yuanText(fen)
  return `<b${amount.length > 4 ? ' class="is-long"' : ''}><small>¥</small>${amount}</b>`
}
