import { expect, test } from 'vitest'
import { campaign, page, reward, template, tool } from '@/src/db'
import { aBlock, aPageDefinition } from '@/src/testing/builders/page-definition'
import { aWorld, type World } from '@/src/testing/world'
import { createCampaign, readCampaign } from '../campaigns'
import { publishPage, readPage } from '../pages'
import { readTool } from '../tools'
import * as templates from './index'
import { BUILT_IN } from './library'

const DAY = 24 * 60 * 60 * 1000
const at = (world: World, days: number) => new Date(world.clock.now().getTime() + days * DAY).toISOString()

const aPlay = (world: World, over: object = {}) => ({
  key: 'lottery',
  title: '周年抽奖',
  slug: 'anniversary',
  campaign: { kind: 'new' as const, name: '周年庆', startsAt: at(world, 0), endsAt: at(world, 7) },
  idempotencyKey: 'key-000001',
  ...over,
})

async function counts(world: World) {
  const all = await Promise.all(
    [campaign, reward, tool, page].map((table) => world.ctx.db.read.select().from(table)),
  )
  return all.map((rows) => rows.length)
}

const NOTHING = [0, 0, 0, 0]

test('a play makes the campaign, the rewards, the tools and the page, which can be published', async () => {
  await using world = await aWorld()
  const ctx = await world.as('operator')
  const input = aPlay(world)
  const made = await templates.createPlayFromTemplate({ ctx, input })
  const saved = await readPage({ ctx, input: { id: made.pageId } })
  expect(saved).toMatchObject({
    slug: 'anniversary',
    campaign: { id: made.campaignId, name: '周年庆' },
    definition: { title: '周年抽奖', share: { title: '周年抽奖' } },
  })
  const own = await readCampaign({ ctx, input: { id: made.campaignId ?? '' } })
  expect(own).toMatchObject({ state: 'draft', tools: [{ type: 'lottery' }] })
  expect(own.collectsUntil.toISOString()).toBe(at(world, 37))
  // Money is for those who give budgets to give: what it would take is said, not taken.
  expect(own.budget.availableFen).toBe(0)
  expect(made.costFen).toBeGreaterThan(0)
  const { config } = await readTool({ ctx, input: { id: own.tools[0]?.id ?? '' } })
  expect(config).toMatchObject({ freePerDay: 3 })
  await publishPage({ ctx, input: { id: made.pageId, revision: 1 } })
})

test.each(BUILT_IN.filter(({ kind }) => kind === 'play').map(({ key }) => key))(
  'the play %s can be made as it is shown, and published',
  async (key) => {
    await using world = await aWorld()
    const ctx = await world.as('operator')
    const shown = await templates.showTemplate({ ctx, input: { key } })
    const bound = Object.values(shown.page.blocks).filter((block) => block.tool)
    expect(Object.keys(shown.states).sort()).toEqual(bound.map(({ id }) => id).sort())
    const { play } = shown
    if (!play) throw new Error('a play says what it makes')
    const { pageId, costFen } = await templates.createPlayFromTemplate({ ctx, input: aPlay(world, { key }) })
    expect(costFen).toBe(play.costFen)
    expect(await counts(world)).toEqual([1, play.rewards.length, play.tools.length, 1])
    await publishPage({ ctx, input: { id: pageId, revision: 1 } })
  },
)

test('a double click makes one, and the same key for something else is refused', async () => {
  await using world = await aWorld()
  const ctx = await world.as('operator')
  const input = aPlay(world)
  const [one, other] = await Promise.all([
    templates.createPlayFromTemplate({ ctx, input }),
    templates.createPlayFromTemplate({ ctx, input }),
  ])
  expect(other).toEqual(one)
  expect((await counts(world))[0]).toBe(1)
  const changed = templates.createPlayFromTemplate({ ctx, input: { ...input, title: '别的' } })
  await expect(changed).rejects.toMatchObject({ code: 'idempotency_mismatch' })
  // Another person's keys are their own.
  const theirs = { ...input, slug: 'theirs' }
  expect(
    await templates.createPlayFromTemplate({ ctx: await world.as('operator'), input: theirs }),
  ).not.toEqual(one)
})

