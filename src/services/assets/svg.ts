import { AppError } from '@/src/lib/errors'
import { ELEMENTS, FORBIDDEN, isOwnReference, isOwnStyle } from './svg-allowed'

/** A drawing holds at most this many bytes: more is a photograph in disguise. */
export const MAX_SVG_BYTES = 512 * 1024
const MAX_DEPTH = 100

export interface CleanDrawing {
  text: string
  /** In px; 0 when the drawing does not say. */
  width: number
  height: number
}

/** One piece of XML at a time. A tag's attributes are read by ATTRIBUTE. */
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^[>]*>|<\/([A-Za-z_][\w.:-]*)\s*>|<([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_:][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy
const ATTRIBUTE = /([A-Za-z_:][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** True when the bytes begin like a drawing; whether they are one is for `cleanDrawing` to say. */
export function looksLikeDrawing(bytes: Buffer): boolean {
  const start = bytes
    .subarray(0, 4_096)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  return /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg[^>]*>\s*)*<(?:svg)[\s>]/.test(start)
}

/**
 * A drawing written anew from the elements and attributes we know, so that nothing in it can run
 * or load anything. Throws `unsupported_media`, naming what it was: a script, an event's handler,
 * a reference elsewhere, an entity; or XML that is not whole. `too_large` beyond 512 KB.
 */
export function cleanDrawing(bytes: Buffer): CleanDrawing {
  if (bytes.length > MAX_SVG_BYTES) {
    throw new AppError('too_large', 'the drawing is too large', [
      { code: 'drawing_too_large', params: { max: MAX_SVG_BYTES } },
    ])
  }
  let source: string
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refused('encoding')
  }
  return new DrawingWriter(source).write()
}

class DrawingWriter {
  private out = ''
  private readonly open: string[] = []
  /** How deep we are inside something that is left out; 0 when not. */
  private skipped = 0
  private root: Record<string, string> | undefined
  private style = ''

  constructor(private readonly source: string) {}

  write(): CleanDrawing {
    TOKEN.lastIndex = 0
    while (TOKEN.lastIndex < this.source.length) {
      const at = TOKEN.lastIndex
      const token = TOKEN.exec(this.source)
      if (!token) throw refused(/^<!(?:DOCTYPE|ENTITY)/i.test(this.source.slice(at)) ? 'doctype' : 'broken')
      const [whole, closed, opened, attributes = '', selfClosed] = token
      if (closed) this.end(closed)
      else if (opened) this.start(opened, attributes, selfClosed === '/')
      else if (whole.startsWith('<![CDATA[')) this.text(whole.slice(9, -3))
      else if (whole.startsWith('<?')) this.instruction(whole)
      else if (!whole.startsWith('<')) this.text(decode(whole))
    }
    if (!this.root || this.open.length > 0) throw refused('broken')
    return { text: this.out, ...sizeOf(this.root) }
  }

  private instruction(whole: string): void {
    // Another one, such as a style sheet's, would load something.
    if (!/^<\?xml\s/.test(whole)) throw refused('external')
  }

  private start(name: string, attributes: string, isEmpty: boolean): void {
    if (FORBIDDEN.has(name.toLowerCase().replace(/^.*:/, ''))) throw refused('script')
    const isRoot = this.open.length === 0
    if (isRoot && (this.root || name !== 'svg')) throw refused('broken')
    if (this.open.length >= MAX_DEPTH) throw refused('too_deep')
    if (this.skipped > 0 || !ELEMENTS.has(name)) {
      if (!isEmpty) {
        this.open.push(name)
        this.skipped += 1
      }
      return
    }
    const kept = readAttributes(attributes)
    if (isRoot) {
      this.root = kept
      kept.xmlns = 'http://www.w3.org/2000/svg'
      if (/\sxlink:href\s*=/.test(this.source)) kept['xmlns:xlink'] = 'http://www.w3.org/1999/xlink'
    }
    const written = Object.entries(kept).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    this.out += `<${name}${written.join('')}${isEmpty ? '/' : ''}>`
    if (!isEmpty) this.open.push(name)
  }

  private end(name: string): void {
    if (this.open.pop() !== name) throw refused('broken')
    if (this.skipped > 0) this.skipped -= 1
    else {
      // Read whole: a comment in the middle may cut a word in two.
      if (name === 'style') {
        if (!isOwnStyle(this.style)) throw refused('external')
        this.style = ''
      }
      this.out += `</${name}>`
    }
  }

  private text(text: string): void {
    if (this.open.length === 0) {
      if (text.replace(/^\uFEFF/, '').trim() !== '') throw refused('broken')
      return
    }
    if (this.skipped > 0) return
    if (this.open.at(-1) === 'style') this.style += text
    this.out += escapeXml(text)
  }
}

/** The attributes that are kept, decoded. */
function readAttributes(source: string): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    const value = decode(double ?? single ?? '')
    const plain = name.toLowerCase()
    const local = plain.replace(/^.*:/, '')
    if (local.startsWith('on')) throw refused('script')
    if (local === 'href' || local === 'src') {
      if (!isOwnReference(value)) throw refused('external')
    } else if (local === 'base') throw refused('external')
    else if (/url\s*\(|\\/i.test(value) || plain === 'style') {
      // Fill, mask and their like are read as styles too, with their escapes.
      if (!isOwnStyle(value)) throw refused('external')
    }
    // What an animation would set afterwards was not looked at.
    if (local === 'attributename' && /href|^on|style/i.test(value)) throw refused('script')
    if (/^\s*(?:javascript|vbscript|data:text)/i.test(value.replace(/\s/g, ''))) throw refused('script')
    const isPlainName =
      !name.includes(':') || name === 'xlink:href' || name === 'xml:space' || name === 'xml:lang'
    if (isPlainName && plain !== 'xmlns') kept[name] = value
  }
  return kept
}

/** Numbers and the five names of XML; any other entity would have to be declared, and is refused. */
function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[A-Za-z]+)?;?/gi, (whole, name: string | undefined) => {
    if (!name || !whole.endsWith(';')) throw refused('entity')
    if (!name.startsWith('#')) {
      const known = ENTITIES[name]
      if (known === undefined) throw refused('entity')
      return known
    }
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    if (code < 32 ? ![9, 10, 13].includes(code) : code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
      throw refused('entity')
    return String.fromCodePoint(code)
  })
}

const escapeXml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)

function sizeOf({ width, height, viewBox }: Record<string, string>) {
  const px = (value: string | undefined) => {
    const [, number] = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(value ?? '') ?? []
    return number ? Math.round(Number(number)) : 0
  }
  const [, , boxWidth, boxHeight] = (viewBox ?? '').trim().split(/[\s,]+/)
  const size = { width: px(width) || px(boxWidth), height: px(height) || px(boxHeight) }
  const isSane = size.width > 0 && size.height > 0 && size.width <= 99_999 && size.height <= 99_999
  return isSane ? size : { width: 0, height: 0 }
}

function refused(reason: string): AppError {
  return new AppError('unsupported_media', `a drawing was refused: ${reason}`, [
    { code: 'unsafe_drawing', params: { reason } },
  ])
}
