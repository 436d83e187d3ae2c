import { AppError } from './errors'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * A text file as staff have them: UTF-8, what Excel calls Unicode text, or GBK, which it writes in
 * China without saying so. Throws `unsupported_media` for what is no text in any of them.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const marked = byMark(bytes)
  // Neither UTF-8 nor GBK text holds a zero byte, and most other files do.
  const candidates: TextEncoding[] = marked ? [marked] : bytes.includes(0) ? [] : ['utf-8', 'gb18030']
  for (const encoding of candidates) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
    } catch {
      // Not in this one.
    }
  }
  throw new AppError('unsupported_media', 'the file is no text', [{ code: 'not_text' }])
}

/** What a byte order mark says. */
function byMark([first, second, third]: Uint8Array): TextEncoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}
