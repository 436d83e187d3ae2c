import { describe, expect, test } from 'vitest'
import type { CheckKind, CheckRules } from '@/schemas/check-rule'
import type { Block, PageDefinition } from '@/schemas/page'
import type { CheckedReward, CheckedTool, PageFacts } from '@/schemas/page-facts'
import { definitions as widgets } from '@/widgets/registry.definitions.gen'
import { newPage } from '../new-page'
import { definitions as testWidgets } from '../test-widgets'
import { createPageCheck } from './check-page'
import { DEFAULT_RULES } from './default-rules'

const definitions = { ...widgets, ...testWidgets }
const NOW = Date.parse('2026-11-11T00:00:00.000Z')
const DAY = 24 * 60 * 60 * 1000
const iso = (ms: number) => new Date(ms).toISOString()

const block = (id: string, type: string, over: Partial<Block> & { props?: object } = {}): Block => ({
  id,
  type,
  version: definitions[type]?.version ?? 1,
  ...over,
  props: { ...definitions[type]?.defaults, ...over.props },
})
const text = (id: string, words: string, over: Partial<Block> = {}) =>
  block(id, 'text', { ...over, props: { text: words, ...over.props } })
const button = (link: string) => block('b', 'button', { props: { link } })
const drawing = (over: Partial<Block> = {}) =>
  block('d', 'lottery', { tool: { id: 'tool_0000000001' }, ...over })

function pageOf(blocks: Block[], over: Partial<PageDefinition> = {}): PageDefinition {
  const inside = new Set(blocks.flatMap(({ slots }) => Object.values(slots ?? {}).flat()))
  return {
    ...newPage({ title: '页面', locale: 'zh-CN' }),
    share: { title: '分享', description: '', image: '' },
    root: blocks.map(({ id }) => id).filter((id) => !inside.has(id)),
    blocks: Object.fromEntries(blocks.map((each) => [each.id, each])),
    ...over,
  }
}

const reward = (over: Partial<CheckedReward> = {}): CheckedReward => ({
  id: 'rew_0000000001',
  title: '券',
  kind: 'coupon',
  isEnabled: true,
  valueFen: 500,
  reservedFen: 500,
  left: 10,
  until: null,
  ...over,
})
const tool = (
  over: Partial<Omit<CheckedTool, 'campaign'>> & { campaign?: Partial<CheckedTool['campaign']> } = {},
): CheckedTool => ({
  type: 'lottery',
  problems: [],
  windows: [],
  isDraw: false,
  says: [],
  sellsChances: false,
  rewards: [reward()],
  texts: [],
  ...over,
  campaign: {
    id: 'cmp_0000000001',
    name: '双11',
    isEnded: false,
    startsAt: NOW - DAY,
    endsAt: NOW + DAY,
    availableFen: 1_000_000,
    ...over.campaign,
  },
})
const facts = (over: Partial<PageFacts> = {}): PageFacts => ({
  now: NOW,
  ownHosts: ['shop.example'],
  ownSlugs: ['me'],
  campaignId: 'cmp_0000000001',
  tools: { tool_0000000001: tool() },
  pages: {},
  imageBytes: {},
  scriptBytes: 0,
  ...over,
})

const codes = (page: PageDefinition, known?: PageFacts, rules: CheckRules = DEFAULT_RULES) =>
  createPageCheck(definitions, rules)
    .check(page, known)
    .map(({ level, code, path }) => `${level} ${code} ${path.join('.')}`.trim())
const withTool = (over: Parameters<typeof tool>[0], more: Partial<PageFacts> = {}) =>
  facts({ tools: { tool_0000000001: tool(over) }, ...more })

describe('crossed-out prices', () => {
  const floor = (showListPrice: boolean) =>
    pageOf([block('g', 'goods', { tool: { id: 'tool_0000000001' }, props: { showListPrice } })])
  const sold = (unprovenPrices: string[]) => withTool({ type: 'goods', rewards: [], unprovenPrices })

  test('are named when they are shown and nothing proves them', () => {
    const { check } = createPageCheck(definitions, DEFAULT_RULES)
    expect(check(floor(true), sold(['电饭煲', '水壶', '砧板', '毛巾']))).toEqual([
      {
        level: 'warning',
        code: 'crossed_out_price',
        path: ['blocks', 'g', 'props', 'showListPrice'],
        params: { products: '电饭煲、水壶、砧板', count: 4 },
      },
    ])
  })

  test('are not spoken of when they are proven, not shown, or nothing is known of them', () => {
    expect(codes(floor(true), sold([]))).toEqual([])
    expect(codes(floor(false), sold(['电饭煲']))).toEqual([])
    expect(codes(floor(true))).toEqual([])
  })
})

