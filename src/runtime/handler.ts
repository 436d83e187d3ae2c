import type { IncomingMessage, ServerResponse } from 'node:http'
import { Slug } from '@/schemas/primitives'
import { AssetFiles } from './asset-files'
import { cookieOf } from './cookie-of'
import type { RuntimeDeps } from './deps'
import { sendFinished } from './finished-response'
import { CONTENT_HEADERS, NO_STORE } from './headers'
import { makeNoticePages } from './notice-page'
import { type FinishedPage, PageCache } from './page-cache'
import { ASSETS_PATH } from './phone-assets'
import { createRehearsalSite, REHEARSAL_PATH, redirect } from './rehearsal-site'
import { makeRewardsPages } from './rewards-page'
import { hasTicket, takeTicket } from './ticket'
import { ViewCounter } from './view-counter'
import type { Widgets } from './widgets'

export interface RuntimeHandler {
  /** Answers what members open, and returns true; false when the address is not the runtime's. */
  handle: (req: IncomingMessage, res: ServerResponse) => boolean
  /** Stores the views counted so far. Call once no more requests come. */
  close: () => Promise<void>
}

const REWARDS_PATH = '/my/rewards'
const DEFINITION = '/definition.json'

/**
 * The server of published pages, on bare node:http: /p/<slug>, /p/<slug>/definition.json,
 * /my/rewards, the same of rehearsals below /rehearsal, and the phone's scripts below /assets/h5. A page that is in the cache is sent
 * before this returns.
 */
export async function createHandler(deps: RuntimeDeps, widgets: Widgets): Promise<RuntimeHandler> {
  const { assets, timeZone, log } = deps
  const pages = new PageCache(deps, widgets)
  const views = new ViewCounter(deps)
  const files = new AssetFiles(assets.folder)
  const [notices, rewards] = await Promise.all([
    makeNoticePages(assets, timeZone),
    makeRewardsPages(assets, timeZone, deps.loginUrl),
  ])
  const rehearsals = createRehearsalSite(deps, widgets, notices)

  type Exchange = [req: IncomingMessage, res: ServerResponse]

  function fail([req, res]: Exchange, err: unknown): void {
    log.error({ err, url: req.url?.split('?')[0] }, 'a page could not be sent')
    if (res.headersSent) res.destroy()
    else sendFinished(req, res, notices.broken, 500)
  }

  function sendFound([req, res]: Exchange, slug: string, page: FinishedPage | undefined): void {
    if (!page) {
      sendFinished(req, res, notices.notFound, 404)
      return
    }
    const cookie = page.forMember && cookieOf(req, deps.conditions.cookie)
    if (page.forMember && cookie)
      later(
        [req, res],
        page.forMember(cookie).then((html) => sendFinished(req, res, html)),
      )
    else sendFinished(req, res, page.html)
    if (req.method === 'GET') views.count(slug, req.headers)
  }

  function sendPage(exchange: Exchange, slug: string): void {
    const page = pages.get(slug)
    if (page instanceof Promise)
      later(
        exchange,
        page.then((found) => sendFound(exchange, slug, found)),
      )
    else sendFound(exchange, slug, page)
  }

  async function sendDefinition([req, res]: Exchange, slug: string): Promise<void> {
    const page = await pages.get(slug)
    if (page) sendFinished(req, res, await page.definitionJson())
    else sendFinished(req, res, notices.notFound, 404)
  }

  async function sendFile([req, res]: Exchange, name: string): Promise<void> {
    const file = await files.get(name)
    if (file) sendFinished(req, res, file)
    else sendPlain(res, 404, 'not found')
  }

  function later(exchange: Exchange, work: Promise<unknown>): void {
    work.catch((error) => fail(exchange, error))
  }

  function answerPage(exchange: Exchange, path: string, query: string): void {
    const isDefinition = path.endsWith(DEFINITION)
    const slug = path.slice('/p/'.length, isDefinition ? -DEFINITION.length : undefined)
    // Anything that is no slug, wrongly encoded or not, is a link that leads nowhere.
    if (!Slug.safeParse(slug).success) sendFinished(...exchange, notices.notFound, 404)
    else if (isDefinition) later(exchange, sendDefinition(exchange, slug))
    else if (hasTicket(query)) later(exchange, takeTicket(...exchange, path, query, deps))
    else sendPage(exchange, slug)
  }

  function answerRewards(exchange: Exchange, query: string): void {
    if (hasTicket(query)) later(exchange, takeTicket(...exchange, REWARDS_PATH, query, deps))
    else sendFinished(...exchange, rewards[/(?:^|&)lang=en(?:&|$)/.test(query) ? 'en' : 'zh-CN'])
  }

  function handle(req: IncomingMessage, res: ServerResponse): boolean {
    const url = req.url ?? ''
    const end = url.indexOf('?')
    const path = end < 0 ? url : url.slice(0, end)
    const isPage = path.startsWith('/p/')
    const isFile = path.startsWith(ASSETS_PATH)
    const isRehearsal = path.startsWith(REHEARSAL_PATH)
    if (!isPage && !isFile && !isRehearsal && path !== REWARDS_PATH) return false

    const query = end < 0 ? '' : url.slice(end + 1)
    if (req.method !== 'GET' && req.method !== 'HEAD') sendPlain(res, 405, 'method not allowed')
    else if (isFile) later([req, res], sendFile([req, res], path.slice(ASSETS_PATH.length)))
    else if (isRehearsal) later([req, res], rehearsals.answer([req, res], path, query))
    else {
      const detour = rehearsals.detour(req, path)
      if (detour) redirect([req, res], detour, query)
      else if (isPage) answerPage([req, res], path, query)
      else answerRewards([req, res], query)
    }
    return true
  }

  return { handle, close: () => views.close() }
}

function sendPlain(res: ServerResponse, status: number, text: string): void {
  const allow = status === 405 ? ['allow', 'GET, HEAD'] : []
  const type = [
    'content-type',
    'text/plain; charset=utf-8',
    'content-length',
    String(Buffer.byteLength(text)),
  ]
  res.writeHead(status, [...type, ...allow, ...CONTENT_HEADERS, ...NO_STORE])
  res.end(text)
}
