import type { IncomingMessage, ServerResponse } from 'node:http'
import { timeFacts } from '@/schemas/condition-holds'
import { Slug } from '@/schemas/primitives'
import { assemble } from './assemble'
import { conditionsOf, factsOfTools, unmetOf } from './conditions'
import { cookieOf } from './cookie-of'
import type { RuntimeDeps } from './deps'
import { pageHtml } from './document-html'
import { finishResponse, QUICK, sendFinished } from './finished-response'
import { CONTENT_HEADERS, HTML, NO_STORE, PAGE_HEADERS } from './headers'
import type { NoticePages, RehearsalNotice } from './notice-page'
import { renderPage } from './page-fragments'
import { rehearsalMark } from './rehearsal-mark'
import { rehearsedRewardsHtml } from './rehearsal-rewards'
import { isHttps, setCookie } from './ticket'
import type { Widgets } from './widgets'

export const REHEARSAL_PATH = '/rehearsal/'
const REWARDS = 'my/rewards'
/** A tester's cookie outlives no rehearsal, and is worth nothing after it. */
const COOKIE_SECONDS = 7 * 24 * 60 * 60
const STATUS: Record<RehearsalNotice, number> = { unknown: 404, elsewhere: 404, over: 410, full: 403 }

type PageVisit = Awaited<ReturnType<RuntimeDeps['rehearsals']['visitPage']>>
type Rehearsed = NonNullable<Extract<PageVisit, { status: 'open' }>['page']>
type Exchange = [req: IncomingMessage, res: ServerResponse]

/**
 * The pages of a rehearsal: /rehearsal/<token>/<slug>, and /rehearsal/<token>/my/rewards. They are
 * drawn for each tester anew and kept by no cache, and have addresses of their own, so that neither is
 * ever taken for the page that everybody else opens.
 */
export function createRehearsalSite(deps: RuntimeDeps, widgets: Widgets, notices: NoticePages) {
  const { rehearsals, assets, timeZone } = deps

  async function answer(exchange: Exchange, path: string, query: string): Promise<void> {
    const rest = path.slice(REHEARSAL_PATH.length)
    const end = rest.indexOf('/')
    const token = end < 0 ? rest : rest.slice(0, end)
    const place = end < 0 ? '' : rest.slice(end + 1)
    if (place === REWARDS) await sendRewards(exchange, token, query)
    else if (Slug.safeParse(place).success) await sendPage(exchange, token, place, query)
    else notice(exchange, 'unknown')
  }

  async function sendPage(exchange: Exchange, token: string, slug: string, query: string): Promise<void> {
    const visit = await rehearsals.visitPage(visitorOf(exchange, token), slug)
    if (visit.status === 'moved') redirect(exchange, `${REHEARSAL_PATH}${visit.token}/${slug}`, query)
    else if (visit.status !== 'open') notice(exchange, visit.status)
    else if (!visit.page) notice(exchange, 'elsewhere')
    else await send(exchange, draw(slug, visit, visit.page), visit.cookie)
  }

  async function sendRewards(exchange: Exchange, token: string, query: string): Promise<void> {
    const visit = await rehearsals.visitRewards(visitorOf(exchange, token))
    if (visit.status === 'moved') redirect(exchange, `${REHEARSAL_PATH}${visit.token}/${REWARDS}`, query)
    else if (visit.status !== 'open') notice(exchange, visit.status)
    else {
      const locale = /(?:^|&)lang=en(?:&|$)/.test(query) ? 'en' : 'zh-CN'
      const from = rehearsalPageOf(exchange[0])
      const back = from?.pathname.startsWith(`${REHEARSAL_PATH}${token}/`) ? from : undefined
      const held = { ...visit, backTo: back && back.pathname + back.search }
      await send(exchange, rehearsedRewardsHtml(locale, held, assets, timeZone), visit.cookie)
    }
  }

  function draw(slug: string, visit: { code: string; name: string; now: Date }, page: Rehearsed): string {
    const { version, definition } = page
    const tools = page.tools as Record<string, unknown>
    const now = visit.now.getTime()
    const fragments = renderPage(definition, tools, widgets, {
      timeZone,
      now: () => now,
      onBroken: (blockId, err) =>
        deps.log.error({ err, slug, version, blockId }, 'a block cannot be drawn and is left empty'),
    })
    const asked = conditionsOf(definition)
    const unmet = unmetOf(asked, {
      time: timeFacts(now, timeZone),
      member: page.member,
      campaign: page.campaign,
      tools: factsOfTools(
        asked,
        definition,
        page.toolsOfMember as Record<string, unknown>,
        widgets.definitions,
      ),
    })
    return pageHtml(
      {
        slug,
        version,
        definition,
        assembled: assemble(fragments, now, unmet),
        tools,
        campaignName: page.campaign?.name,
        timeZone,
        publicUrl: deps.publicUrl,
        // Whoever is here is known already; signing in is for what is real.
        loginUrl: undefined,
        mark: rehearsalMark(definition.settings.locale, visit),
      },
      assets,
    )
  }

  async function send(exchange: Exchange, html: string, cookie: string | undefined): Promise<void> {
    const made = cookie && { name: rehearsals.cookie, value: cookie, maxAgeSeconds: COOKIE_SECONDS }
    const set = made ? ['set-cookie', setCookie(made, isHttps(exchange[0], deps))] : []
    const headers = [...PAGE_HEADERS, ...NO_STORE, 'x-robots-tag', 'noindex', ...set]
    sendFinished(...exchange, await finishResponse(Buffer.from(html), HTML, headers, QUICK))
  }

  function notice(exchange: Exchange, why: RehearsalNotice): void {
    sendFinished(...exchange, notices.rehearsal[why], STATUS[why])
  }

  function visitorOf([req]: Exchange, token: string) {
    return { token, cookie: cookieOf(req, rehearsals.cookie), mayJoin: req.method === 'GET' }
  }

  /**
   * Where a link on a rehearsal's page leads to: links name the real pages, and whoever rehearses must
   * not find themselves on one unawares. Undefined when the request came from no such page.
   */
  function detour(req: IncomingMessage, path: string): string | undefined {
    const token = rehearsalPageOf(req)?.pathname.slice(REHEARSAL_PATH.length).split('/')[0]
    return token && `${REHEARSAL_PATH}${token}/${path.replace(/^\/(?:p\/)?/, '')}`
  }

  return { answer, detour }
}

/** The page of a rehearsal, on this very site, that led here; undefined when none did. */
function rehearsalPageOf({ headers: { referer, host } }: IncomingMessage): URL | undefined {
  // Nearly everybody comes from elsewhere, which must cost nothing.
  if (!referer?.includes(REHEARSAL_PATH) || !URL.canParse(referer)) return undefined
  const page = new URL(referer)
  return page.pathname.startsWith(REHEARSAL_PATH) && page.host === host ? page : undefined
}

export function redirect([, res]: Exchange, path: string, query: string): void {
  const location = query ? `${path}?${query}` : path
  res.writeHead(303, ['location', location, 'content-length', '0', ...CONTENT_HEADERS, ...NO_STORE])
  res.end()
}
