import { expect, test } from 'vitest'
import { pageVersion } from '@/src/db'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aBlock, aPageDefinition } from '@/src/testing/builders/page-definition'
import { aWorld, type World } from '@/src/testing/world'
import { readPublication, recordViews } from '../publications'
import { createPage, listPages, publishPage, readPage, savePage } from './index'

const block = (id: string, over: object = {}) => aBlock(id, 'text', over)
const text = aBlock('', 'text').props
const pageWith = aPageDefinition

async function aPage(world: World) {
  const ctx = await world.as('product')
  const { id } = await createPage({ ctx, input: { title: '页面', slug: 'page' } })
  const save = (revision: number, definition: unknown) =>
    savePage({ ctx, input: { id, revision, definition } })
  return { ctx, id, save, publish: (revision: number) => publishPage({ ctx, input: { id, revision } }) }
}

test('what was saved is read back exactly', async () => {
  await using world = await aWorld()
  const { ctx, id, save } = await aPage(world)
  const definition = pageWith([block('a', { name: '标题', style: { marginTop: 8 } })])
  expect(await save(1, definition)).toMatchObject({ revision: 2 })
  expect(await readPage({ ctx, input: { id } })).toMatchObject({
    revision: 2,
    definition,
    publishedVersion: null,
  })
})

test('a link is taken once', async () => {
  await using world = await aWorld()
  const { ctx } = await aPage(world)
  const again = createPage({ ctx, input: { title: '另一页', slug: 'page' } })
  await expect(again).rejects.toMatchObject({ code: 'already_exists', details: [{ path: ['slug'] }] })
})

test('of two who save the same revision the second is told, and nothing is overwritten', async () => {
  await using world = await aWorld()
  const { ctx, id, save } = await aPage(world)
  const mine = pageWith([block('mine')])
  const ends = await Promise.allSettled([save(1, mine), save(1, pageWith([block('theirs')]))])
  expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = ends.find((end) => end.status === 'rejected')
  expect(lost?.reason).toMatchObject({ code: 'conflict' })
  expect((await readPage({ ctx, input: { id } })).revision).toBe(2)
})

const huge = 'x'.repeat(5 * 1024 * 1024)
const many = Array.from({ length: 5_001 }, (_, i) => block(`b${i}`))
const aButton = (link: string) => aBlock('a', 'button', { props: { ...aBlock('', 'button').props, link } })

test.each<[string, unknown, string]>([
  ['nothing at all', undefined, 'not_json'],
  ['a newer document version', { ...pageWith([]), schemaVersion: 2 }, 'invalid_value'],
  [
    'a cycle in slots',
    pageWith([block('a', { slots: { first: ['b'] } }), block('b', { slots: { first: ['a'] } })], []),
    'cycle',
  ],
  ['a block in itself', pageWith([block('a', { slots: { first: ['a'] } })], []), 'cycle'],
  ['an orphan block', pageWith([block('a'), block('b')], ['a']), 'orphan_block'],
  ['a block placed twice', pageWith([block('a')], ['a', 'a']), 'placed_twice'],
  ['a script for a link', pageWith([aButton('javascript:alert(1)')]), 'unsafe_link'],
  ['a link to another host in disguise', pageWith([aButton('//evil')]), 'unsafe_link'],
  [
    'props the widget does not know',
    pageWith([block('a', { props: { ...text, html: '<b>' } })]),
    'unrecognized_keys',
  ],
  ['5,001 blocks', pageWith(many), 'too_many_blocks'],
  ['5 MB', pageWith([block('a', { props: { ...text, text: huge } })]), 'too_large'],
])('%s is refused with the reason, and what was saved stays', async (_, definition, code) => {
  await using world = await aWorld()
  const { ctx, id, save } = await aPage(world)
  const before = pageWith([block('kept')])
  await save(1, before)
  const error = await save(2, definition).catch((e) => e)
  expect(error.code).toBe('page_invalid')
  expect(error.details.map((d: { code: string }) => d.code)).toContain(code)
  expect((await readPage({ ctx, input: { id } })).definition).toEqual(before)
})

test('an unknown widget and a newer version are kept as they are, but not published', async () => {
  await using world = await aWorld()
  const { ctx, id, save, publish } = await aPage(world)
  const newer = block('newer', { version: 99, props: { anything: { deep: [1] } } })
  const definition = pageWith([block('odd', { type: 'hologram', props: { x: 1 } }), newer])
  await save(1, definition)
  expect((await readPage({ ctx, input: { id } })).definition).toEqual(definition)
  const error = await publish(2).catch((e) => e)
  expect(error.code).toBe('page_has_errors')
  expect(error.details.map((d: { path: string[] }) => d.path[1])).toEqual(['odd', 'newer'])
})

