/** Text in GBK, which nothing here writes: the decoder's table the other way round. */
export function toGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk')
  const bytesOf = new Map<string, number[]>()
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) {
      if (low !== 0x7f) bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
    }
  }
  return Uint8Array.from([...text].flatMap((c) => (c < '\x80' ? c.charCodeAt(0) : (bytesOf.get(c) ?? []))))
}
