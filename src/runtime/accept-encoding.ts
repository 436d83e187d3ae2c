export type Encoding = 'br' | 'gzip' | 'identity'

/** Browsers send a handful of different headers, millions of times. */
const known = new Map<string, Encoding>()
const MAX_KNOWN = 200

/** The best encoding an Accept-Encoding header allows: brotli, then gzip, then none. */
export function acceptedEncoding(header: string | string[] | undefined): Encoding {
  if (typeof header !== 'string') return 'identity'
  const before = known.get(header)
  if (before) return before
  const encoding = parse(header)
  if (known.size < MAX_KNOWN && header.length < 200) known.set(header, encoding)
  return encoding
}

function parse(header: string): Encoding {
  const quality = new Map<string, number>()
  for (const part of header.toLowerCase().split(',').slice(0, 20)) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    const q = parameters.find((text) => text.startsWith('q='))?.slice(2)
    const value = q === undefined ? 1 : Number(q)
    quality.set(name, value > 0 && value <= 1 ? value : 0)
  }
  const allows = (name: string) => (quality.get(name) ?? quality.get('*') ?? 0) > 0
  return allows('br') ? 'br' : allows('gzip') ? 'gzip' : 'identity'
}
