const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
/** Names are UTF-8. */
const UTF8 = 0x0800
/** 1 January 1980, the first day there is: the same files always make the same archive. */
const DATE = 0x21

interface ZipEntry {
  name: string
  bytes: Uint8Array
}

/** A ZIP archive of a few small files, not compressed. */
export function storeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const about = fields(bytes, Buffer.byteLength(name))
    const local = Buffer.concat([u32(LOCAL), about, Buffer.from(name), bytes])
    // Comment, disk and attributes: none. Then where the file begins.
    const rest = Buffer.concat([Buffer.alloc(10), u32(offset)])
    directory.push(Buffer.concat([u32(CENTRAL), u16(VERSION), about, rest, Buffer.from(name)]))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const counts = Buffer.concat([u16(0), u16(0), u16(entries.length), u16(entries.length)])
  return Buffer.concat([...parts, central, u32(END), counts, u32(central.length), u32(offset), u16(0)])
}

/** What both headers say of a file, from the version needed to the length of what is extra. */
function fields(bytes: Uint8Array, nameLength: number): Buffer {
  return Buffer.concat([
    u16(VERSION),
    u16(UTF8),
    u16(0),
    u16(0),
    u16(DATE),
    u32(crc32(bytes)),
    u32(bytes.length),
    u32(bytes.length),
    u16(nameLength),
    u16(0),
  ])
}

function u16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeUInt16LE(value)
  return buffer
}

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(value)
  return buffer
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** Node has its own only from 22 on. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}