test('markup in a text is kept as text', async () => {
  await using world = await aWorld()
  const { ctx, id, save, publish } = await aPage(world)
  const markup = '<img src=x onerror=alert(1)>'
  await save(1, pageWith([block('a', { props: { ...text, text: markup } })]))
  await publish(2)
  expect((await readPage({ ctx, input: { id } })).definition.blocks.a?.props.text).toBe(markup)
})

test('publishing freezes what was saved; saving again changes nothing that is published', async () => {
  await using world = await aWorld()
  const { save, publish } = await aPage(world)
  const first = pageWith([block('a')])
  await save(1, first)
  const { version } = await publish(2)
  await save(2, pageWith([block('b')]))
  expect(await readPublication(world.ctx, 'page')).toEqual({ slug: 'page', version, definition: first })
  await expect(publish(2)).rejects.toMatchObject({ code: 'conflict' })
})

test('the same content is the same version, whatever the order of its keys', async () => {
  await using world = await aWorld()
  const { save, publish } = await aPage(world)
  const definition = pageWith([block('a'), block('b')])
  await save(1, definition)
  const first = await publish(2)
  const { blocks, ...rest } = definition
  await save(2, { blocks: Object.fromEntries(Object.entries(blocks).reverse()), ...rest })
  expect((await publish(3)).version).toBe(first.version)
  expect(await world.ctx.db.read.select({ hash: pageVersion.hash }).from(pageVersion)).toHaveLength(1)
})

test('a page whose tool is missing, unknown or of another type is not published', async () => {
  await using world = await aWorld()
  const { toolId } = await aCouponWall(world)
  const { save, publish } = await aPage(world)
  await save(
    1,
    pageWith([
      aBlock('none', 'coupon-wall'),
      aBlock('unknown', 'coupon-wall', { tool: { id: 'tool_00000000000000' } }),
      block('other', { tool: { id: toolId } }),
    ]),
  )
  const error = await publish(2).catch((e) => e)
  expect(error.details).toEqual([
    { code: 'missing_tool', path: ['blocks', 'none', 'tool'] },
    { code: 'unknown_tool', path: ['blocks', 'unknown', 'tool'] },
    { code: 'tool_of_other_type', path: ['blocks', 'other', 'tool'] },
  ])
  expect(await readPublication(world.ctx, 'page')).toBeUndefined()
})

test('a page that cannot be rendered is not published, and says which block', async () => {
  await using world = await aWorld()
  const { ctx, id, save } = await aPage(world)
  await save(1, pageWith([block('a')]))
  const checkRendering = () => {
    throw Object.assign(new Error('view threw'), { blockId: 'a' })
  }
  const publish = publishPage({ ctx: { ...ctx, checkRendering }, input: { id, revision: 2 } })
  await expect(publish).rejects.toMatchObject({ details: [{ code: 'cannot_render', path: ['blocks', 'a'] }] })
})

test('lists are paged from the newest and searched without regard to case or wildcards', async () => {
  await using world = await aWorld()
  const ctx = await world.as('product')
  for (const slug of ['one', 'two', 'three']) {
    world.clock.advance(1_000)
    await createPage({ ctx, input: { title: `Page ${slug} 100%`, slug } })
  }
  const first = await listPages({ ctx, input: { limit: 2 } })
  expect(first.items.map((p) => p.slug)).toEqual(['three', 'two'])
  const second = await listPages({ ctx, input: { limit: 2, cursor: first.nextCursor ?? undefined } })
  expect(second).toMatchObject({ items: [{ slug: 'one' }], nextCursor: null })
  expect((await listPages({ ctx, input: { search: 'PAGE ONE' } })).items).toHaveLength(1)
  expect((await listPages({ ctx, input: { search: '0%' } })).items).toHaveLength(3)
  expect((await listPages({ ctx, input: { search: 'o_e' } })).items).toHaveLength(0)
})

test('a page’s views are counted by day and added up', async () => {
  await using world = await aWorld()
  const { ctx } = await aPage(world)
  const day = (date: string, views: number) => ({ slug: 'page', day: date, views })
  await recordViews(world.ctx, [day('2026-11-10', 2), day('2026-11-11', 3)])
  await recordViews(world.ctx, [day('2026-11-11', 4)])
  expect((await listPages({ ctx, input: {} })).items).toMatchObject([{ slug: 'page', views: 9 }])
})

test('who may not write pages is told so, and nothing happens', async () => {
  await using world = await aWorld()
  const { id } = await aPage(world)
  const finance = await world.as('finance')
  const save = savePage({ ctx: finance, input: { id, revision: 1, definition: pageWith([]) } })
  await expect(save).rejects.toMatchObject({
    code: 'forbidden',
    details: [{ params: { permission: 'page.write' } }],
  })
  await expect(listPages({ ctx: { ...finance, staff: undefined }, input: {} })).rejects.toMatchObject({
    code: 'unauthenticated',
  })
})
