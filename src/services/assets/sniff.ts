export interface SniffedImage {
  extension: 'png' | 'jpg' | 'gif' | 'webp'
  width: number
  height: number
}

/**
 * What an upload really is, read from its bytes; what it claims to be is not looked at. Undefined
 * for anything but the four raster formats every phone shows. Sizes in px.
 */
export function sniffImage(bytes: Buffer): SniffedImage | undefined {
  try {
    return png(bytes) ?? gif(bytes) ?? webp(bytes) ?? jpeg(bytes)
  } catch (error) {
    // Cut off within its header.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function png(b: Buffer): SniffedImage | undefined {
  if (b.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') return undefined
  return { extension: 'png', width: b.readUInt32BE(16), height: b.readUInt32BE(20) }
}

function gif(b: Buffer): SniffedImage | undefined {
  if (!/^GIF8[79]a$/.test(b.subarray(0, 6).toString('latin1'))) return undefined
  return { extension: 'gif', width: b.readUInt16LE(6), height: b.readUInt16LE(8) }
}

function webp(b: Buffer): SniffedImage | undefined {
  if (b.subarray(0, 4).toString('latin1') !== 'RIFF' || b.subarray(8, 12).toString('latin1') !== 'WEBP')
    return undefined
  switch (b.subarray(12, 16).toString('latin1')) {
    case 'VP8X':
      return { extension: 'webp', width: b.readUIntLE(24, 3) + 1, height: b.readUIntLE(27, 3) + 1 }
    case 'VP8L': {
      const bits = b.readUInt32LE(21)
      return { extension: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8 ':
      return { extension: 'webp', width: b.readUInt16LE(26) & 0x3fff, height: b.readUInt16LE(28) & 0x3fff }
    default:
      return undefined
  }
}

/** A JPEG's size stands in its frame header (SOF0–SOF15, less DHT, JPG and DAC), after other segments. */
function jpeg(b: Buffer): SniffedImage | undefined {
  if (b.readUInt16BE(0) !== 0xffd8) return undefined
  for (let at = 2; ; ) {
    if (b.readUInt8(at) !== 0xff) return undefined
    const marker = b.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { extension: 'jpg', height: b.readUInt16BE(at + 5), width: b.readUInt16BE(at + 7) }
    const length = b.readUInt16BE(at + 2)
    if (length < 2) return undefined
    at += 2 + length
  }
}
