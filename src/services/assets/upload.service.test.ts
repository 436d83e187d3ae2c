import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asset } from '@/src/db'
import { aWorld, type World } from '@/src/testing/world'
import type { StaffContext } from '../context'
import { findVariant, makeMissingAvif, uploadAsset } from './index'

let world: World
let ctx: StaffContext
const GOES_ON = new AbortController().signal

beforeEach(async () => {
  world = await aWorld()
  ctx = await world.as('product')
})
afterEach(() => world[Symbol.asyncDispose]())

const photo = (width = 800, height = 400, background = '#c8102e') =>
  sharp({
    create: { width, height, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 20 } },
  })
    .jpeg()
    .toBuffer()
const files = () => readdirSync(join(world.ctx.dataDir, 'uploads')).sort()
const hashIn = (url: string) => /\/assets\/u\/([0-9a-f]{64})/.exec(url)?.[1] ?? ''

test('an upload is one file and its variants, however often it is sent', async () => {
  const bytes = await photo()
  const first = await uploadAsset({ ctx, bytes })
  expect(first).toMatchObject({ width: 800, height: 400 })
  const hash = hashIn(first.url)
  expect(first.url).toBe(`/assets/u/${hash}-800x400.jpg`)
  expect(await uploadAsset({ ctx, bytes })).toEqual(first)
  expect(files()).toEqual(
    [375, 750, 800]
      .flatMap((width) => [`${hash}.${width}.jpg`, `${hash}.${width}.webp`])
      .concat(`${hash}.jpg`)
      .sort(),
  )
  const rows = await world.ctx.db.read.select().from(asset)
  expect(rows).toMatchObject([{ hash, extension: 'jpg', width: 800, height: 400, avifAt: null }])
})

test('AVIF is made later, from the oldest, and what was not reached is found by the next run', async () => {
  const hashes: string[] = []
  for (const width of [400, 500]) {
    hashes.push(hashIn((await uploadAsset({ ctx, bytes: await photo(width, 300) })).url))
    world.clock.advance(1_000)
  }
  const find = (i: number, accept: string) => findVariant(world.ctx, hashes[i] ?? '', 375, accept)
  const MODERN = 'image/avif,image/webp,image/*;q=0.8'
  expect((await find(0, MODERN))?.extension).toBe('webp')

  // Stopped as soon as the first one is marked as done.
  const stop = new AbortController()
  const clock = {
    now: () => {
      stop.abort()
      return world.clock.now()
    },
  }
  await makeMissingAvif({ ...world.ctx, clock }, stop.signal)
  await makeMissingAvif(world.ctx, stop.signal)
  await makeMissingAvif(world.ctx, GOES_ON)
  const rows = await world.ctx.db.read.select().from(asset)
  expect(rows.every(({ avifAt }) => avifAt !== null)).toBe(true)
  for (const i of [0, 1]) {
    expect((await find(i, MODERN))?.extension).toBe('avif')
    expect((await find(i, 'image/webp,*/*'))?.extension).toBe('webp')
    expect((await find(i, 'image/avif;q=0, image/webp;q=0.0, */*'))?.extension).toBe('jpg')
    expect((await find(i, '*/*'))?.extension).toBe('jpg')
  }
})

test('a picture that cannot be read again is not tried for ever, and holds up no other', async () => {
  const now = world.clock.now()
  await world.ctx.db.transaction(async (tx) => {
    await tx.insert(asset).values({
      hash: 'a'.repeat(64),
      extension: 'jpg',
      width: 500,
      height: 500,
      createdBy: 'x',
      createdAt: now,
    })
  })
  world.clock.advance(1_000)
  const { url } = await uploadAsset({ ctx, bytes: await photo(400, 300) })
  await makeMissingAvif(world.ctx, GOES_ON)
  expect((await findVariant(world.ctx, hashIn(url), 375, 'image/avif'))?.extension).toBe('avif')
  const rows = await world.ctx.db.read.select().from(asset)
  expect(rows.filter(({ avifAt }) => avifAt === null)).toEqual([])
})

test('a picture of 200 million pixels is refused by its header: at once, and without being drawn', async () => {
  const png = Buffer.alloc(4_096)
  png.set(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  png.writeUInt32BE(20_000, 16)
  png.writeUInt32BE(10_000, 20)
  const before = process.memoryUsage().rss
  const started = performance.now()
  await expect(uploadAsset({ ctx, bytes: png })).rejects.toMatchObject({
    code: 'too_large',
    details: [{ code: 'too_many_pixels', params: { max: 40_000_000 } }],
  })
  expect(performance.now() - started).toBeLessThan(100)
  expect(process.memoryUsage().rss - before).toBeLessThan(20_000_000)
})

test('a drawing is stored cleaned, and a hostile one not at all', async () => {
  const drawing =
    '<!-- x --><svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0"/></svg>'
  const { url } = await uploadAsset({ ctx, bytes: Buffer.from(drawing) })
  expect(url).toMatch(/-40x20\.svg$/)
  const [name = ''] = files()
  expect(readFileSync(join(world.ctx.dataDir, 'uploads', name), 'utf8')).not.toContain('<!--')
  const hostile = Buffer.from(drawing.replace('<path', '<script>alert(1)</script><path'))
  await expect(uploadAsset({ ctx, bytes: hostile })).rejects.toMatchObject({ code: 'unsupported_media' })
  expect(files()).toHaveLength(1)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
  ['a program', Buffer.from('MZ\x90\x00')],
  ['an archive', Buffer.from('PK\x03\x04')],
  ['a PDF', Buffer.from('%PDF-1.7')],
  ['a TIFF, which phones do not show', Buffer.from('49492a0008000000', 'hex')],
])('%s is no picture', async (_, bytes) => {
  await expect(uploadAsset({ ctx, bytes })).rejects.toMatchObject({ code: 'unsupported_media' })
})

test('who may not upload is told so before a byte is looked at', async () => {
  const finance = await world.as('finance')
  await expect(uploadAsset({ ctx: finance, bytes: Buffer.alloc(0) })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
