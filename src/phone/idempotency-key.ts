const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-'

/**
 * A new idempotency key of 128 random bits. Not `crypto.randomUUID`: pages are also opened over
 * plain http, where browsers do not offer it.
 */
export function newIdempotencyKey(): string {
  const bytes = new Uint8Array(22)
  try {
    crypto.getRandomValues(bytes)
  } catch {
    // Very old web-views. A key need only differ from the member's other ones.
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.random() * 256
  }
  let key = ''
  for (const byte of bytes) key += ALPHABET.charAt(byte & 63)
  return key
}
