/**
 * True when every block of a GIF is there, up to its trailer; what follows that does not matter.
 * The library that draws it forgives a missing end and shows half a frame.
 */
export function isWholeGif(bytes: Buffer): boolean {
  const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  let at = 13 + tableBytes(bytes[10] ?? 0)
  while (at < bytes.length) {
    const kind = bytes[at]
    if (kind === 0x3b) return true
    // An extension has a label; a frame has its place, its own colours and a code's width.
    if (kind === 0x21) at += 2
    else if (kind === 0x2c) at += 11 + tableBytes(bytes[at + 9] ?? 0)
    else return false
    // Both go on in pieces that say how long they are; the last is empty.
    while (bytes[at]) at += 1 + (bytes[at] ?? 0)
    at += 1
  }
  return false
}
