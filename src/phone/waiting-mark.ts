import type { ByLocale, Locale } from '../../widgets/kit/messages'
import { MY_REWARDS } from '../../widgets/kit/play/my-rewards'

/** So many prizes of the member's lapse unless they say where to send them. */
export interface PrizesWaiting {
  status: 'prizes_waiting'
  count: number
}

const WORDS: ByLocale<(count: number) => string> = {
  'zh-CN': (count) => `，${count} 件奖品待填收货地址`,
  en: (count) => `, ${count} to be told an address`,
}

let mark: HTMLStyleElement | undefined

/**
 * Marks whatever leads to 我的奖励 with how many prizes wait there, also what is drawn later. A widget
 * says by `::after` of its own where the mark is, when it is not beside the words.
 */
export function markRewards(locale: Locale, count: number): void {
  mark ??= newMark()
  const shown = count > 99 ? '99+' : String(count)
  // Older web-views know no spoken text and keep the first.
  mark.textContent = `a[href="${MY_REWARDS}"]::after{content:"${shown}";content:"${shown}"/"${WORDS[locale](count)}";
display:inline-block;box-sizing:border-box;min-width:16px;margin:0 2px 0 4px;padding:0 4px;border-radius:8px;
background:#d4141e;color:#fff;font-size:11px;font-weight:600;line-height:16px;letter-spacing:0;text-align:center;
text-indent:0;text-shadow:none;vertical-align:1px}`
}

function newMark(): HTMLStyleElement {
  // Shown again as it was left, the page asks anew and is told what is left.
  addEventListener('pageshow', forget)
  return document.head.appendChild(document.createElement('style'))
}

function forget({ persisted }: PageTransitionEvent): void {
  if (!persisted) return
  mark?.remove()
  mark = undefined
  removeEventListener('pageshow', forget)
}
