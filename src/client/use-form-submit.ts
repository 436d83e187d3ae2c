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
      setFailure(failed)
      const fields = failed.details.flatMap((detail) =>
        detail.path?.length ? [{ name: fieldOf(detail.path), errors: [sayDetail(detail)] }] : [],
      )
      if (fields.length > 0) {
        form.setFields(fields as Parameters<typeof form.setFields>[0])
        const first = fields[0]
        if (first) form.scrollToField(first.name as never, { focus: true, block: 'center' })
      }
    } finally {
      running.current = false
      setSubmitting(false)
    }
  }

  return { onFinish, isSubmitting, failure, clearFailure: () => setFailure(undefined) }
}
