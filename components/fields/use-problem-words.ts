'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { FieldDescription } from '@/schemas/field'
import type { FieldPath } from './types'

export interface FieldProblem {
  code: string
  path: FieldPath
}

/** The field a path leads to, through lists; undefined when it leads to none. */
export function fieldAt(fields: readonly FieldDescription[], path: FieldPath): FieldDescription | undefined {
  const [name, , ...rest] = path
  const found = fields.find((description) => description.name === name)
  return rest.length === 0 ? found : fieldAt(found?.items ?? [], rest)
}

/** Where a problem is shown: what lies within a rich text is the whole text's. */
export function shownAt(fields: readonly FieldDescription[], path: FieldPath): FieldPath {
  const at = path.findIndex((_, i) => fieldAt(fields, path.slice(0, i + 1))?.field.kind === 'richText')
  return at < 0 ? path : path.slice(0, at + 1)
}

/** Says what is wrong with the values of a form, in plain words with the field's own limits. */
export function useProblemWords() {
  const t = useTranslations('fields.errors')
  const sayProblem = useCallback(
    ({ code, path }: FieldProblem, fields: readonly FieldDescription[]): string => {
      const field = fieldAt(fields, path)?.field
      if (field?.kind === 'text' && code === 'too_big') return t('tooLong', { max: field.max })
      if (field?.kind === 'list' && code === 'too_big') return t('tooMany', { max: field.max })
      if (field?.kind === 'list' && code === 'too_small') return t('tooFew', { min: field.min })
      if (field?.kind === 'number' || field?.kind === 'money') {
        const unit = field.kind === 'money' ? 100 : 10 ** (field.decimals ?? 0)
        if (code === 'too_small') return t('tooSmall', { min: field.min / unit })
        if (code === 'too_big') return t('tooBig', { max: field.max / unit })
      }
      if (field?.kind === 'colour' && code === 'invalid_format') return t('colour')
      if (code === 'too_small' || code === 'required' || code === 'invalid_format') return t('required')
      return t.has(code as 'other') ? t(code as 'other') : t('other')
    },
    [t],
  )
  /** Problems as the messages a `FieldsForm` shows; the first of each field. */
  const errorsOf = useCallback(
    (problems: readonly FieldProblem[], fields: readonly FieldDescription[]) => {
      const errors: Record<string, string> = {}
      for (const problem of problems)
        errors[shownAt(fields, problem.path).join('.')] ??= sayProblem(problem, fields)
      return errors
    },
    [sayProblem],
  )
  return { sayProblem, errorsOf }
}
