'use client'

import { useMemo, useState } from 'react'
import { patched } from '@/components/fields/patched'
import type { FieldChange, Values } from '@/components/fields/types'
import { type FieldProblem, useProblemWords } from '@/components/fields/use-problem-words'
import type { FieldDescription } from '@/schemas/field'
import type { ChangeResult } from '../store/change'

/**
 * A form over one part of the page. What the page refuses stays in its field, with the reason
 * beside it, until something is accepted.
 */
export function useRefusableForm(
  fields: readonly FieldDescription[],
  current: Values,
  commit: (next: Values, change: FieldChange) => ChangeResult,
) {
  const { errorsOf } = useProblemWords()
  const [refused, setRefused] = useState<{ values: Values; problems: readonly FieldProblem[] }>()
  const value = refused ? patched(current, refused.values) : current
  const errors = useMemo(
    () => (refused ? errorsOf(refused.problems, fields) : undefined),
    [refused, errorsOf, fields],
  )

  function onChange(next: Values, change: FieldChange) {
    const result = commit(next, change)
    if (result.ok) {
      setRefused(undefined)
      return
    }
    const names = new Set(fields.map((field) => field.name))
    const problems = result.problems.map(({ code, path }) => {
      // A problem's path leads into the page: the form's part of it begins at one of its fields.
      const start = path.findLastIndex((key) => names.has(String(key)))
      return { code, path: start < 0 ? change.path.slice(0, 1) : path.slice(start) }
    })
    setRefused({ values: { ...refused?.values, ...change.patch }, problems })
  }
  return { fields, value, errors, onChange }
}
