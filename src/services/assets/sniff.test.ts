import { expect, test } from 'vitest'
import { sniffImage } from './sniff'

const bytes = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex')
const PNG = bytes('89504e470d0a1a0a 0000000d 49484452 00000320 00000258 08060000')
const GIF = bytes('474946383961 2003 5802 00')
const JPEG = bytes('ffd8 ffe0 0010 4a46494600010100000100010000 ffc0 0011 08 0258 0320 03')
const WEBP_VP8X = bytes('52494646 00000000 57454250 56503858 0a000000 00000000 1f0300 570200')
const WEBP_VP8 = bytes('52494646 00000000 57454250 56503820 00000000 000000 9d012a 2003 5802')
const WEBP_VP8L = bytes('52494646 00000000 57454250 5650384c 00000000 2f 1fc39500')

test.each([
  ['png', PNG],
  ['gif', GIF],
  ['jpg', JPEG],
  ['webp', WEBP_VP8X],
  ['webp', WEBP_VP8],
  ['webp', WEBP_VP8L],
])('a %s of 800 by 600 is what its bytes say', (extension, image) => {
  expect(sniffImage(image)).toEqual({ extension, width: 800, height: 600 })
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('<svg onload="alert(1)"/>')],
  ['a page that ends like a picture', Buffer.concat([Buffer.from('<html>'), PNG])],
  ['a JPEG without a frame', bytes('ffd8 ffe0 0002')],
  ['a JPEG whose segments have no length', bytes('ffd8 ffe0 0000 0000')],
])('%s is no image', (_, image) => {
  expect(sniffImage(image)).toBeUndefined()
})

test.each([PNG, GIF, JPEG, WEBP_VP8X])(
  'a picture cut off anywhere in its header is no image and does not throw',
  (image) => {
    for (let end = 0; end < 16 && end < image.length - 6; end++)
      expect(sniffImage(image.subarray(0, end))).toBeUndefined()
  },
)
