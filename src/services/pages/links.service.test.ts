import { expect, test } from 'vitest'
import { audit, eq } from '@/src/db'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aWorld } from '@/src/testing/world'
import { readPublication, recordViews } from '../publications'
import { changeSlug, checkSlug, createPage, listPages, pageFacts, publishPage, readPage } from './index'

const day = (slug: string, views: number) => ({ slug, day: '2026-11-11', views })

test('a page that was given another link opens by both, and counts as one', async () => {
  await using world = await aWorld()
  const { admin: ctx, pageId: id, slug, version, claim } = await aCouponWall(world)
  await recordViews(world.ctx, [day(slug, 3)])
  await changeSlug({ ctx, input: { id, slug: 'double-12' } })
  const own = { slug: 'double-12', version }
  expect(await readPublication(world.ctx, 'double-12')).toMatchObject(own)
  expect(await readPublication(world.ctx, slug)).toMatchObject(own)
  await recordViews(world.ctx, [day(slug, 2), day('double-12', 4)])
  const { items } = await listPages({ ctx, input: {} })
  expect(items.find((page) => page.id === id)).toMatchObject({ slug: 'double-12', views: 9 })
  // Whoever has it open plays on, and it can be published again.
  expect((await claim(await world.asMember())).status).toBe('granted')
  const { revision } = await readPage({ ctx, input: { id } })
  expect(await publishPage({ ctx, input: { id, revision } })).toMatchObject({ version })
})

test('the link it had can be taken back, and then the other one is the old one', async () => {
  await using world = await aWorld()
  const { admin: ctx, pageId: id, slug } = await aCouponWall(world)
  await recordViews(world.ctx, [day(slug, 1)])
  await changeSlug({ ctx, input: { id, slug: 'another' } })
  await recordViews(world.ctx, [day('another', 1)])
  expect(await checkSlug({ ctx, input: { id, slug } })).toMatchObject({ state: 'free' })
  await changeSlug({ ctx, input: { id, slug } })
  expect(await readPublication(world.ctx, 'another')).toMatchObject({ slug })
  expect((await listPages({ ctx, input: {} })).items[0]).toMatchObject({ slug, views: 2 })
})

test('nobody gets a link that another page has or had', async () => {
  await using world = await aWorld()
  const ctx = await world.as('product')
  const one = await createPage({ ctx, input: { title: '一', slug: 'one' } })
  const two = await createPage({ ctx, input: { title: '二', slug: 'two' } })
  await changeSlug({ ctx, input: { id: one.id, slug: 'first' } })
  for (const slug of ['first', 'one']) {
    expect(await checkSlug({ ctx, input: { id: two.id, slug } })).toMatchObject({ state: 'taken' })
    await expect(changeSlug({ ctx, input: { id: two.id, slug } })).rejects.toMatchObject({
      code: 'already_exists',
    })
  }
  await expect(createPage({ ctx, input: { title: '三', slug: 'one' } })).rejects.toMatchObject({
    code: 'already_exists',
    details: [{ code: 'slug_taken', path: ['slug'] }],
  })
})

test.each([
  ['two', 'own'],
  ['new-one', 'free'],
  ['admin', 'reserved'],
  ['Upper', 'invalid'],
  ['-x', 'invalid'],
  ['', 'invalid'],
])('while it is typed, %j is %s', async (slug, state) => {
  await using world = await aWorld()
  const ctx = await world.as('product')
  const { id } = await createPage({ ctx, input: { title: '二', slug: 'two' } })
  expect(await checkSlug({ ctx, input: { id, slug } })).toEqual({ slug, state })
})

test('of a published page it takes the right to publish, and it is noted who did it', async () => {
  await using world = await aWorld()
  const { pageId: id, slug, admin } = await aCouponWall(world)
  const finance = await world.as('finance')
  await expect(changeSlug({ ctx: finance, input: { id, slug: 'x' } })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await changeSlug({ ctx: admin, input: { id, slug: 'x' } })
  const noted = await world.ctx.db.read.select().from(audit).where(eq(audit.action, 'page.slug'))
  expect(noted).toMatchObject([{ staffId: admin.staff?.id, subjectId: id, details: { from: slug, to: 'x' } }])
})

test('what the checks ask about is told as it is: tools, pages, and what never was', async () => {
  await using world = await aWorld()
  const { admin: ctx, pageId: id, toolId, slug } = await aCouponWall(world)
  await createPage({ ctx, input: { title: '草稿', slug: 'a-draft' } })
  await changeSlug({ ctx, input: { id, slug: 'renamed' } })
  const nobody = 'tool_00000000000000'
  const facts = await pageFacts({
    ctx,
    input: {
      id,
      locale: 'zh-CN',
      toolIds: [toolId, nobody],
      slugs: ['a-draft', 'nowhere', 'renamed', slug],
      images: [`/assets/u/${'0'.repeat(64)}-10x10.png`, 'https://cdn.example/a.png'],
      types: ['coupon-wall'],
    },
  })
  expect(facts).toMatchObject({
    now: world.clock.now().getTime(),
    ownSlugs: ['renamed', slug],
    pages: { 'a-draft': 'unpublished', nowhere: 'missing', renamed: 'published', [slug]: 'published' },
    imageBytes: {},
    tools: { [toolId]: { type: 'coupon-wall', problems: [], isDraw: false }, [nobody]: null },
  })
  expect(facts.tools[toolId]?.rewards[0]).toMatchObject({ isEnabled: true, left: expect.any(Number) })
  const support = { ...(await world.as('support')), staff: undefined }
  await expect(
    pageFacts({ ctx: support, input: { id, locale: 'en', toolIds: [], slugs: [], images: [], types: [] } }),
  ).rejects.toMatchObject({ code: 'unauthenticated' })
})
