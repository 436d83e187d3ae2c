import { createHmac } from 'node:crypto'
import { bareNumber } from '@/schemas/delivery-address'
import type { SubmittedAnswer } from '@/schemas/submission'

/** A telephone number is also found by its last digits, as people tell it. */
const LAST_DIGITS = 4

/**
 * What a submission is found by: its names and telephone numbers, whole, and the last digits of
 * these. They stand in the database as hashes under the installation's key and of this one form, so
 * that whoever reads the table can neither look a number up nor follow it from form to form.
 */
export function termsOf(key: Buffer, toolId: string, answers: readonly SubmittedAnswer[]): string[] {
  const words = answers.flatMap(({ kind, values }) => {
    if (kind === 'name') return values.map(plainName)
    if (kind === 'phone') return values.flatMap((value) => [value, value.slice(-LAST_DIGITS)])
    return []
  })
  return [...new Set(words)].map((word) => termOf(key, toolId, word))
}

/** What to look for when somebody types this. */
export function searchTerms(key: Buffer, toolId: string, search: string): string[] {
  return [...new Set([plainName(search), bareNumber(search)])].map((word) => termOf(key, toolId, word))
}

const plainName = (name: string) => name.trim().toLowerCase()

function termOf(key: Buffer, toolId: string, word: string): string {
  return createHmac('sha256', key).update(`search term\0${toolId}\0${word}`).digest('base64url')
}
