import { bareNumber, isAddressPart } from '../../schemas/delivery-address'
import { hasControlCharacters } from '../../schemas/safe-values'
import type { AnswerProblem, FormFieldKind } from '../../schemas/submission'
import type { FormField } from './state'

/*
 * What each field takes. The phone says it while somebody fills the form in, the server refuses by
 * the same words: both run this file.
 */

/** What was filled in, by the fields' keys: of several choices a list, of everything else a text. */
export type RawAnswers = Readonly<Record<string, string | readonly string[]>>

type Checked = { values: string[] } | Pick<AnswerProblem, 'code' | 'limit'>

/** How long an answer may be, where the form does not say so itself. */
export const LENGTHS: Record<Exclude<FormFieldKind, 'text' | 'longText'>, number> = {
  name: 30,
  phone: 20,
  choice: 30,
  choices: 30,
  date: 10,
  city: 60,
  number: 20,
}

/** One answer as it is kept: without white space around it. A problem when it cannot be. */
export function checkAnswer(field: FormField, raw: string | readonly string[] | undefined): Checked {
  if ((typeof raw === 'object') !== (field.kind === 'choices') && raw !== undefined)
    return { code: 'malformed' }
  const values = [raw ?? []]
    .flat()
    .map((value) => value.trim())
    .filter((value) => value !== '')
  if (values.length === 0) return field.isRequired ? { code: 'required' } : { values }
  if (field.kind === 'choice' || field.kind === 'choices') return checkChoices(field, values)
  const [value = ''] = values
  if (value.length > field.maxLength) return { code: 'too_long', limit: field.maxLength }
  if (hasControlCharacters(value) || (field.kind !== 'longText' && /[\n\r]/.test(value)))
    return { code: 'malformed' }
  if (field.kind === 'phone')
    return isAddressPart('phone', value) ? { values: [bareNumber(value)] } : { code: 'malformed' }
  if (field.kind === 'date') return isDay(value) ? { values } : { code: 'malformed' }
  if (field.kind === 'number') return checkNumber(field, value)
  return { values }
}

function checkChoices({ options }: FormField, values: string[]): Checked {
  const isOffered = values.every((value) => options.includes(value))
  return isOffered && new Set(values).size === values.length ? { values } : { code: 'not_offered' }
}

function checkNumber({ least, most }: FormField, value: string): Checked {
  if (!/^-?\d{1,12}(\.\d{1,4})?$/.test(value)) return { code: 'malformed' }
  const number = Number(value)
  if (least !== null && number < least) return { code: 'too_small', limit: least }
  if (most !== null && number > most) return { code: 'too_large', limit: most }
  return { values: [value] }
}

/** A day of the calendar, `2026-11-11`, that somebody alive may mean. */
function isDay(value: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(value)) return false
  const at = new Date(`${value}T00:00:00.000Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

/** Everything that is wrong with what was filled in, in the fields' order. */
export function problemsOf(fields: readonly FormField[], answers: RawAnswers): AnswerProblem[] {
  const known = new Set(fields.map(({ key }) => key))
  const unknown = Object.keys(answers).filter((key) => !known.has(key))
  return [
    ...fields.flatMap((field) => {
      const checked = checkAnswer(field, ownOf(answers, field.key))
      return 'code' in checked ? [{ field: field.key, ...checked }] : []
    }),
    ...unknown.map((key) => ({ field: key, code: 'unknown_field' as const })),
  ]
}

/** The answer to a field, and nothing that every object has. */
export function ownOf(answers: RawAnswers, key: string): string | readonly string[] | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined
}