describe('what can be told of a page by itself', () => {
  test('a page that is ready, an empty one, one where all is hidden', () => {
    expect(codes(pageOf([text('a', '好')]))).toEqual([])
    expect(codes(pageOf([]))).toEqual(['error empty_page'])
    expect(codes(pageOf([text('a', '好', { hidden: true })]))).toEqual(['error empty_page'])
  })

  test('a missing tool, a missing share title, a widget of its own mind, an unknown one, a newer one', () => {
    const page = pageOf(
      [block('t', 'tooled'), block('l', 'leaf'), block('u', 'not-yet'), block('n', 'leaf', { version: 3 })],
      { share: { title: ' ', description: '', image: '' } },
    )
    expect(codes(page)).toEqual([
      'warning missing_share_title share.title',
      'error missing_tool blocks.t.tool',
      'warning no_text blocks.l',
      'error unknown_widget blocks.u',
      'error newer_version blocks.n',
    ])
  })

  test('a check that throws is itself a finding', () => {
    const throwing = {
      ...testWidgets.leaf!,
      lint: () => {
        throw new Error('a check of a widget in the wild')
      },
    }
    const { check } = createPageCheck({ leaf: throwing }, DEFAULT_RULES)
    expect(check(pageOf([block('a', 'leaf')]))).toEqual([
      { level: 'warning', code: 'check_failed', path: ['blocks', 'a'] },
    ])
  })

  test.each<[string, string[]]>([
    ['https://shop.example/goods/1', []],
    ['https://10.0.0.8/admin', ['error private_link blocks.b.props.link']],
    ['http://shop.cn/', ['warning insecure_link blocks.b.props.link']],
    ['https://', ['error bad_link blocks.b.props.link']],
    ['#gone', ['warning dead_anchor blocks.b.props.link']],
    ['#b', []],
  ])('a link to %s', (link, found) => {
    expect(codes(pageOf([button(link)]))).toEqual(found)
  })

  test('a picture on a private network is out of reach as well', () => {
    const image = block('i', 'image', { props: { src: 'https://192.168.0.2/a.png', alt: '图' } })
    expect(codes(pageOf([image]))).toEqual(['error private_link blocks.i.props.src'])
  })

  test('words that are forbidden, wherever members read them, but not where the rule skips', () => {
    const page = pageOf([text('a', '全网最低价'), text('b', '最低消费 20 元')], { title: '国家级大促' })
    expect(codes(page)).toEqual([
      'warning advertising_words title',
      'warning advertising_words blocks.a.props.text',
    ])
    const { advertising_words: rule } = DEFAULT_RULES
    const skipping = {
      ...DEFAULT_RULES,
      advertising_words: { ...rule, terms: { ...rule.terms, skips: ['text'] } },
    }
    expect(codes(page, undefined, skipping)).toEqual(['warning advertising_words title'])
  })

  test('text that cannot be told from its ground: the block’s, its holder’s, the page’s, the theme’s', () => {
    const pale = { props: { colour: '#dddddd' } }
    const found = ['warning contrast blocks.a.props.colour']
    expect(codes(pageOf([text('a', '字', pale)], { theme: 'fresh' }))).toEqual(found)
    expect(codes(pageOf([text('a', '字', { ...pale, style: { background: '#111111' } })]))).toEqual([])
    expect(
      codes(pageOf([text('a', '字', pale)], { settings: { locale: 'zh-CN', background: '#000000' } })),
    ).toEqual([])
    const holder = block('h', 'columns', { style: { background: '#000000' }, slots: { first: ['a'] } })
    expect(codes(pageOf([holder, text('a', '字', pale)]))).toEqual([])
  })

  test('large text needs less contrast, and tokens of a theme keep their promises or are found', () => {
    const grey = (look: string) => text('a', '字', { props: { colour: '#7d7d7d', look } })
    const white = { settings: { locale: 'zh-CN' as const, background: '#ffffff' } }
    expect(codes(pageOf([grey('body')], white))).toEqual(['warning contrast blocks.a.props.colour'])
    expect(codes(pageOf([grey('title')], white))).toEqual([])
    const pale = {
      settings: { locale: 'zh-CN' as const, tokens: { text: '#cccccc' } },
      theme: 'fresh' as const,
    }
    expect(new Set(codes(pageOf([text('a', '字')], pale)))).toEqual(
      new Set(['warning contrast settings.tokens.text']),
    )
    const dark = {
      settings: { locale: 'zh-CN' as const, tokens: { brand: '#7a0019' } },
      theme: 'fresh' as const,
    }
    expect(codes(pageOf([text('a', '字')], dark))).toEqual([])
  })

  test('a rule that is off finds nothing, one that is an error stops, and fixed ones stay', () => {
    const rules = (kind: CheckKind, level: 'error' | 'off') => ({
      ...DEFAULT_RULES,
      [kind]: { ...DEFAULT_RULES[kind], level },
    })
    const page = pageOf([text('a', '全网最低价'), block('u', 'not-yet')])
    expect(codes(page, undefined, rules('advertising_words', 'off'))).toEqual([
      'error unknown_widget blocks.u',
    ])
    expect(codes(page, undefined, rules('advertising_words', 'error'))[0]).toBe(
      'error advertising_words blocks.a.props.text',
    )
    const noAlt = pageOf([block('i', 'image', { props: { src: '/assets/u/a.png' } })])
    expect(codes(noAlt, undefined, rules('missing_alt', 'error'))[0]).toMatch(/^error missing_alt blocks\.i/)
  })
})

