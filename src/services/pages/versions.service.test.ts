import { expect, test } from 'vitest'
import type { PageDefinition } from '@/schemas/page'
import { aBlock, aPageDefinition } from '@/src/testing/builders/page-definition'
import { aWorld, type World } from '@/src/testing/world'
import { createPage, listVersions, nameVersion, publishPage, readPage, readVersion, savePage } from './index'
import { MAX_UNNAMED_VERSIONS } from './keep-version'

const HOUR = 60 * 60 * 1_000
const pageWith = (...ids: string[]): PageDefinition => aPageDefinition(ids.map((id) => aBlock(id, 'text')))

async function aPage(world: World) {
  const ctx = await world.as('product')
  const { id } = await createPage({ ctx, input: { title: '页面', slug: 'page' } })
  let revision = 1
  return {
    ctx,
    id,
    save: async (definition: PageDefinition, keep?: 'restore' | 'conflict') => {
      ;({ revision } = await savePage({ ctx, input: { id, revision, definition, keep } }))
      return revision
    },
    versions: async (input: { before?: number; limit?: number } = {}) =>
      (await listVersions({ ctx, input: { id, ...input } })).items,
  }
}

test('while a page is edited a version is kept every hour, as it was before', async () => {
  await using world = await aWorld()
  const { save, versions, ctx, id } = await aPage(world)
  await save(pageWith('a'))
  expect(await versions()).toEqual([])
  const early = world.clock.now()
  world.clock.advance(1_000)
  await save(pageWith('a', 'b'))
  world.clock.advance(HOUR / 2)
  await save(pageWith('a', 'b', 'c'))
  const [first, ...rest] = await versions()
  expect(rest).toEqual([])
  expect(first).toMatchObject({
    revision: 2,
    reason: 'hourly',
    name: null,
    createdAt: early,
    createdBy: ctx.staff?.name,
    changes: { added: 1, removed: 0, moved: 0 },
  })
  world.clock.advance(HOUR)
  await save(pageWith('c'))
  expect((await versions()).map((one) => one.revision)).toEqual([4, 2])
  const read = await readVersion({ ctx, input: { id, versionId: first?.id ?? '' } })
  expect(read.definition).toEqual(pageWith('a'))
})

test('what an older version or somebody’s merge replaces is kept, and so is what was merged', async () => {
  await using world = await aWorld()
  const { save, versions } = await aPage(world)
  await save(pageWith('a'))
  await save(pageWith('b'), 'restore')
  await save(pageWith('c'), 'conflict')
  expect((await versions()).map(({ revision, reason }) => [revision, reason])).toEqual([
    [4, 'conflict'],
    [3, 'conflict'],
    [2, 'restore'],
  ])
})

test('a published revision is kept once, and can be named', async () => {
  await using world = await aWorld()
  const { ctx, id, save, versions } = await aPage(world)
  const revision = await save(pageWith('a'))
  await publishPage({ ctx, input: { id, revision } })
  await publishPage({ ctx, input: { id, revision } })
  const named = await nameVersion({ ctx, input: { id, revision, name: '开卖前' } })
  expect(await versions()).toMatchObject([{ id: named.id, reason: 'published', name: '开卖前' }])
  await nameVersion({ ctx, input: { id, versionId: named.id, name: '双11 开卖前' } })
  expect(await versions()).toMatchObject([{ name: '双11 开卖前' }])
})

test('only the page as it is saved now is named, only versions of this page, only by who may edit', async () => {
  await using world = await aWorld()
  const { ctx, id, save } = await aPage(world)
  await save(pageWith('a'))
  const stale = nameVersion({ ctx, input: { id, revision: 1, name: '旧' } })
  await expect(stale).rejects.toMatchObject({ code: 'conflict' })
  const { id: versionId } = await nameVersion({ ctx, input: { id, revision: 2, name: '版本' } })
  const { id: other } = await createPage({ ctx, input: { title: '另一页', slug: 'other' } })
  for (const verb of [readVersion, nameVersion] as const) {
    const foreign = verb({ ctx, input: { id: other, versionId, name: '名字' } })
    await expect(foreign).rejects.toMatchObject({ code: 'not_found' })
  }
  const finance = await world.as('finance')
  const forbidden = nameVersion({ ctx: finance, input: { id, versionId, name: '名字' } })
  await expect(forbidden).rejects.toMatchObject({ code: 'forbidden' })
  await expect(nameVersion({ ctx, input: { id, versionId, name: '' } })).rejects.toThrow()
})

test('unnamed versions give way to newer ones, named ones stay', async () => {
  await using world = await aWorld()
  const { ctx, id, save, versions } = await aPage(world)
  await save(pageWith('a'))
  await nameVersion({ ctx, input: { id, revision: 2, name: '留着' } })
  for (let n = 0; n < MAX_UNNAMED_VERSIONS + 3; n++) await save(pageWith(`b${n}`), 'restore')
  const all = await versions({ limit: 100 })
  expect(all.filter((one) => one.name === null)).toHaveLength(MAX_UNNAMED_VERSIONS)
  expect(all.at(-1)).toMatchObject({ revision: 2, name: '留着' })
  const page = await listVersions({ ctx, input: { id, limit: 2 } })
  expect(page.items.map((one) => one.revision)).toEqual([54, 53])
  const next = await listVersions({ ctx, input: { id, limit: 2, before: page.nextCursor ?? undefined } })
  expect(next.items.map((one) => one.revision)).toEqual([52, 51])
})

test('a refused save keeps nothing', async () => {
  await using world = await aWorld()
  const { ctx, id, save, versions } = await aPage(world)
  await save(pageWith('a'))
  const input = { id, revision: 1, definition: pageWith('b'), keep: 'conflict' as const }
  await expect(savePage({ ctx, input })).rejects.toMatchObject({ code: 'conflict' })
  expect(await versions()).toEqual([])
  expect((await readPage({ ctx, input: { id } })).definition).toEqual(pageWith('a'))
})
