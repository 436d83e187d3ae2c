import type { PageDefinition, ThemeName } from '@/schemas/page'
import { lookCss, pageLook } from '@/schemas/page-look'
import { PAGE_DATA_ID, type PageData } from '@/schemas/phone'
import { BOUND_EVENTS_ID, type BoundEvents } from '@/widgets/kit/bound-events'
import type { Assembled } from './assemble'
import { escapeHtml, jsonForScript } from './html-text'
import { ASSETS_PATH, type PhoneAssets, type PhoneScripts, stylesFor } from './phone-assets'

/** What a browser's own frame is coloured in, by theme: the top of the theme's background. */
export const THEME_COLOURS: Record<ThemeName, string> = {
  'double-11': '#ffdeeb',
  spring: '#ffe3d3',
  christmas: '#dcefe4',
  'member-day': '#2c2315',
  fresh: '#e6f3ee',
}

export interface PageDocument {
  slug: string
  version: string
  definition: PageDefinition
  assembled: Assembled
  tools: Record<string, unknown>
  /** What references to the campaign's name come to; absent for a page without one. */
  campaignName?: string | undefined
  timeZone: string
  publicUrl: string | undefined
  loginUrl: string | undefined
  /** HTML that says, before all else, that nothing on the page is real. */
  mark?: string
}

/** A finished page: everything it needs to be read is in it, and a script only where one is needed. */
export function pageHtml(page: PageDocument, assets: PhoneAssets): string {
  const { definition, assembled } = page
  const { title, theme, settings } = definition
  const hasIslands = Object.keys(assembled.islands).length > 0
  const hasEvents = Object.keys(assembled.bound).length > 0
  const isInteractive = hasIslands || hasEvents
  const scripts = assets.manifest.scripts[settings.locale]
  const look = pageLook(definition)
  return documentHtml({
    lang: settings.locale,
    theme,
    timeZone: page.timeZone,
    loginUrl: page.loginUrl,
    title,
    colour: settings.background ?? settings.tokens?.page ?? THEME_COLOURS[theme],
    head: shareTags(page) + preloadLinks(assembled, scripts, { hasIslands, hasEvents }),
    css:
      stylesFor(assets, theme, new Set(Object.values(definition.blocks).map(({ type }) => type))) +
      lookCss(look),
    bodyStyle: look.background && `background:${look.background}`,
    body: `${page.mark ?? ''}${isInteractive ? scriptless(settings.locale) : ''}<main class="zg-page">${assembled.html}</main>`,
    // Bound events first: they listen to what the page's own script asks from its first line on.
    script:
      (hasEvents ? boundEvents(page) + moduleScript(scripts.bindings) : '') +
      (hasIslands ? pageData(page) + moduleScript(scripts.phone) : ''),
  })
}

const SCRIPTLESS = {
  'zh-CN': '请开启 JavaScript，或在商城 App 中打开后参与',
  en: 'Turn on JavaScript, or open this page in the shop’s app, to take part',
} as const

/** Where no script runs, nothing can be tapped: says so before somebody tries. */
function scriptless(locale: keyof typeof SCRIPTLESS): string {
  const style =
    'margin:0;padding:10px 16px;background:var(--zg-surface);color:var(--zg-text);border-bottom:1px solid var(--zg-line);font-size:14px;line-height:20px;text-align:center'
  return `<noscript><p style="${style}">${SCRIPTLESS[locale]}</p></noscript>`
}

export interface DocumentParts {
  lang: string
  theme: ThemeName
  timeZone: string
  /** Where members sign in outside of an app. */
  loginUrl?: string | undefined
  title: string
  colour: string
  /** HTML for the end of the head; the document's own parts are escaped here, this is not. */
  head?: string
  css: string
  bodyStyle?: string | undefined
  body: string
  script?: string
}

/** The frame of every document the phone is sent. Text parts are escaped, HTML parts are not. */
export function documentHtml(parts: DocumentParts): string {
  const {
    lang,
    theme,
    timeZone,
    loginUrl,
    title,
    colour,
    head = '',
    css,
    bodyStyle,
    body,
    script = '',
  } = parts
  const login = loginUrl ? ` data-login="${escapeHtml(loginUrl)}"` : ''
  const style = bodyStyle ? ` style="${escapeHtml(bodyStyle)}"` : ''
  return (
    `<!doctype html><html lang="${escapeHtml(lang)}" data-theme="${theme}" data-time-zone="${escapeHtml(timeZone)}"${login}>` +
    '<head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">' +
    `<title>${escapeHtml(title)}</title>` +
    `<meta name="theme-color" content="${escapeHtml(colour)}">` +
    '<meta name="format-detection" content="telephone=no">' +
    // Without this every phone asks for /favicon.ico, which no page has.
    '<link rel="icon" href="data:,">' +
    `${head}<style>${css}</style></head>` +
    `<body${style}>${body}${script}</body></html>`
  )
}

export function moduleScript(name: string): string {
  return `<script type="module" src="${ASSETS_PATH}${name}"></script>`
}

export function modulePreload(name: string): string {
  return `<link rel="modulepreload" href="${ASSETS_PATH}${name}">`
}

/** All scripts the page will want, so that they come together and not one after the other. */
function preloadLinks(
  { islands }: Assembled,
  scripts: PhoneScripts,
  { hasIslands, hasEvents }: { hasIslands: boolean; hasEvents: boolean },
): string {
  const types = new Set(Object.values(islands).map(({ type }) => type))
  const names = [...types].flatMap((type) => scripts.islands[type] ?? [])
  const entries = [
    ...(hasIslands ? scripts.preload.phone : []),
    ...(hasEvents ? scripts.preload.bindings : []),
  ]
  return [...new Set([...entries, ...names])].map(modulePreload).join('')
}

function boundEvents({ version, definition, assembled, timeZone, campaignName }: PageDocument): string {
  const data: BoundEvents = {
    version,
    locale: definition.settings.locale,
    timeZone,
    values: { 'page.title': definition.title, 'campaign.name': campaignName ?? '' },
    blocks: assembled.bound,
  }
  return `<script type="application/json" id="${BOUND_EVENTS_ID}">${jsonForScript(data)}</script>`
}

function pageData({ version, definition, assembled, tools, timeZone }: PageDocument): string {
  const shown = Object.entries(tools).filter(([id]) => Object.hasOwn(assembled.islands, id))
  const data: PageData = {
    version,
    locale: definition.settings.locale,
    timeZone,
    blocks: assembled.islands,
    tools: Object.fromEntries(shown),
  }
  return `<script type="application/json" id="${PAGE_DATA_ID}">${jsonForScript(data)}</script>`
}

/** What a chat shows of the link. Crawlers want absolute addresses, which need the public one. */
function shareTags({ slug, definition, publicUrl }: PageDocument): string {
  const { share, title } = definition
  const absolute = (path: string) => (path.startsWith('/') ? `${publicUrl ?? ''}${path}` : path)
  const properties = {
    'og:type': 'website',
    'og:title': share.title || title,
    'og:description': share.description,
    'og:image': share.image && absolute(share.image),
    'og:url': publicUrl && `${publicUrl}/p/${slug}`,
  }
  const tags = Object.entries(properties).flatMap(([name, value]) =>
    value ? [`<meta property="${name}" content="${escapeHtml(value)}">`] : [],
  )
  const description =
    share.description && `<meta name="description" content="${escapeHtml(share.description)}">`
  return description + tags.join('')
}