describe('what the server knows', () => {
  const page = pageOf([drawing()])

  test('nothing is said of what was not asked about, or is fine', () => {
    expect(codes(page, facts())).toEqual([])
    expect(codes(page, facts({ tools: {} }))).toEqual([])
  })

  test.each<[string, Parameters<typeof tool>[0], string[]]>([
    ['odds that do not sum', { problems: ['weights_sum'] }, ['error tool_misconfigured']],
    ['a tool of another campaign', { campaign: { id: 'cmp_other' } }, ['warning tool_of_other_campaign']],
    ['a campaign that is over', { campaign: { endsAt: NOW - 1 } }, ['warning campaign_over']],
    ['a campaign that was ended', { campaign: { isEnded: true } }, ['warning campaign_over']],
    [
      'a coupon outside of the campaign',
      { windows: [{ from: NOW + 2 * DAY, until: null }] },
      ['warning tool_window_apart'],
    ],
    ['a coupon inside of it', { windows: [{ from: null, until: NOW + DAY }] }, []],
    ['a disabled reward', { rewards: [reward({ isEnabled: false })] }, ['warning reward_off']],
    ['an expired coupon', { rewards: [reward({ until: NOW })] }, ['error reward_expired']],
    [
      'one that expires too early',
      { rewards: [reward({ until: NOW + DAY / 2 })] },
      ['warning reward_expires_early'],
    ],
    ['one that lasts', { rewards: [reward({ until: NOW + DAY })] }, []],
    ['one without stock', { rewards: [reward({ left: 0 })] }, ['warning reward_sold_out']],
    ['stock beyond the budget', { campaign: { availableFen: 4_999 } }, ['warning budget_short']],
    ['stock within the budget', { campaign: { availableFen: 5_000 } }, []],
    ['a forbidden name of a prize', { texts: ['国家级奖品'] }, ['warning advertising_words']],
  ])('%s', (_, over, found) => {
    expect(codes(page, withTool(over))).toEqual(found.map((code) => `${code} blocks.d.tool`))
  })

  test('a tool that is not there, and one of another widget', () => {
    expect(codes(page, facts({ tools: { tool_0000000001: null } }))).toEqual([
      'error unknown_tool blocks.d.tool',
    ])
    expect(codes(page, withTool({ type: 'coupon-wall' }))).toEqual(['error tool_of_other_type blocks.d.tool'])
  })

  test('a block that is never shown while its campaign runs, by its own schedule or its holder’s', () => {
    const later = { from: iso(NOW + 2 * DAY) }
    expect(codes(pageOf([drawing({ schedule: later })]), facts())).toEqual([
      'warning windows_apart blocks.d.schedule',
    ])
    const holder = block('h', 'columns', { schedule: later, slots: { first: ['d'] } })
    expect(codes(pageOf([holder, drawing()]), facts())).toEqual(['warning windows_apart blocks.d.tool'])
    expect(codes(pageOf([drawing({ schedule: { from: iso(NOW + DAY - 1) } })]), facts())).toEqual([])
  })

  test('a block whose time has passed', () => {
    expect(codes(pageOf([text('a', '好', { schedule: { until: iso(NOW) } })]), facts())).toEqual([
      'warning block_over blocks.a.schedule',
    ])
    expect(codes(pageOf([text('a', '好', { schedule: { until: iso(NOW + 1) } })]), facts())).toEqual([])
  })

  test.each<[string, string[]]>([
    ['/p/there', []],
    ['/p/draft', ['warning unpublished_link blocks.b.props.link']],
    ['/p/nowhere', ['warning missing_page_link blocks.b.props.link']],
    ['https://shop.example/p/nowhere', ['warning missing_page_link blocks.b.props.link']],
    ['/p/me', []],
    ['/p/not-asked', []],
  ])('a link to the page %s', (link, found) => {
    const pages = { there: 'published', draft: 'unpublished', nowhere: 'missing' } as const
    expect(codes(pageOf([button(link)]), facts({ pages }))).toEqual(found)
  })

  test('pictures and a page that weigh too much', () => {
    const image = (id: string, src: string) => block(id, 'image', { props: { src, alt: '图' } })
    const heavy = pageOf([image('a', '/assets/u/a.png'), image('b', '/assets/u/a.png')])
    const KB = 1_024
    expect(codes(heavy, facts({ imageBytes: { '/assets/u/a.png': 500 * KB } }))).toEqual([])
    expect(codes(heavy, facts({ imageBytes: { '/assets/u/a.png': 500 * KB + 1 } }))).toEqual([
      'warning image_heavy blocks.a.props.src',
    ])
    // The same picture is loaded once.
    expect(
      codes(heavy, facts({ imageBytes: { '/assets/u/a.png': 400 * KB }, scriptBytes: 1_648 * KB })),
    ).toEqual([])
    expect(
      codes(heavy, facts({ imageBytes: { '/assets/u/a.png': 400 * KB }, scriptBytes: 1_649 * KB })),
    ).toEqual(['warning page_weight'])
  })

  test('the highest prize of a draw, and of what is no draw', () => {
    const dear = { rewards: [reward({ valueFen: 5_000_001, reservedFen: 0 })] }
    const said = {
      isDraw: true,
      says: ['odds', 'time', 'collecting', 'organiser', 'contact'] as CheckedTool['says'],
    }
    expect(codes(page, withTool({ ...dear, ...said }))).toEqual(['error prize_above_limit blocks.d.tool'])
    expect(codes(page, withTool(dear))).toEqual([])
    expect(
      codes(page, withTool({ rewards: [reward({ valueFen: 5_000_000, reservedFen: 0 })], ...said })),
    ).toEqual([])
  })

  test('what the rules of a draw leave out, as far as neither the tool nor the page says it', () => {
    const draw = withTool({ isDraw: true, says: ['time', 'collecting'] })
    const missing = (page: PageDefinition) =>
      createPageCheck(definitions, DEFAULT_RULES)
        .check(page, draw)
        .filter(({ code }) => code === 'draw_rules_missing')
        .map(({ params }) => params?.part)
    expect(missing(page)).toEqual(['odds', 'organiser', 'contact'])
    const rules = text('r', '主办方：本店。中奖概率：1%。客服电话 400-800-1234')
    expect(missing(pageOf([drawing(), rules]))).toEqual([])
    // Nobody reads what is hidden.
    expect(missing(pageOf([drawing(), { ...rules, hidden: true }]))).toHaveLength(3)
  })

  test('a form that asks for nothing, or for personal information without saying what for', () => {
    const form = (isEmpty: boolean, lacks: ('purpose' | 'privacy_link')[]) =>
      codes(page, withTool({ form: { isEmpty, lacks } }))
    expect(form(true, [])).toEqual(['error form_without_fields blocks.d.tool'])
    expect(form(false, ['purpose', 'privacy_link'])).toEqual([
      'error form_without_purpose blocks.d.tool',
      'error form_without_privacy blocks.d.tool',
    ])
    expect(form(false, [])).toEqual([])
  })

  test('chances that are sold for points ask for a word on minors', () => {
    const draw = withTool({
      isDraw: true,
      sellsChances: true,
      says: ['odds', 'time', 'collecting', 'organiser', 'contact'],
    })
    expect(codes(page, draw)).toEqual(['warning points_draw blocks.d.tool'])
    expect(codes(pageOf([drawing(), text('r', '未成年人不得参与')]), draw)).toEqual([])
  })
})

test('what a page asks the server is sorted, and what is hidden is asked about too', () => {
  const page = pageOf([button('/p/b'), { ...button('/p/a'), id: 'c' }, drawing({ hidden: true })])
  expect(createPageCheck(definitions, DEFAULT_RULES).asks(page)).toEqual({
    toolIds: ['tool_0000000001'],
    slugs: ['a', 'b'],
    images: [],
    types: ['lottery'],
  })
})
