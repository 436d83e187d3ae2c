/*
 * What a lead form (线索表单) asks and what members say. Free of zod: a phone says what is wrong
 * while it is filled in, the server refuses what is.
 */

/** The kinds of fields a form may have, in the order they are offered. */
export const FORM_FIELD_KINDS = [
  'text',
  'longText',
  'name',
  'phone',
  'choice',
  'choices',
  'date',
  'city',
  'number',
] as const
export type FormFieldKind = (typeof FORM_FIELD_KINDS)[number]

/** One answer as it is kept: with the words the member read, so that a later change loses nothing. */
export interface SubmittedAnswer {
  /** The field's own key, which stays when it is renamed or moved. */
  key: string
  kind: FormFieldKind
  label: string
  /** Empty for what was left out; of several choices, each. */
  values: string[]
}

export const ANSWER_PROBLEMS = [
  'required',
  'too_long',
  'malformed',
  'not_offered',
  'too_small',
  'too_large',
  /** The form has no such field, or no longer. */
  'unknown_field',
  'consent_missing',
  /** What was consented to is not what the form says now. */
  'consent_changed',
] as const

/** What is wrong with one answer. `field` is its key, or `consent`. */
export interface AnswerProblem {
  field: string
  code: (typeof ANSWER_PROBLEMS)[number]
  /** The length or the number that was passed. */
  limit?: number
}
