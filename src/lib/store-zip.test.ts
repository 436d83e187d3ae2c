import { expect, it } from 'vitest'
import { storeZip } from './store-zip'

const CRC_OF_DIGITS = 0xcbf43926

it('keeps files as they are, and finds them again by its directory', () => {
  const zip = storeZip([
    { name: '清单.txt', bytes: Buffer.from('123456789') },
    { name: 'b.bin', bytes: new Uint8Array([0, 255]) },
  ])
  const end = zip.length - 22
  expect(zip.readUInt32LE(end)).toBe(0x06054b50)
  expect(zip.readUInt16LE(end + 10)).toBe(2)
  expect(zip.readUInt32LE(end + 12) + zip.readUInt32LE(end + 16)).toBe(end)

  const found: [string, string][] = []
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < 2; i++) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50)
    const size = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    expect(zip.readUInt32LE(local)).toBe(0x04034b50)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + nameLength
    found.push([name, zip.toString('hex', start, start + size)])
    at += 46 + nameLength
  }
  expect(found).toEqual([
    ['清单.txt', Buffer.from('123456789').toString('hex')],
    ['b.bin', '00ff'],
  ])
  expect(zip.readUInt32LE(14)).toBe(CRC_OF_DIGITS)
})
