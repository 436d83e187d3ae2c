import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { h } from 'preact'
import { z } from 'zod'
import type { HeldReward } from '@/schemas/outcome'
import type { Block, PageDefinition } from '@/schemas/page'
import type { Visitor } from '@/src/services/rehearsals'
import { defineWidget } from '@/widgets/kit/definition'
import { field } from '@/widgets/kit/fields'
import type { ViewProps } from '@/widgets/kit/view'
import { useToolState } from '@/widgets/kit/view-hooks'
import type { CountedViews, KnownMember, PageCampaign, PublishedPage, RuntimeDeps } from './deps'
import { createHandler } from './handler'
import type { PhoneAssets, PhoneScripts } from './phone-assets'
import type { Widgets } from './widgets'

/* A small site for the tests of this folder: widgets, pages and a server of their own. */

const note = defineWidget({
  type: 'note',
  version: 2,
  props: z.strictObject({ text: field.text({ max: 200 }) }),
  defaults: { text: '' },
  migrations: [{ to: 2, name: 'words-to-text', up: ({ words }) => ({ text: words }) }],
})
const box = defineWidget({ type: 'box', version: 1, props: z.strictObject({}), defaults: {} })
const tap = defineWidget({
  type: 'tap',
  version: 1,
  props: z.strictObject({ label: field.text({ max: 200 }) }),
  defaults: { label: '' },
  usesTool: true,
  isStatic: false,
  events: { tapped: { sign: { what: 'tap' } } },
  tells: { chances: ({ left }: { left: number }) => left },
})
const bomb = defineWidget({ type: 'bomb', version: 1, props: z.strictObject({}), defaults: {} })

function TapView({ props, blockId, slots }: ViewProps<{ label: string }>) {
  const { status, state } = useToolState<{ left: number }>(blockId)
  return h('button', { type: 'button' }, `${props.label} ${status} ${state?.left ?? '?'}`, slots.inside)
}

export const testWidgets: Widgets = {
  definitions: { note, box, tap, bomb },
  views: {
    note: ({ props }: ViewProps<{ text: string }>) => h('p', null, props.text),
    box: ({ slots }: ViewProps<object>) =>
      h('section', null, h('i', null, slots.left), h('b', null, slots.right)),
    tap: TapView,
    bomb: () => {
      throw new Error('a view in the wild')
    },
  },
}

/** A block of the test widgets; `more` is whatever else stands in its record. */
export function aBlock(
  id: string,
  type: string,
  props: Block['props'] = {},
  more: Partial<Block> = {},
): Block {
  const known = new Map(Object.entries(testWidgets.definitions)).get(type)
  return { id, type, version: known?.version ?? 1, props, ...more }
}

export function aPage(root: string[], blocks: Block[], over: Partial<PageDefinition> = {}): PageDefinition {
  return {
    schemaVersion: 1,
    title: '双11',
    theme: 'double-11',
    share: { title: '', description: '', image: '' },
    settings: { locale: 'zh-CN' },
    root,
    blocks: Object.fromEntries(blocks.map((block) => [block.id, block])),
    ...over,
  }
}

const testScripts: PhoneScripts = {
  phone: 'phone-1.js',
  rewards: 'rewards-1.js',
  bindings: 'bindings-1.js',
  preload: { phone: ['chunk-1.js'], rewards: ['chunk-1.js'], bindings: ['chunk-1.js'] },
  islands: { tap: ['tap-1.js'] },
}

export const testAssets: PhoneAssets = {
  folder: '/nowhere',
  manifest: {
    canvas: 'canvas-1.js',
    css: 'phone-1.css',
    styles: 'styles-1.json',
    screensCss: 'screens-1.css',
    canvasCss: 'canvas-1.css',
    scripts: { 'zh-CN': testScripts, en: testScripts },
    build: 'build-1',
  },
  css: '.zg-page{color:red}',
  styles: {
    base: '.zg-page{color:red}',
    themes: { 'double-11': '.themed{color:pink}', spring: '.themed{color:tomato}' },
    widgets: { tap: '.tap{color:gold}', still: '.still{color:grey}' },
    utilities: '.block{display:block}',
  },
  screensCss: '.zr-page{color:blue}',
}

