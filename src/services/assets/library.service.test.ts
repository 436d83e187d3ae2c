import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asset, assetUse, assetUseRead, eq, page } from '@/src/db'
import { aBlock, aPageDefinition } from '@/src/testing/builders/page-definition'
import { aWorld, type World } from '@/src/testing/world'
import type { StaffContext } from '../context'
import { createPage, publishPage, readPage, savePage } from '../pages'
import {
  createFolder,
  cropAsset,
  deleteAsset,
  deleteFolder,
  findMaster,
  listAssets,
  listFolders,
  makeMissingAvif,
  moveAssets,
  readAsset,
  renameAsset,
  renameFolder,
  sliceAsset,
  uploadAsset,
} from './index'

let world: World
let ctx: StaffContext
beforeEach(async () => {
  world = await aWorld()
  ctx = await world.as('product')
})
afterEach(() => world[Symbol.asyncDispose]())

const flat = (width = 80, height = 40, background = '#c8102e') =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
async function upload(name: string, background = '#c8102e', over: { width?: number; height?: number } = {}) {
  world.clock.advance(1_000)
  return uploadAsset({ ctx, bytes: await flat(over.width, over.height, background), input: { name } })
}
const names = async (input: Parameters<typeof listAssets>[0]['input']) =>
  (await listAssets({ ctx, input })).items.map(({ name }) => name)

async function aPageShowing(slug: string, url: string) {
  const { id } = await createPage({ ctx, input: { title: `页面 ${slug}`, slug } })
  const props = { ...aBlock('', 'image').props, src: url, alt: '主图' }
  const definition = aPageDefinition([aBlock('a', 'image', { props })])
  await savePage({ ctx, input: { id, revision: 1, definition: { ...definition, title: `页面 ${slug}` } } })
  return id
}