test('a link that is taken leaves nothing behind', async () => {
  await using world = await aWorld()
  const ctx = await world.as('operator')
  const use = (idempotencyKey: string) =>
    templates.createPageFromTemplate({
      ctx,
      input: { template: { key: 'help-page' }, title: '说明', slug: 'anniversary', idempotencyKey },
    })
  const { id } = await use('key-000001')
  const before = await counts(world)
  const play = templates.createPlayFromTemplate({
    ctx,
    input: aPlay(world, { idempotencyKey: 'key-000002' }),
  })
  await expect(play).rejects.toMatchObject({ code: 'already_exists', details: [{ path: ['slug'] }] })
  expect(await counts(world)).toEqual(before)
  await expect(use('key-000003')).rejects.toMatchObject({ code: 'already_exists' })
  // The key of what failed was not used up.
  expect(await use('key-000001')).toEqual({ id })
  expect(
    await templates.createPlayFromTemplate({
      ctx,
      input: aPlay(world, { slug: 'another', idempotencyKey: 'key-000002' }),
    }),
  ).toMatchObject({ campaignId: expect.any(String) })
})

test('who may not make campaigns is told so, and makes the play in one there is', async () => {
  await using world = await aWorld()
  const product = await world.as('product')
  const refused = templates.createPlayFromTemplate({ ctx: product, input: aPlay(world) })
  await expect(refused).rejects.toMatchObject({
    code: 'forbidden',
    details: [{ code: 'permission', params: { permission: 'campaign.write' } }],
  })
  expect(await counts(world)).toEqual(NOTHING)
  const { id } = await createCampaign({
    ctx: await world.as('operator'),
    input: { name: '已有活动', startsAt: at(world, 1), endsAt: at(world, 3), budgetFen: 0 },
  })
  const input = aPlay(world, { campaign: { kind: 'existing', id } })
  expect(await templates.createPlayFromTemplate({ ctx: product, input })).toMatchObject({ campaignId: id })
  expect((await counts(world))[0]).toBe(1)
})

test.each(['finance', 'support', 'approver'] as const)('%s makes nothing of a template', async (role) => {
  await using world = await aWorld()
  const ctx = await world.as(role)
  const play = templates.createPlayFromTemplate({ ctx, input: aPlay(world) })
  await expect(play).rejects.toMatchObject({ code: 'forbidden' })
  const save = templates.saveTemplate({ ctx, input: aGroup('组') })
  await expect(save).rejects.toMatchObject({ code: 'forbidden' })
  expect(await counts(world)).toEqual(NOTHING)
})

test.each<[string, object, object]>([
  [
    'a window that ends before it starts',
    {
      campaign: {
        kind: 'new',
        name: '倒着',
        startsAt: '2026-11-02T00:00:00.000Z',
        endsAt: '2026-11-01T00:00:00.000Z',
      },
    },
    { name: 'ZodError' },
  ],
  [
    'stock of a reward it has not',
    { stocks: { unicorn: 1 } },
    { code: 'invalid_input', details: [{ path: ['stocks', 'unicorn'] }] },
  ],
  ['less than none of a reward', { stocks: { phone: -1 } }, { name: 'ZodError' }],
  ['a template there is not', { key: 'nothing' }, { code: 'not_found' }],
  ['a page, as a play', { key: 'help-page' }, { code: 'not_found' }],
  [
    'a campaign there is not',
    { campaign: { kind: 'existing', id: 'cmp_0000000000' } },
    { code: 'not_found' },
  ],
])('refused: %s', async (_, over, expected) => {
  await using world = await aWorld()
  const ctx = await world.as('operator')
  const play = templates.createPlayFromTemplate({ ctx, input: aPlay(world, over) as never })
  await expect(play).rejects.toMatchObject(expected)
  expect(await counts(world)).toEqual(NOTHING)
})

test('other stocks cost accordingly', async () => {
  await using world = await aWorld()
  const ctx = await world.as('operator')
  const { play } = await templates.showTemplate({ ctx, input: { key: 'lottery' } })
  const phone = play?.rewards.find(({ key }) => key === 'phone')
  const input = aPlay(world, { stocks: { phone: 3 } })
  const { costFen } = await templates.createPlayFromTemplate({ ctx, input })
  // One phone is proposed; its tax is set aside too.
  expect(costFen - (play?.costFen ?? 0)).toBe(2 * (phone?.reservedFenEach ?? 0))
  expect(phone?.reservedFenEach).toBe(269_900 + 67_475)
})