/** A folder of built files with one script in it, which goes away with the test. */
export function testAssetsOnDisk(): PhoneAssets & Disposable {
  const folder = mkdtempSync(join(tmpdir(), 'ziggurat-h5-'))
  writeFileSync(join(folder, 'phone-1.js'), `/* ${'a script '.repeat(500)} */`)
  writeFileSync(join(folder, 'manifest.json'), '{}')
  return { ...testAssets, folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

/** Dependencies that stand still: noon of 双11, pages in a map, nothing recorded but remembered. */
export class TestDeps implements RuntimeDeps {
  assets = testAssets
  timeZone = 'Asia/Shanghai'
  publicUrl: string | undefined = undefined
  loginUrl: string | undefined = undefined
  at = Date.parse('2026-11-11T04:00:00.000Z')
  pages = new Map<string, PublishedPage>()
  tools: Record<string, unknown> = {}
  recorded: CountedViews[] = []
  logged: string[] = []
  /** How often the database was asked for a page. */
  asked = 0

  now = () => this.at
  getPublication = async (slug: string) => {
    this.asked++
    return this.pages.get(slug)
  }
  presentTools = async () => this.tools
  campaign: PageCampaign | undefined = undefined
  /** Who is signed in, by the value of their cookie. */
  members = new Map<string, KnownMember>()
  /** How often a member was asked about. */
  askedMembers = 0
  conditions: RuntimeDeps['conditions'] = {
    cookie: 'zg_member',
    readCampaign: async () => this.campaign,
    readMember: async (cookie) => {
      this.askedMembers++
      return this.members.get(cookie)
    },
  }
  exchangeTicket = async (ticket: string) =>
    ticket === 'good' ? { name: 'zg_member', value: 'mbr_1.sig', maxAgeSeconds: 3600 } : undefined
  /** What a visit to the rehearsal called `good` comes to. */
  visit: Awaited<ReturnType<RuntimeDeps['rehearsals']['visitPage']>> = { status: 'over' }
  visitors: Visitor[] = []
  rehearsals: RuntimeDeps['rehearsals'] = {
    cookie: 'zg_rehearsal',
    visitPage: async (visitor) => {
      this.visitors.push(visitor)
      return visitor.token === 'good' ? this.visit : { status: 'unknown' }
    },
    visitRewards: async (visitor) => {
      this.visitors.push(visitor)
      if (visitor.token !== 'good') return { status: 'unknown' }
      if (this.visit.status !== 'open') return this.visit
      return {
        ...this.visit,
        wallet: { points: 10_000, cashFen: 0, expiring: undefined },
        rewards: this.held,
      }
    },
  }
  held: HeldReward[] = []
  recordViews = async (views: CountedViews[]) => {
    this.recorded.push(...views)
  }
  log = {
    warn: (_: object, message: string) => void this.logged.push(message),
    error: (_: object, message: string) => void this.logged.push(message),
  }

  publish(slug: string, definition: PageDefinition, version = '1'): void {
    this.pages.set(slug, { version: version.repeat(64).slice(0, 64), definition })
  }
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** The handler behind a real server on a free port. `get` sends the path as it is, without tidying it. */
export async function startSite(deps: TestDeps) {
  const handler = await createHandler(deps, testWidgets)
  const server = createServer((req, res) => {
    if (!handler.handle(req, res)) res.writeHead(418).end('not the runtime’s')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const req = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () =>
          resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
        )
      })
      req.on('error', reject).end()
    })
  return {
    get,
    flushViews: () => handler.close(),
    [Symbol.asyncDispose]: async () => {
      await handler.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
