import { documentHtml, modulePreload, moduleScript } from './document-html'
import { type FinishedResponse, finishResponse, SMALLEST } from './finished-response'
import { HTML, PAGE_HEADERS, REVALIDATE } from './headers'
import { type PhoneAssets, stylesFor } from './phone-assets'

const TITLES = { 'zh-CN': '我的奖励', en: 'My rewards' }

/** The page while its script is on the way: the same outline that the script draws first. */
const OUTLINE =
  '<div id="zg-app"><main class="zg-page zr-page"><header class="zr-header"></header>' +
  '<section class="zr-purse"></section><div class="zr-tabs"></div><div class="zr-list">' +
  '<div class="zr-ticket zr-skeleton"></div>'.repeat(3) +
  '</div></main></div>'

/** /my/rewards in each language. The same for every member: what they hold comes by script. */
export async function makeRewardsPages(
  assets: PhoneAssets,
  timeZone: string,
  loginUrl: string | undefined,
): Promise<Record<keyof typeof TITLES, FinishedResponse>> {
  const make = (lang: keyof typeof TITLES) => {
    const { rewards, preload } = assets.manifest.scripts[lang]
    const html = documentHtml({
      lang,
      theme: 'double-11',
      timeZone,
      loginUrl,
      title: TITLES[lang],
      colour: '#ffffff',
      head: preload.rewards.map(modulePreload).join(''),
      css: stylesFor(assets, 'fresh') + assets.screensCss,
      body: OUTLINE,
      script: moduleScript(rewards),
    })
    return finishResponse(Buffer.from(html), HTML, [...PAGE_HEADERS, ...REVALIDATE], SMALLEST)
  }
  return { 'zh-CN': await make('zh-CN'), en: await make('en') }
}
