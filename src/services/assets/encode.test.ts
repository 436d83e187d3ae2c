import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { encodeAvif, encodeImage } from './encode'
import { sniffImage } from './sniff'

const encode = (bytes: Buffer) => {
  const sniffed = sniffImage(bytes)
  if (!sniffed) throw new Error('not sniffed as an image')
  return encodeImage(bytes, sniffed)
}

const photo = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#c8102e',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
const glass = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 16, b: 46, alpha: 0.5 } } })

async function aMovingPicture(format: 'gif' | 'webp', width = 400, height = 200, frames = 3) {
  const pixels = Buffer.alloc(width * height * frames * 3)
  const size = width * height * 3
  // Each frame of a colour of its own, with a line of another across it.
  for (let i = 0; i < frames; i++) {
    pixels
      .fill((i * 97) % 256, i * size, (i + 1) * size)
      .fill((i * 31 + 7) % 256, i * size, i * size + size / 3)
  }
  const image = sharp(pixels, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
  return (format === 'gif' ? image.gif({ delay: 100 }) : image.webp({ delay: 100 })).toBuffer()
}

describe('a photograph', () => {
  test('is kept upright, with no more than its pixels, in every width up to its own', async () => {
    // Lying on its side, as phones store it, and saying where it was taken.
    const bytes = await photo(1200, 800)
      .withExif({ IFD0: { Copyright: 'secret' }, IFD3: { GPSLatitude: '31/1 12/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(bytes.includes('secret')).toBe(true)
    const image = await encode(bytes)
    expect(image).toMatchObject({ extension: 'jpg', width: 800, height: 1200, isAnimated: false })
    expect(image.variants.map(({ width, extension }) => `${width}.${extension}`)).toEqual([
      '375.webp',
      '375.jpg',
      '750.webp',
      '750.jpg',
      '800.webp',
      '800.jpg',
    ])
    for (const { bytes: each, width } of image.variants) {
      const made = await sharp(each).metadata()
      expect(made).toMatchObject({ width, height: Math.round((width * 1200) / 800) })
      expect(made.exif ?? made.icc ?? made.xmp ?? made.iptc).toBeUndefined()
    }
    expect(image.master.includes('secret')).toBe(false)
  })

  test('wider than any phone is made smaller, a small one is never made larger', async () => {
    expect(await encode(await photo(3000, 300).jpeg().toBuffer())).toMatchObject({ width: 2160, height: 216 })
    const small = await encode(await photo(200, 100).jpeg().toBuffer())
    expect(small).toMatchObject({ width: 200, height: 100 })
    expect(new Set(small.variants.map(({ width }) => width))).toEqual(new Set([200]))
  })

  test('is one as AVIF too', async () => {
    const avif = await encodeAvif(await photo(500, 250).jpeg().toBuffer(), 375)
    expect(await sharp(avif).metadata()).toMatchObject({ format: 'heif', width: 375, height: 188 })
  })
})

test('what is transparent stays so where JPEG could not hold it; what is not becomes JPEG', async () => {
  const fallbackOf = async (bytes: Buffer) =>
    (await encode(bytes)).variants.find(({ extension }) => extension !== 'webp')?.extension
  expect(await fallbackOf(await glass(400, 100).png().toBuffer())).toBe('png')
  expect(await fallbackOf(await photo(400, 100).ensureAlpha().png().toBuffer())).toBe('jpg')
  expect(await fallbackOf(await glass(400, 100).webp().toBuffer())).toBe('png')
})

test('a picture longer than WebP can hold has its other variants', async () => {
  const image = await encode(await photo(400, 17_000).jpeg().toBuffer())
  expect(image.variants.map(({ width, extension }) => `${width}.${extension}`)).toEqual([
    '375.jpg',
    '400.jpg',
  ])
})

test.each(['gif', 'webp'] as const)('a moving %s goes on moving', async (format) => {
  const image = await encode(await aMovingPicture(format))
  expect(image).toMatchObject({ extension: format, width: 400, height: 200, isAnimated: true })
  expect((await sharp(image.master).metadata()).pages).toBe(3)
  const webp = image.variants.filter(({ extension }) => extension === 'webp')
  expect(webp.map(({ width }) => width)).toEqual([375, 400])
  for (const { bytes } of webp) expect((await sharp(bytes).metadata()).pages).toBe(3)
})

test('the frames of a moving picture count together', async () => {
  const two = await aMovingPicture('gif', 1_000, 1_000, 2)
  const frameAt = two.lastIndexOf(Buffer.from([0x21, 0xf9, 4]))
  const frame = two.subarray(frameAt, -1)
  const of = (frames: number) =>
    Buffer.concat([two.subarray(0, -1), ...Array(frames - 2).fill(frame), two.subarray(-1)])
  await expect(encode(of(41))).rejects.toMatchObject({ code: 'too_large' })
  expect(await encode(of(3))).toMatchObject({ width: 1_000, isAnimated: true })
})

describe('a file that is two things at once is drawn, and only the picture is kept', () => {
  const SCRIPT = '/*alert(1)*/<script>alert(1)</script>PK\x03\x04evil.js'
  test.each([
    [
      'a JPEG that is a page',
      async () => Buffer.concat([await photo(80, 40).jpeg().toBuffer(), Buffer.from(SCRIPT)]),
    ],
    [
      'a JPEG with a page in a comment',
      async () => {
        const jpeg = await photo(80, 40).jpeg().toBuffer()
        const comment = Buffer.from(SCRIPT)
        const head = Buffer.from([0xff, 0xfe, 0, comment.length + 2])
        return Buffer.concat([jpeg.subarray(0, 2), head, comment, jpeg.subarray(2)])
      },
    ],
    [
      'a PNG with an archive behind it',
      async () => Buffer.concat([await photo(80, 40).png().toBuffer(), Buffer.from(SCRIPT)]),
    ],
    [
      'a PNG with a page among its texts',
      async () => {
        const png = await photo(80, 40).png().toBuffer()
        return Buffer.concat([
          png.subarray(0, 33),
          chunk('tEXt', Buffer.from(`Comment\0${SCRIPT}`)),
          png.subarray(33),
        ])
      },
    ],
    [
      'a GIF that is a script',
      async () => {
        const gif = await glass(80, 40).gif().toBuffer()
        return Buffer.concat([gif, Buffer.from(`=1;${SCRIPT}`)])
      },
    ],
    [
      'a WebP with something behind it',
      async () => Buffer.concat([await photo(80, 40).webp().toBuffer(), Buffer.from(SCRIPT)]),
    ],
  ])('%s', async (_, make) => {
    const bytes = await make()
    expect(bytes.includes('alert(1)')).toBe(true)
    const image = await encode(bytes)
    for (const kept of [image.master, ...image.variants.map((each) => each.bytes)]) {
      expect(kept.includes('alert')).toBe(false)
      expect(kept.includes('PK\x03\x04')).toBe(false)
    }
  })
})

describe('what cannot be drawn whole is refused', () => {
  test.each([
    ['a JPEG cut off', async () => (await photo(400, 400).jpeg().toBuffer()).subarray(0, 9_000)],
    ['a PNG cut off', async () => (await photo(400, 400).png().toBuffer()).subarray(0, 9_000)],
    ['a WebP cut off', async () => (await photo(400, 400).webp().toBuffer()).subarray(0, 5_000)],
    ['a GIF cut off', async () => (await aMovingPicture('gif')).subarray(0, -400)],
    [
      'a PNG of noise',
      async () => {
        const png = await photo(400, 400).png().toBuffer()
        return Buffer.concat([png.subarray(0, 60), Buffer.alloc(png.length - 60, 0x5a)])
      },
    ],
    ['a PNG whose pixels are missing', async () => aHeaderOf(100, 100)],
    [
      'one format behind the name of another',
      async () => Buffer.concat([Buffer.from('GIF89a'), (await photo(40, 40).png().toBuffer()).subarray(6)]),
    ],
  ])('%s', async (_, make) => {
    await expect(encode(await make())).rejects.toMatchObject({ code: 'unsupported_media' })
  })
})

/** A PNG that says it is so large and holds next to nothing. */
function aHeaderOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(10))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
