import { AppError } from './errors'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

// biome-ignore lint/suspicious/noControlCharactersInRegex: no text a person made holds them.
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffe\uffff]/

/**
 * A text file as staff have them: UTF-8, what Excel calls Unicode text, or GBK, which it writes in
 * China without saying so. Throws `unsupported_media` for what is no text in any of them.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const marked = byMark(bytes)
  const candidates: TextEncoding[] = marked ? [marked] : ['utf-8', 'gb18030']
  for (const encoding of candidates) {
    const text = tryDecode(bytes, encoding)
    if (text !== undefined && !BINARY.test(text)) return { text, encoding }
  }
  throw new AppError('unsupported_media', 'the file is no text', [{ code: 'not_text' }])
}

function tryDecode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    // What is not in this encoding is a TypeError.
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** What a byte order mark says. */
function byMark([first, second, third]: Uint8Array): TextEncoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}
