'use client'

import type { FormInstance } from 'antd'
import { useRef, useState } from 'react'
import { type Failure, readFailure } from './failure'
import { useFailureWords } from './use-failure-words'

/**
 * Sends a form once, however often it is submitted, and puts what the server found wrong beside
 * the fields. Fields are named by their path in the procedure's input, so the paths in the
 * server's details lead to them; `fieldOf` maps those that are not.
 */
export function useFormSubmit<Values extends object>(
  form: FormInstance<Values>,
  submit: (values: Values) => Promise<unknown>,
  fieldOf: (path: (string | number)[]) => (string | number)[] = (path) => path,
) {
  const { sayDetail } = useFailureWords()
  const [failure, setFailure] = useState<Failure>()
  const [isSubmitting, setSubmitting] = useState(false)
  // State is one render late for a double press of Enter.
  const running = useRef(false)

  async function onFinish(values: Values) {
    if (running.current) return
    running.current = true
    setSubmitting(true)
    setFailure(undefined)
    try {
      await submit(values)
    } catch (error) {
      const failed = readFailure(error)
      const known = new Set(form.getFieldsError().map(({ name }) => name.join('.')))
      const fields = failed.details.flatMap((detail) => {
        const name = detail.path && fieldOf(detail.path)
        return name && known.has(name.join('.')) ? [{ name, errors: [sayDetail(detail)] }] : []
      })
      // What stands beside its field need not be said above it too.
      if (fields.length === 0 || fields.length < failed.details.length) setFailure(failed)
      const [first] = fields
      if (first) {
        form.setFields(fields as Parameters<typeof form.setFields>[0])
        form.scrollToField(first.name as never, { focus: true, block: 'center' })
      }
    } finally {
      running.current = false
      setSubmitting(false)
    }
  }

  return { onFinish, isSubmitting, failure, clearFailure: () => setFailure(undefined) }
}
