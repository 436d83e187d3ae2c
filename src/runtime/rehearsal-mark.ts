import { escapeHtml } from './html-text'

type Locale = 'zh-CN' | 'en'

const WORDS = {
  'zh-CN': {
    pill: '彩排',
    title: '彩排中',
    hint: '全部是测试数据，奖励不会真的发放',
  },
  en: {
    pill: 'TEST',
    title: 'Rehearsal',
    hint: 'All of this is test data. Nothing won here is real',
  },
} as const

/* In ink, which no theme has: it must not look like a part of the page. The pill is nothing to tap. */
const CSS =
  '.zg-rehearsal{position:relative;z-index:1;display:flex;align-items:center;gap:10px;padding:9px 14px;' +
  'padding-top:calc(9px + env(safe-area-inset-top));background:#1f2430;color:#fff;font-size:12px;line-height:17px}' +
  '.zg-rehearsal b{flex:none;padding:2px 8px;border-radius:4px;background:#ffd34d;color:#1f2430;font-size:13px}' +
  '.zg-rehearsal span{min-width:0}.zg-rehearsal em{display:block;font-style:normal;opacity:.72}' +
  '.zg-rehearsal-pill{position:fixed;z-index:2147483647;left:0;top:38%;padding:10px 4px;border-radius:0 8px 8px 0;' +
  'background:#1f2430;color:#ffd34d;font-size:13px;font-weight:700;line-height:1.2;letter-spacing:2px;' +
  'writing-mode:vertical-rl;pointer-events:none;opacity:.94;box-shadow:0 1px 6px rgba(0,0,0,.3)}' +
  // Two lines of stripes along the edges of the screen, wherever the page has been scrolled to.
  '.zg-rehearsal-pill::before{content:"";position:fixed;top:0;left:0;right:0;height:4px;' +
  'background:repeating-linear-gradient(-45deg,#ffd34d 0 10px,#1f2430 10px 20px)}'

/** Says on a page, at its head and wherever it is scrolled to, that it is a rehearsal and whose. */
export function rehearsalMark(locale: Locale, { code, name }: { code: string; name: string }): string {
  const { pill, title, hint } = WORDS[locale]
  return (
    `<style>${CSS}</style>` +
    `<div class="zg-rehearsal" role="note"><b>${title}</b><span>${hint}` +
    `<em>${escapeHtml(name)} · ${escapeHtml(code)}</em></span></div>` +
    `<div class="zg-rehearsal-pill" aria-hidden="true">${pill}</div>`
  )
}
