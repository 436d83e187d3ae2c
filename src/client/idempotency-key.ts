/**
 * A new idempotency key: 128 random bits in hex. `crypto.randomUUID` would do, but browsers offer
 * it over https only, and the console also runs over plain http in a local network.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
