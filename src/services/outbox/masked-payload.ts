/** Ours, and nobody's name. */
const ID = /^[a-z]{2,6}_[0-9a-z]{10,40}$/
/** A short word or number that tells one message from another; longer numbers may be a telephone's. */
const WORD = /^(?!.*\d{7})[A-Za-z0-9_:.-]{1,24}$/
const MAX_DEPTH = 4
const MAX_PARTS = 20

/**
 * A payload as staff may see it: ids, numbers and short words as they are, every other text by its
 * first and last character.
 */
export function maskedPayload(payload: unknown, depth = 0): unknown {
  if (typeof payload === 'string') return ID.test(payload) || WORD.test(payload) ? payload : masked(payload)
  if (typeof payload !== 'object' || payload === null) return payload
  if (depth >= MAX_DEPTH) return '…'
  if (Array.isArray(payload)) return payload.slice(0, MAX_PARTS).map((each) => maskedPayload(each, depth + 1))
  const parts = Object.entries(payload).slice(0, MAX_PARTS)
  return Object.fromEntries(parts.map(([name, value]) => [name, maskedPayload(value, depth + 1)]))
}

function masked(text: string): string {
  const letters = [...text]
  return letters.length < 3 ? '**' : `${letters[0]}***${letters.at(-1)}`
}