describe('the list', () => {
  test('runs from the newest, page by page, also where many are of one instant', async () => {
    const made: string[] = []
    for (const colour of ['#000011', '#000022', '#000033', '#000044']) {
      made.push((await uploadAsset({ ctx, bytes: await flat(80, 40, colour), input: { name: colour } })).name)
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { items, nextCursor } = await listAssets({ ctx, input: { limit: 1, cursor } })
      seen.push(...items.map(({ name }) => name))
      cursor = nextCursor ?? undefined
    } while (cursor)
    expect(seen.toSorted()).toEqual(made)
    const later = await upload('later', '#00ff00')
    expect((await listAssets({ ctx, input: {} })).items[0]).toMatchObject({
      hash: later.hash,
      tint: expect.stringMatching(/^#[0-9a-f]{6}$/),
      placeholder: expect.stringMatching(/^data:image\/webp;base64,/),
      pages: 0,
    })
  })

  test('is searched by name, and narrowed by folder, kind and use', async () => {
    const folder = await createFolder({ ctx, input: { name: '双11' } })
    const red = await upload('主图_RED.png')
    const blue = await upload('100%.png', '#0000ff')
    await moveAssets({ ctx, input: { hashes: [red.hash], folderId: folder.id } })
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>')
    await uploadAsset({ ctx, bytes: svg, input: { name: 'logo' } })
    await aPageShowing('one', blue.url)
    expect(await names({ search: 'red' })).toEqual(['主图_RED.png'])
    expect(await names({ search: '0%' })).toEqual(['100%.png'])
    expect(await names({ search: 'n_g' })).toEqual([])
    expect(await names({ folder: folder.id })).toEqual(['主图_RED.png'])
    expect(await names({ folder: 'none', kind: 'photo' })).toEqual(['100%.png'])
    expect(await names({ kind: 'drawing' })).toEqual(['logo'])
    expect(await names({ use: 'used' })).toEqual(['100%.png'])
    expect((await names({ use: 'unused' })).toSorted()).toEqual(['logo', '主图_RED.png'])
  })

  test('a file that is sent again keeps its place and name; one that was deleted is new', async () => {
    const first = await upload('first')
    await upload('other', '#00ff00')
    await upload('again')
    expect(await names({})).toEqual(['other', 'first'])
    await deleteAsset({ ctx, input: { hash: first.hash } })
    expect(await names({})).toEqual(['other'])
    await upload('back')
    expect(await names({})).toEqual(['back', 'other'])
  })
})

describe('folders', () => {
  test('take no file that was deleted', async () => {
    const { id } = await createFolder({ ctx, input: { name: '主会场' } })
    const [gone, kept] = [await upload('gone'), await upload('kept', '#00ff00')]
    await deleteAsset({ ctx, input: { hash: gone.hash } })
    const hashes = [gone.hash, kept.hash]
    expect(await moveAssets({ ctx, input: { hashes, folderId: id } })).toEqual({ moved: 1 })
    expect(await names({ folder: id })).toEqual(['kept'])
  })

  test('are called by names of their own, and go only when they are empty', async () => {
    const { id } = await createFolder({ ctx, input: { name: ' 主会场 ' } })
    const other = await createFolder({ ctx, input: { name: '分会场' } })
    await expect(createFolder({ ctx, input: { name: '主会场' } })).rejects.toMatchObject({
      code: 'already_exists',
    })
    await expect(renameFolder({ ctx, input: { id: other.id, name: '主会场' } })).rejects.toMatchObject({
      code: 'already_exists',
      details: [{ code: 'name_taken', path: ['name'] }],
    })
    const { hash } = await upload('a')
    await moveAssets({ ctx, input: { hashes: [hash], folderId: id } })
    expect(await listFolders({ ctx })).toMatchObject({
      folders: expect.arrayContaining([{ id, name: '主会场', assets: 1 }]),
      inNone: 0,
      inAll: 1,
    })
    await expect(deleteFolder({ ctx, input: { id } })).rejects.toMatchObject({
      code: 'wrong_state',
      details: [{ code: 'folder_not_empty', params: { assets: 1 } }],
    })
    await moveAssets({ ctx, input: { hashes: [hash], folderId: null } })
    await deleteFolder({ ctx, input: { id } })
    await expect(moveAssets({ ctx, input: { hashes: [hash], folderId: id } })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('one that is gone takes no upload, and nothing is listed', async () => {
    const input = { folderId: 'fld_000000000000' }
    await expect(uploadAsset({ ctx, bytes: await flat(), input })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await names({})).toEqual([])
  })
})

describe('where an upload is used', () => {
  test('follows drafts and what is published', async () => {
    const red = await upload('red')
    const blue = await upload('blue', '#0000ff')
    const id = await aPageShowing('one', red.url)
    await publishPage({ ctx, input: { id, revision: 2 } })
    const uses = async (hash: string) => (await readAsset({ ctx, input: { hash } })).pages
    const here = { id, title: '页面 one', slug: 'one' }
    expect(await uses(red.hash)).toEqual([{ ...here, inDraft: true, isPublished: true }])
    const { definition } = await readPage({ ctx, input: { id } })
    const share = { ...definition.share, image: blue.url }
    await savePage({
      ctx,
      input: {
        id,
        revision: 2,
        definition: { ...aPageDefinition([aBlock('t', 'text')]), title: definition.title, share },
      },
    })
    expect(await uses(red.hash)).toEqual([{ ...here, inDraft: false, isPublished: true }])
    expect(await uses(blue.hash)).toEqual([{ ...here, inDraft: true, isPublished: false }])
    await publishPage({ ctx, input: { id, revision: 3 } })
    expect(await uses(red.hash)).toEqual([])
  })

  test('of pages from before uses were kept, or written by other ways, is found out', async () => {
    const red = await upload('red')
    const blue = await upload('blue', '#0000ff')
    const id = await aPageShowing('one', red.url)
    await publishPage({ ctx, input: { id, revision: 2 } })
    await world.ctx.db.transaction(async (tx) => {
      await tx.delete(assetUse)
      await tx.delete(assetUseRead)
    })
    expect((await listAssets({ ctx, input: { use: 'used' } })).items).toMatchObject([{ pages: 1 }])
    const { definition } = await readPage({ ctx, input: { id } })
    const image = aBlock('a', 'image', { props: { ...aBlock('', 'image').props, src: blue.url } })
    await world.ctx.db.transaction(async (tx) => {
      await tx
        .update(page)
        .set({ definition: { ...definition, blocks: { a: image } }, revision: 7 })
        .where(eq(page.id, id))
    })
    expect((await readAsset({ ctx, input: { hash: blue.hash } })).pages).toMatchObject([
      { inDraft: true, isPublished: false },
    ])
  })

  test('keeps it from being deleted, and the answer says where', async () => {
    const red = await upload('red')
    const id = await aPageShowing('one', red.url)
    const remove = () => deleteAsset({ ctx, input: { hash: red.hash } })
    await expect(remove()).rejects.toMatchObject({
      code: 'wrong_state',
      details: [{ code: 'asset_used', params: { pageId: id, title: '页面 one' } }],
    })
    await savePage({ ctx, input: { id, revision: 2, definition: aPageDefinition() } })
    await remove()
    await expect(remove()).rejects.toMatchObject({ code: 'not_found' })
    // Its address goes on answering: a phone may have an older version open.
    expect(await findMaster(world.ctx, red.hash, 'png')).toBeDefined()
  })
})

describe('what is cut out', () => {
  test('is an upload of its own, of just these pixels, and says where it is from', async () => {
    const left = await sharp({ create: { width: 100, height: 60, channels: 3, background: '#ff0000' } })
      .composite([{ input: await flat(50, 60, '#0000ff'), left: 50, top: 0 }])
      .png()
      .toBuffer()
    const whole = await uploadAsset({ ctx, bytes: left, input: { name: '主图.png' } })
    const part = await cropAsset({ ctx, input: { hash: whole.hash, x: 50, y: 10, width: 50, height: 50 } })
    expect(part).toMatchObject({ width: 50, height: 50, cutFrom: whole.hash, name: '主图 50×50' })
    const file = await findMaster(world.ctx, part.hash, 'png')
    const { data } = await sharp(file?.path).raw().toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)]).toEqual([0, 0, 255])
    expect(await names({ kind: 'cut' })).toEqual(['主图 50×50'])
    expect(part.url).toMatch(/-50x50\.png$/)
  })

  test.each([
    ['to the right', { x: 41, y: 0, width: 40, height: 40 }],
    ['below', { x: 0, y: 1, width: 80, height: 40 }],
  ])('must not reach out of the picture %s', async (_, rectangle) => {
    const { hash } = await upload('a')
    await expect(cropAsset({ ctx, input: { hash, ...rectangle } })).rejects.toMatchObject({
      code: 'invalid_input',
      details: [{ code: 'cut_outside', params: { width: 80, height: 40 } }],
    })
  })

  test('cannot come from a drawing, from what moves, or from nothing', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>')
    const frames = sharp(Buffer.alloc(40 * 40 * 3, 7).fill(200, 2_400), {
      raw: { width: 40, height: 40, channels: 3, pageHeight: 20 },
    })
    const cut = { x: 0, y: 0, width: 10, height: 10 }
    for (const [bytes, code] of [
      [svg, 'cannot_cut_drawing'],
      [await frames.webp({ delay: 100 }).toBuffer(), 'cannot_cut_moving'],
    ] as const) {
      const { hash } = await uploadAsset({ ctx, bytes })
      await expect(cropAsset({ ctx, input: { hash, ...cut } })).rejects.toMatchObject({
        code: 'wrong_state',
        details: [{ code }],
      })
    }
    await expect(cropAsset({ ctx, input: { hash: 'a'.repeat(64), ...cut } })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('as strips, a long picture loses no line of its pixels', async () => {
    const noise = await sharp({
      create: {
        width: 60,
        height: 400,
        channels: 3,
        background: '#fff',
        noise: { type: 'gaussian', mean: 120, sigma: 40 },
      },
    })
      .png()
      .toBuffer()
    const whole = await uploadAsset({ ctx, bytes: noise, input: { name: '长图' } })
    const strips = await sliceAsset({ ctx, input: { hash: whole.hash, cuts: [100, 250] } })
    expect(strips.map(({ height, name }) => `${name}: ${height}`)).toEqual([
      '长图 1/3: 100',
      '长图 2/3: 150',
      '长图 3/3: 150',
    ])
    const raw = async (hash: string) => {
      const file = await findMaster(world.ctx, hash, 'png')
      return sharp(file?.path).removeAlpha().raw().toBuffer()
    }
    const joined = Buffer.concat(await Promise.all(strips.map(({ hash }) => raw(hash))))
    expect(joined.equals(await raw(whole.hash))).toBe(true)
    await expect(sliceAsset({ ctx, input: { hash: whole.hash, cuts: [400] } })).rejects.toMatchObject({
      details: [{ code: 'cut_outside' }],
    })
    await expect(sliceAsset({ ctx, input: { hash: whole.hash, cuts: [100, 110] } })).rejects.toThrow(
      'cuts_too_close',
    )
  })
})

test('a name is what staff read: bounded, without control characters', async () => {
  const { hash } = await upload('a')
  expect(await renameAsset({ ctx, input: { hash, name: '主会场 头图' } })).toMatchObject({
    name: '主会场 头图',
  })
  for (const name of ['', 'a\u0000b', 'x'.repeat(121)]) {
    await expect(renameAsset({ ctx, input: { hash, name } })).rejects.toThrow()
  }
})

test('what stands for older uploads is made later, once', async () => {
  const { hash } = await upload('a')
  await world.ctx.db.transaction((tx) => tx.update(asset).set({ placeholder: null, tint: null }).returning())
  await makeMissingAvif(world.ctx, new AbortController().signal)
  expect(await readAsset({ ctx, input: { hash } })).toMatchObject({
    tint: expect.stringMatching(/^#/),
    placeholder: expect.stringMatching(/^data:/),
  })
})

test('who may only read may change nothing', async () => {
  const { hash } = await upload('a')
  const reader = await world.as('approver')
  expect((await listAssets({ ctx: reader, input: {} })).items).toHaveLength(1)
  const forbidden = { code: 'forbidden' }
  await expect(deleteAsset({ ctx: reader, input: { hash } })).rejects.toMatchObject(forbidden)
  await expect(renameAsset({ ctx: reader, input: { hash, name: 'b' } })).rejects.toMatchObject(forbidden)
  await expect(createFolder({ ctx: reader, input: { name: 'b' } })).rejects.toMatchObject(forbidden)
  const cut = { hash, x: 0, y: 0, width: 1, height: 1 }
  await expect(cropAsset({ ctx: reader, input: cut })).rejects.toMatchObject(forbidden)
})
