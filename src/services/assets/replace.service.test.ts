import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '@/src/db'
import { aBlock, aPageDefinition } from '@/src/testing/builders/page-definition'
import { aWorld, type World } from '@/src/testing/world'
import type { StaffContext } from '../context'
import { createPage, publishPage, readPage, savePage } from '../pages'
import { readPublication } from '../publications'
import { readAsset, replaceAsset, uploadAsset } from './index'

let world: World
let ctx: StaffContext
type Uploaded = Awaited<ReturnType<typeof uploadAsset>>
let old: Uploaded
let young: Uploaded

const picture = async (background: string, width: number, height: number) => {
  const image = sharp({ create: { width, height, channels: 3, background } })
  return uploadAsset({ ctx, bytes: await image.png().toBuffer(), input: { name: background } })
}
beforeEach(async () => {
  world = await aWorld()
  ctx = await world.as('product')
  old = await picture('#ff0000', 80, 40)
  young = await picture('#0000ff', 60, 90)
})
afterEach(() => world[Symbol.asyncDispose]())

const image = (id: string, src: string, over: object = {}) =>
  aBlock(id, 'image', { props: { ...aBlock('', 'image').props, src, width: 80, height: 40, ...over } })

async function aPage(slug: string, blocks = [image('a', old.url)]) {
  const { id } = await createPage({ ctx, input: { title: slug, slug } })
  const definition = { ...aPageDefinition(blocks), title: slug }
  await savePage({ ctx, input: { id, revision: 1, definition } })
  return { id, definition }
}
const replace = (pageIds: string[], as = ctx) =>
  replaceAsset({ ctx: as, input: { hash: old.hash, by: young.hash, pageIds } })
const draft = async (id: string) => (await readPage({ ctx, input: { id } })).definition

test('drafts show the new picture in its own size; what is published stays and is named', async () => {
  const carousel = aBlock('c', 'carousel')
  const slides = [{ image: old.url, alt: '一', link: '' }]
  const regions = [{ x: 0, y: 0, w: 500, h: 500, link: '/a', label: 'a' }]
  const zone = aBlock('z', 'hot-zone', {
    props: { ...aBlock('', 'hot-zone').props, src: old.url, width: 80, height: 40, regions },
  })
  const other = image('o', 'https://img.example/a.jpg')
  const { id, definition } = await aPage('one', [
    image('a', old.url),
    { ...carousel, props: { ...carousel.props, slides } },
    zone,
    other,
  ])
  await publishPage({ ctx, input: { id, revision: 2 } })
  const quiet = await aPage('two')
  const untold = await aPage('three')

  expect(await replace([id, quiet.id])).toEqual({
    replaced: [
      { id, title: 'one', slug: 'one', mustPublish: true },
      { id: quiet.id, title: 'two', slug: 'two', mustPublish: false },
    ],
    tools: [],
    failed: [],
  })
  const { blocks } = await draft(id)
  expect(blocks.a?.props).toMatchObject({ src: young.url, width: 60, height: 90 })
  expect(blocks.c?.props.slides).toEqual([{ ...slides[0], image: young.url }])
  expect(blocks.z?.props).toMatchObject({ src: young.url, width: 60, height: 90, regions })
  expect(blocks.o).toEqual(other)
  expect((await readPublication(world.ctx, 'one'))?.definition).toEqual(definition)
  expect(await draft(untold.id)).toEqual(untold.definition)
  expect((await readAsset({ ctx, input: { hash: old.hash } })).pages).toMatchObject([
    { slug: 'one', inDraft: false, isPublished: true },
    { slug: 'three', inDraft: true },
  ])
})

test('the colour shown before a picture is there becomes that of the new one', async () => {
  const puzzle = aBlock('p', 'puzzle')
  const [cell, ...rest] = puzzle.props.cells as object[]
  const cells = [{ ...cell, src: old.url, tint: '#ff0000' }, ...rest]
  const { id } = await aPage('one', [{ ...puzzle, props: { ...puzzle.props, cells } as typeof puzzle.props }])
  await replace([id])
  const { blocks } = await draft(id)
  expect(blocks.p?.props.cells).toEqual([{ ...cell, src: young.url, tint: young.tint }, ...rest])
  expect(young.tint).toMatch(/^#[0-9a-f]{6}$/)
})

/** Somebody saves the page between its being read and its being written, so many times. */
function overtaken(id: string, times: number): StaffContext {
  let left = times
  const transaction: Database['transaction'] = async (work) => {
    if (left-- > 0) {
      const { revision, definition } = await readPage({ ctx, input: { id } })
      const words = aBlock(`said${left}`, 'text')
      const blocks = { ...definition.blocks, [words.id]: words }
      const root = [...definition.root, words.id]
      await savePage({ ctx, input: { id, revision, definition: { ...definition, root, blocks } } })
    }
    return ctx.db.transaction(work)
  }
  return { ...ctx, db: { ...ctx.db, transaction } }
}

test('a newer draft is not overwritten: the picture is put into what was saved meanwhile', async () => {
  const { id } = await aPage('one')
  expect(await replace([id], overtaken(id, 1))).toMatchObject({ replaced: [{ id }], failed: [] })
  const { root, blocks } = await draft(id)
  expect(root).toEqual(['a', 'said0'])
  expect(blocks.a?.props.src).toBe(young.url)
})

test('a page that is saved again and again is left as it is, and named', async () => {
  const { id } = await aPage('one')
  const quiet = await aPage('two')
  expect(await replace([id, quiet.id], overtaken(id, 3))).toMatchObject({
    replaced: [{ id: quiet.id }],
    failed: [{ id, code: 'conflict' }],
  })
  const { root, blocks } = await draft(id)
  expect(root).toEqual(['a', 'said2', 'said1', 'said0'])
  expect(blocks.a?.props.src).toBe(old.url)
})

test('pages that do not show it, that are gone, and widgets nobody knows', async () => {
  const unknown = aBlock('u', 'hologram', {
    version: 1,
    props: { deep: [{ face: old.url, note: `x${old.url}` }] },
  })
  const { id } = await aPage('one', [unknown])
  const without = await aPage('two', [])
  const result = await replace([id, without.id, 'page_00000000000000'])
  expect(result).toMatchObject({
    replaced: [{ id }],
    failed: [{ id: 'page_00000000000000', code: 'not_found' }],
  })
  expect((await draft(id)).blocks.u?.props).toEqual({ deep: [{ face: young.url, note: `x${old.url}` }] })
  expect((await readPage({ ctx, input: { id: without.id } })).revision).toBe(2)
})

test('the shared picture is replaced too, in whichever width its address asks for', async () => {
  const { id, definition } = await aPage('one', [image('a', `/assets/u/${old.hash}/750`)])
  const share = { ...definition.share, image: old.url }
  await savePage({ ctx, input: { id, revision: 2, definition: { ...definition, share } } })
  await replace([id])
  const after = await draft(id)
  expect(after.share.image).toBe(young.url)
  expect(after.blocks.a?.props.src).toBe(young.url)
})

test('is refused by itself, by what is not there, and to who may not write pages', async () => {
  const input = { hash: old.hash, pageIds: [] }
  await expect(replaceAsset({ ctx, input: { ...input, by: old.hash } })).rejects.toThrow('same_asset')
  await expect(replaceAsset({ ctx, input: { ...input, by: 'a'.repeat(64) } })).rejects.toMatchObject({
    code: 'not_found',
  })
  const finance = await world.as('finance')
  await expect(replace([], finance)).rejects.toMatchObject({ code: 'forbidden' })
})
