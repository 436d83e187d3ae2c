const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new block's id: 80 random bits, so that no two editors of a page ever make the same one. */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `b${Array.from(bytes, (byte) => ALPHABET.charAt(byte & 31)).join('')}`
}
