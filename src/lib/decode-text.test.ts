import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text'

/** 兑换码 in GBK. */
const GBK = Uint8Array.from([0xb6, 0xd2, 0xbb, 0xbb, 0xc2, 0xeb])

describe('decodeText', () => {
  it('reads UTF-8 with and without its mark, and never shows the mark', () => {
    const bytes = new TextEncoder().encode('兑换码')
    expect(decodeText(bytes)).toEqual({ text: '兑换码', encoding: 'utf-8' })
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes])).text).toBe('兑换码')
  })

  it('reads GBK, which says nothing of itself', () => {
    expect(decodeText(GBK)).toEqual({ text: '兑换码', encoding: 'gb18030' })
  })

  it('reads what Excel calls Unicode text', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, ...Buffer.from('兑换码', 'utf16le')])
    expect(decodeText(bytes)).toEqual({ text: '兑换码', encoding: 'utf-16le' })
  })

  it('refuses what is no text: a workbook, a picture, bytes that mean nothing', () => {
    const workbook = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0])
    for (const bytes of [workbook, Uint8Array.from([0x89, 0x50, 0xff, 0xff, 0x0a])]) {
      expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'unsupported_media' }))
    }
  })
})
