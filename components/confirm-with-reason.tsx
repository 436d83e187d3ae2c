'use client'

import { Input } from 'antd'
import { type ComponentProps, useEffect, useId, useState } from 'react'
import { REASON_MAX, REASON_MIN } from '@/schemas/primitives'
import { ConfirmAction } from './confirm-action'

type ConfirmWithReasonProps = Omit<
  ComponentProps<typeof ConfirmAction>,
  'isDangerous' | 'isConfirmDisabled' | 'children' | 'onConfirm'
> & {
  /** What is asked for, and an example of it. */
  reasonLabel: string
  reasonExample: string
  onConfirm: (reason: string) => Promise<unknown>
}

/** Asks before something is taken from somebody, and why: the reason is kept. */
export function ConfirmWithReason(props: ConfirmWithReasonProps) {
  const { reasonLabel, reasonExample, onConfirm, ...confirm } = props
  const inputId = useId()
  const [reason, setReason] = useState('')
  const { isOpen } = confirm
  useEffect(() => {
    if (!isOpen) setReason('')
  }, [isOpen])

  return (
    <ConfirmAction
      {...confirm}
      isDangerous
      isConfirmDisabled={reason.trim().length < REASON_MIN}
      onConfirm={() => onConfirm(reason.trim())}
    >
      <label htmlFor={inputId} className="mb-1.5 block">
        {reasonLabel}
      </label>
      <Input.TextArea
        id={inputId}
        className="mb-5!"
        value={reason}
        maxLength={REASON_MAX}
        showCount
        autoFocus
        autoSize={{ minRows: 2, maxRows: 4 }}
        placeholder={reasonExample}
        onChange={({ target }) => setReason(target.value)}
      />
    </ConfirmAction>
  )
}
