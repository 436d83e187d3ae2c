import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createPageCheck, DEFAULT_RULES, definitionOf, validatePage, walkPage } from '@/src/document'
import { definitions } from '@/widgets/registry.definitions.gen'
import { tools } from '@/widgets/registry.tools.gen'
import { rewardsOf } from '../fill'
import { asPage } from '../internal'
import { sampleIds } from '../sample'
import { BUILT_IN } from './index'
import type { BuiltInTemplate, PlayTemplate, Shop } from './template'
import { playWindowAt } from './window'

const MAX_PAGE_BYTES = 24_000
const MAX_DRAWING_BYTES = 30_000
const NOW = new Date('2026-11-22T04:00:00.000Z')
const window = playWindowAt({ kind: 'days', startsIn: 0, days: 7 }, 'Asia/Shanghai', NOW)

const SHOPS: [string, Shop][] = [
  ['a shop with products', { groups: ['数码', '美食', '穿搭'] }],
  ['a shop without any', { groups: [] }],
]
const PLAYS = BUILT_IN.flatMap((each): [string, PlayTemplate][] =>
  each.kind === 'play' ? [[each.key, each]] : [],
)

function made(template: PlayTemplate, shop: Shop) {
  const rewardIds = sampleIds('rwd', Object.keys(template.rewards))
  const drafts = template.tools(rewardIds, shop)
  const toolIds = sampleIds('tool', Object.keys(drafts))
  return { drafts, toolIds, page: template.page({ tools: toolIds, shop, window }) }
}

function pageOf(template: BuiltInTemplate, shop: Shop) {
  if (template.kind === 'play') return made(template, shop).page
  if (template.kind === 'page') return template.page
  return asPage(template.content, { title: template.name['zh-CN'], theme: template.theme })
}

const CASES = SHOPS.flatMap(([shopName, shop]) =>
  BUILT_IN.map((template) => [template.key, shopName, pageOf(template, shop)] as const),
)

test('at least eight plays come with the product, and keys are unique', () => {
  expect(PLAYS.length).toBeGreaterThanOrEqual(8)
  expect(new Set(BUILT_IN.map(({ key }) => key)).size).toBe(BUILT_IN.length)
})

test.each(CASES)('%s is a page that can be stored, in %s', (_, __, page) => {
  expect(validatePage(page, definitions)).toMatchObject({ ok: true })
  expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(MAX_PAGE_BYTES)
})

const pageCheck = createPageCheck(definitions, DEFAULT_RULES)
/** What a template leaves to its user on purpose. */
const LEFT_TO_USER = new Set(['missing_link', 'blanks_left'])

test.each(CASES)('%s has nothing against its publishing once its tools are there, in %s', (_, __, page) => {
  const findings = pageCheck
    .check(page)
    .filter(({ code, level }) => level === 'error' || !LEFT_TO_USER.has(code))
  // A group is no page: it is shared by none.
  expect(findings.filter(({ code }) => code !== 'missing_share_title')).toEqual([])
})

test.each(CASES)('%s shows only drawings that are there and light, in %s', (_, __, page) => {
  const sources = JSON.stringify(page).match(/\/assets\/(templates|pictures)\/[a-z0-9-]+\.svg/g) ?? []
  for (const source of new Set(sources)) {
    const file = join(process.cwd(), 'public', source.replace('/assets/', ''))
    expect(existsSync(file), source).toBe(true)
    expect(statSync(file).size, source).toBeLessThan(MAX_DRAWING_BYTES)
  }
})

test.each(SHOPS)('every block that plays a tool plays one that its own template makes, in %s', (_, shop) => {
  for (const [key, template] of PLAYS) {
    const { drafts, toolIds, page } = made(template, shop)
    const typeOf = new Map(Object.entries(drafts).map(([name, { type }]) => [toolIds[name], type]))
    const playing = Object.values(page.blocks).filter(({ type }) => definitionOf(definitions, type)?.usesTool)
    expect(playing.length, key).toBe(Object.keys(drafts).length)
    for (const { type, tool } of playing) expect(typeOf.get(tool?.id), key).toBe(type)
  }
})

test.each(PLAYS)(
  '%s configures tools that can be saved, with rewards it makes and no others',
  (_, template) => {
    const rewards = rewardsOf(template)
    const ids = sampleIds('rwd', [...rewards.keys()])
    const given = new Set<string>()
    for (const { type, name, config } of Object.values(template.tools(ids, { groups: ['数码'] }))) {
      const definition = tools[type as keyof typeof tools]
      const parsed = definition.config.safeParse(config)
      expect(parsed.error?.issues, name).toBeUndefined()
      expect(definition.check?.(config as never) ?? [], name).toEqual([])
      for (const id of definition.rewardIds(config as never)) given.add(id)
    }
    expect(given).toEqual(new Set(Object.values(ids)))
  },
)

test.each(PLAYS)('%s says by its rules who, when, how, how many, and who answers for it', (_, template) => {
  const { page, drafts } = made(template, { groups: [] })
  const rules = JSON.stringify(Object.values(page.blocks).find(({ type }) => type === 'rules')?.props)
  for (const word of [
    '参与对象',
    '2026年11月22日 00:00 至 2026年11月28日 23:59',
    '参与方式',
    '主办方',
    '联系方式',
    '2026年12月29日 00:00 前填写收货地址',
  ])
    expect(rules).toContain(word)
  const draws = Object.values(drafts).filter(({ type }) => type === 'lottery')
  for (const { config } of draws) {
    for (const { name } of config.prizes as { name: string }[]) expect(rules).toContain(`${name}：概率`)
    if ((config.pointsPerChance as number) > 0) expect(rules).toContain('未成年人不得')
  }
})

test.each(PLAYS)(
  '%s gives by chance nothing above what the law allows, and pays the tax on it',
  (_, template) => {
    const drafts = Object.values(
      template.tools(sampleIds('rwd', Object.keys(template.rewards)), { groups: [] }),
    )
    const ids = sampleIds('rwd', Object.keys(template.rewards))
    const drawn = drafts
      .filter(({ type }) => type === 'lottery')
      .flatMap(({ config }) =>
        (config.prizes as { rewardId?: string }[]).flatMap(({ rewardId }) => rewardId ?? []),
      )
    for (const [name, { terms, taxClass }] of rewardsOf(template)) {
      if (!drawn.includes(ids[name] ?? '')) continue
      if (terms.kind === 'physical' || terms.kind === 'cash') expect(taxClass, name).toBe('incidental')
      const fen = 'amountFen' in terms ? terms.amountFen : terms.costFen
      expect(fen, name).toBeLessThanOrEqual(5_000_000)
    }
  },
)

test('no two plays are put together alike', () => {
  const composed = PLAYS.map(([, template]) => {
    const { page } = made(template, { groups: ['数码', '美食', '穿搭'] })
    return [...walkPage(page)].map(({ block }) => block.type).join(' ')
  })
  expect(new Set(composed).size).toBe(PLAYS.length)
})
