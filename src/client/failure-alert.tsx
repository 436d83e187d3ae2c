'use client'

import { Alert } from 'antd'
import type { Failure } from './failure'
import { useFailureWords } from './use-failure-words'

/** Says beside a form or in a dialog why it did not work; nothing when it did. */
export function FailureAlert({ failure }: { failure: Failure | undefined }) {
  const { sayFailure, sayRequestId } = useFailureWords()
  if (!failure) return null
  return (
    <Alert
      className="mb-5!"
      type="error"
      role="alert"
      showIcon
      title={
        <>
          {sayFailure(failure)}
          <span className="mt-0.5 block font-mono text-xs text-ink-faint">{sayRequestId(failure)}</span>
        </>
      }
    />
  )
}
