import type { CheckWord } from '../../../schemas/check-rule'

interface Compiled {
  /** One group a word, in the order of `words`. */
  pattern: RegExp
  words: { written: string; except: string[] }[]
}

const compiled = new WeakMap<readonly CheckWord[], Compiled>()

/** What `*` in a word stands for: a few characters of the same sentence. */
const GAP = '[^，。！？；,.!?;\\n]{0,6}'

/**
 * Which of the words stand in the text, as they are written in the list, each once. Letters' case,
 * full width and spaces slipped between characters do not hide a word; within one of its exceptions
 * it is allowed. A `*` in a word stands for up to six characters.
 */
export function findWords(text: string, words: readonly CheckWord[]): string[] {
  if (words.length === 0) return []
  const list = compiled.get(words) ?? compile(words)
  compiled.set(words, list)
  const plain = asLookedFor(text)
  const found = new Set<string>()
  const { pattern } = list
  for (let at = 0; at < plain.length; ) {
    pattern.lastIndex = at
    const match = pattern.exec(plain)
    if (!match) break
    const end = match.index + match[0].length
    const word = list.words[match.slice(1).findIndex((group) => group !== undefined)]
    if (word && !word.except.some((phrase) => coversIn(plain, phrase, match.index, end)))
      found.add(word.written)
    // What is allowed here may still hold the beginning of another word.
    at = match.index + 1
  }
  return [...found]
}

/** Whether any of the phrases stands in the text. */
export function hasPhrase(text: string, phrases: readonly string[]): boolean {
  const plain = asLookedFor(text)
  return phrases.some((phrase) => plain.includes(asLookedFor(phrase)))
}

function compile(words: readonly CheckWord[]): Compiled {
  // The longest first: of 全国第一 and 第一 the one that says more is told.
  const sorted = words
    .filter(({ word }) => asLookedFor(word).replaceAll('*', '') !== '')
    .sort((a, b) => b.word.length - a.word.length)
  const sources = sorted.map(({ word }) => `(${sourceOf(asLookedFor(word))})`)
  return {
    // Without a word nothing is to be found.
    pattern: new RegExp(sources.join('|') || '(?!)', 'g'),
    words: sorted.map(({ word, except }) => ({ written: word, except: except.map(asLookedFor) })),
  }
}

/** Latin words are whole words: “best” is not in “bestow”. */
function sourceOf(word: string): string {
  const source = word
    .split('*')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join(GAP)
  const begin = /^[a-z0-9]/.test(word) ? '(?<![a-z0-9])' : ''
  const end = /[a-z0-9]$/.test(word) ? '(?![a-z0-9])' : ''
  return begin + source + end
}

function asLookedFor(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/(?<=[\u2e80-\u9fff])[ \t\u3000]+(?=[\u2e80-\u9fff])/g, '')
}

/** Whether the phrase stands in the text around what was found. */
function coversIn(text: string, phrase: string, start: number, end: number): boolean {
  for (let at = text.indexOf(phrase, Math.max(0, end - phrase.length)); at >= 0 && at <= start; ) {
    if (at + phrase.length >= end) return true
    at = text.indexOf(phrase, at + 1)
  }
  return false
}
