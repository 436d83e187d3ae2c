import { documentHtml } from './document-html'
import { type FinishedResponse, finishResponse, SMALLEST } from './finished-response'
import { HTML, NO_STORE, PAGE_HEADERS } from './headers'
import { escapeHtml } from './html-text'
import { type PhoneAssets, stylesFor } from './phone-assets'

interface Notice {
  title: string
  hint: string
  /** A way on, when there is one. */
  retry?: string
}

const NOT_FOUND: Notice = {
  title: '页面不存在或已下线',
  hint: '请检查链接是否完整，或回到活动首页看看',
}
const BROKEN: Notice = { title: '页面暂时打不开', hint: '服务开小差了，请稍后再试', retry: '重新打开' }

const REHEARSALS: Record<RehearsalNotice, Notice> = {
  unknown: { title: '彩排链接无效', hint: '链接可能不完整，请从控制台重新扫码' },
  over: { title: '彩排已结束', hint: '测试数据已经清空，请向活动运营人员索取新的彩排链接' },
  full: { title: '参与彩排的设备已满', hint: '请在控制台重新开始彩排，再扫码进入' },
  elsewhere: { title: '这个页面不在彩排中', hint: '彩排只包含这场活动的页面，请返回上一页' },
}

const PICTURE =
  '<svg viewBox="0 0 160 110" width="160" height="110" aria-hidden="true">' +
  '<ellipse cx="80" cy="100" rx="60" ry="7" class="zr-shade"/>' +
  '<path class="zr-front-ticket" d="M40 14h66l20 20v58H40z"/><path class="zr-tear" d="M106 14v20h20"/>' +
  '<path class="zr-line" d="M56 74h54M56 60h30"/>' +
  '<circle class="zr-coin" cx="68" cy="40" r="4"/><circle class="zr-coin" cx="94" cy="40" r="4"/></svg>'

function noticeHtml({ title, hint, retry }: Notice, assets: PhoneAssets, timeZone: string): string {
  const again = retry ? `<a class="zr-button" href="">${escapeHtml(retry)}</a>` : ''
  return documentHtml({
    lang: 'zh-CN',
    theme: 'double-11',
    timeZone,
    title,
    colour: '#ffdeeb',
    head: '<meta name="robots" content="noindex">',
    css: stylesFor(assets, 'double-11') + assets.screensCss,
    body:
      `<main class="zg-page zr-page"><div class="zr-notice">${PICTURE}` +
      `<h1 class="zr-notice-title">${escapeHtml(title)}</h1>` +
      `<p class="zr-notice-hint">${escapeHtml(hint)}</p>${again}</div></main>`,
  })
}

/** Why a rehearsal's link shows nothing of it. */
export type RehearsalNotice = 'unknown' | 'over' | 'full' | 'elsewhere'

export interface NoticePages {
  notFound: FinishedResponse
  broken: FinishedResponse
  rehearsal: Record<RehearsalNotice, FinishedResponse>
}

/** The pages for links that lead nowhere and for when we are at fault. Never kept by a cache. */
export async function makeNoticePages(assets: PhoneAssets, timeZone: string): Promise<NoticePages> {
  const make = (notice: Notice) =>
    finishResponse(
      Buffer.from(noticeHtml(notice, assets, timeZone)),
      HTML,
      [...PAGE_HEADERS, ...NO_STORE],
      SMALLEST,
    )
  const [notFound, broken, unknown, over, full, elsewhere] = await Promise.all([
    make(NOT_FOUND),
    make(BROKEN),
    make(REHEARSALS.unknown),
    make(REHEARSALS.over),
    make(REHEARSALS.full),
    make(REHEARSALS.elsewhere),
  ])
  return { notFound, broken, rehearsal: { unknown, over, full, elsewhere } }
}
