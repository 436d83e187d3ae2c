import { z } from 'zod'
import { FORM_FIELD_KINDS } from '../../schemas/submission'
import { field } from '../kit/fields'
import type { FormTraits } from '../kit/tool'
import { isPersonal } from './personal'

export const FIELDS_MOST = 20
export const OPTIONS_MOST = 30
export const OPTION_LENGTH = 30
/** How much may be written into one field of text, unless the form says less. */
export const TEXT_LENGTH = { text: 50, longText: 300 }

/** Never shown: the form gives each field its key, and keeps it. */
const KEPT = { visibleIf: { field: 'kind', in: [] } } as const
const OF_CHOICES = { visibleIf: { field: 'kind', in: ['choice', 'choices'] } } as const
const OF_TEXT = { visibleIf: { field: 'kind', in: ['text', 'longText'] } } as const
const OF_NUMBER = { visibleIf: { field: 'kind', in: ['number'] } } as const

const formField = z.strictObject({
  label: field.text({ min: 1, max: 30 }),
  /** What members said is known by it, so it stays when the field is renamed or moved. */
  key: field.text({ min: 1, max: 20, ...KEPT }),
  kind: field.select(FORM_FIELD_KINDS),
  isRequired: field.switch(),
  hint: field.text({ max: 60 }),
  /** One a line. */
  options: field.text({ max: 1_000, multiline: true, ...OF_CHOICES }),
  maxLength: field.number({ min: 1, max: 1_000, unit: '字', ...OF_TEXT }).optional(),
  least: field.number({ min: -1_000_000_000, max: 1_000_000_000, ...OF_NUMBER }).optional(),
  most: field.number({ min: -1_000_000_000, max: 1_000_000_000, ...OF_NUMBER }).optional(),
})
export type FormFieldConfig = z.infer<typeof formField>

export const config = z.strictObject({
  fields: field.list(formField, { max: FIELDS_MOST }),
  /** What the information is for, as members consent to it. */
  purpose: field.text({ max: 200, multiline: true, group: 'consent' }),
  privacyLink: field.link({ group: 'consent' }),
  limit: field.select(['once', 'daily', 'often'], { group: 'limits' }),
  /** So many in all. */
  cap: field.number({ min: 1, max: 10_000_000, unit: '份', group: 'limits' }).optional(),
  success: field.text({ min: 1, max: 100, multiline: true, group: 'after' }),
  rewardId: field.reward({ group: 'after' }).optional(),
})
export type LeadFormConfig = z.infer<typeof config>

/** A new field; `key` must be no other's. */
export function newField(kind: FormFieldConfig['kind'], label: string, key: string): FormFieldConfig {
  return { label, key, kind, isRequired: true, hint: '', options: '' }
}

export const defaults: LeadFormConfig = {
  fields: [newField('name', '姓名', 'name'), newField('phone', '手机号', 'phone')],
  purpose: '我同意收集以上信息，仅用于本次活动与我联系',
  privacyLink: '',
  limit: 'once',
  success: '提交成功，我们会尽快与你联系',
}

/** The choices of a field, one a line; white space around them and empty lines do not count. */
export function optionsOf({ kind, options }: FormFieldConfig): string[] {
  if (kind !== 'choice' && kind !== 'choices') return []
  return options
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Consent is asked for where anything is personal, and wherever a purpose is written. */
export function asksConsent({ fields, purpose }: LeadFormConfig): boolean {
  return purpose.trim() !== '' || fields.some(isPersonal)
}

/** What must be there before members may fill it in. Until then it is closed to them. */
export function traitsOf({ fields, purpose, privacyLink }: LeadFormConfig): FormTraits {
  const lacks: FormTraits['lacks'] = []
  if (fields.some(isPersonal)) {
    if (purpose.trim() === '') lacks.push('purpose')
    if (privacyLink === '') lacks.push('privacy_link')
  }
  return { isEmpty: fields.length === 0, lacks }
}

interface Problem {
  code: string
  path: (string | number)[]
}

/** What is wrong with a configuration beyond its schema. */
export function check({ fields }: LeadFormConfig): Problem[] {
  // What is wrong with the consent is told under this name.
  const keys = new Set(['consent'])
  return fields.flatMap((each, i) => {
    const problems: Problem[] = []
    const add = (code: string, name: string) => problems.push({ code, path: ['fields', i, name] })
    if (each.label.trim() === '') add('label_blank', 'label')
    if (keys.has(each.key)) add('key_twice', 'label')
    keys.add(each.key)
    const options = optionsOf(each)
    if (each.kind === 'choice' || each.kind === 'choices') {
      if (options.length < 2) add('options_missing', 'options')
      else if (options.length > OPTIONS_MOST) add('options_too_many', 'options')
      else if (new Set(options).size < options.length) add('option_twice', 'options')
      else if (options.some((option) => option.length > OPTION_LENGTH)) add('option_too_long', 'options')
    }
    if (
      each.kind === 'number' &&
      each.least !== undefined &&
      each.most !== undefined &&
      each.least > each.most
    )
      add('range_reversed', 'most')
    return problems
  })
}
