const EXACT = 100
const BEGINS = 80
const CONTAINS = 60
const SCATTERED = 20
/** A text found later in a list of texts counts a little less. */
const LATER = 5

/**
 * How well a search fits the texts something is found by, its name first; 0 when it does not.
 * Every word must be found: as it is, or its letters one after another ("dzp" in "da zhuan pan").
 */
export function matchScore(search: string, texts: readonly string[]): number {
  const words = search.trim().toLowerCase().split(/\s+/)
  let score = 0
  for (const word of words) {
    const best = Math.max(0, ...texts.map((text, i) => wordScore(word, text.toLowerCase()) - i * LATER))
    if (best === 0) return 0
    score += best
  }
  return score / words.length
}

function wordScore(word: string, text: string): number {
  if (text === word) return EXACT
  const at = text.indexOf(word)
  if (at === 0) return BEGINS
  if (at > 0) return CONTAINS - Math.min(at, LATER)
  return isScattered(word, text) ? SCATTERED : 0
}

function isScattered(word: string, text: string): boolean {
  let at = -1
  for (const letter of word) {
    at = text.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return word.length > 1
}