test('only the page of a play: its tools are left to be bound', async () => {
  await using world = await aWorld()
  const ctx = await world.as('product')
  const { id } = await templates.createPageFromTemplate({
    ctx,
    input: { template: { key: 'lottery' }, title: '抽奖', slug: 'draw', idempotencyKey: 'key-000001' },
  })
  const { definition } = await readPage({ ctx, input: { id } })
  expect(Object.values(definition.blocks).filter((block) => block.tool)).toEqual([])
  expect((await counts(world)).slice(0, 3)).toEqual([0, 0, 0])
  const publish = publishPage({ ctx, input: { id, revision: 1 } })
  await expect(publish).rejects.toMatchObject({ details: [{ code: 'missing_tool' }] })
})

const bound = aBlock('b', 'coupon-wall', { tool: { id: 'tool_0000000000' }, locked: true })

function aGroup(name: string) {
  const { root, blocks } = aPageDefinition([aBlock('a', 'text'), bound])
  return { kind: 'group' as const, name, root, blocks }
}

test('a group is kept without its tools and locks, found, renamed and deleted', async () => {
  await using world = await aWorld()
  const ctx = await world.as('product')
  const { id } = await templates.saveTemplate({ ctx, input: aGroup('开头') })
  const list = (search?: string) => templates.listTemplates({ ctx, input: { kind: 'group', search } })
  expect((await list('开')).items).toMatchObject([{ id, name: '开头', kind: 'group', canChange: true }])
  expect((await list('结尾')).items).toEqual([])
  const { page: shown } = await templates.showTemplate({ ctx, input: { id } })
  expect(shown.root).toEqual(['a', 'b'])
  expect(shown.blocks.b).not.toHaveProperty('tool')
  expect(shown.blocks.b).not.toHaveProperty('locked')
  await templates.renameTemplate({ ctx, input: { id, name: '结尾' } })
  expect((await list('结尾')).items).toHaveLength(1)
  const use = { template: { id }, title: '页', slug: 'page', idempotencyKey: 'key-000001' }
  await expect(templates.createPageFromTemplate({ ctx, input: use })).rejects.toMatchObject({
    code: 'not_found',
  })
  await templates.deleteTemplate({ ctx, input: { id } })
  expect((await list()).items).toEqual([])
})

test('a page is kept and started from', async () => {
  await using world = await aWorld()
  const ctx = await world.as('product')
  const { id } = await templates.saveTemplate({
    ctx,
    input: {
      kind: 'page',
      name: '我的会场',
      page: { ...aPageDefinition([aBlock('a', 'text')]), theme: 'christmas' },
    },
  })
  const made = await templates.createPageFromTemplate({
    ctx,
    input: { template: { id }, title: '新会场', slug: 'venue', idempotencyKey: 'key-000001' },
  })
  expect((await readPage({ ctx, input: made })).definition).toMatchObject({
    title: '新会场',
    theme: 'christmas',
    root: ['a'],
  })
})

test('what another person saved is used by all and changed by nobody but them and administrators', async () => {
  await using world = await aWorld()
  const { id } = await templates.saveTemplate({ ctx: await world.as('product'), input: aGroup('她的') })
  const ctx = await world.as('operator')
  expect((await templates.listTemplates({ ctx, input: {} })).items).toMatchObject([{ id, canChange: false }])
  expect((await templates.listTemplates({ ctx, input: { isMine: true } })).items).toEqual([])
  const forbidden = { code: 'forbidden', details: [{ code: 'saved_by_other' }] }
  await expect(templates.renameTemplate({ ctx, input: { id, name: '我的' } })).rejects.toMatchObject(
    forbidden,
  )
  await expect(templates.deleteTemplate({ ctx, input: { id } })).rejects.toMatchObject(forbidden)
  await templates.deleteTemplate({ ctx: await world.as('admin'), input: { id } })
})

test.each<[string, object]>([
  ['a block that is placed nowhere', { ...aGroup('坏'), root: ['a'] }],
  [
    'props its widget refuses',
    { ...aGroup('坏'), root: ['a'], blocks: { a: aBlock('a', 'text', { props: { text: 1 } }) } },
  ],
  [
    'a script in a link',
    {
      ...aGroup('坏'),
      root: ['a'],
      blocks: {
        a: aBlock('a', 'button', { props: { ...aBlock('a', 'button').props, link: 'javascript:alert(1)' } }),
      },
    },
  ],
  ['no page at all', { kind: 'page', name: '坏', page: { root: [] } }],
])('not kept: %s', async (_, input) => {
  await using world = await aWorld()
  const ctx = await world.as('product')
  await expect(templates.saveTemplate({ ctx, input: input as never })).rejects.toMatchObject({
    code: 'page_invalid',
  })
  expect(await world.ctx.db.read.select().from(template)).toEqual([])
})
