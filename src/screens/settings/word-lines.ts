import type { CheckWord } from '@/schemas/check-rule'

/*
 * Lists of words as they are edited: one word a line, and after a colon the phrases in which it may
 * stand. 最低：最低消费、最低满
 */

const COLON = /[：:]/
const COMMA = /[、，,]/

export function toWordLines(words: readonly CheckWord[]): string {
  return words
    .map(({ word, except }) => (except.length > 0 ? `${word}：${except.join('、')}` : word))
    .join('\n')
}

/** Reads the lines back. A word that stands twice is one, with the exceptions of both. */
export function readWordLines(text: string): CheckWord[] {
  const words = new Map<string, Set<string>>()
  for (const line of text.split('\n')) {
    const [word = '', ...rest] = line.split(COLON).map((part) => part.trim())
    if (word === '') continue
    const except = words.get(word) ?? new Set()
    for (const phrase of rest.join('：').split(COMMA)) if (phrase.trim()) except.add(phrase.trim())
    words.set(word, except)
  }
  return [...words].map(([word, except]) => ({ word, except: [...except] }))
}
