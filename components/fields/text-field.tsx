'use client'

import { Input } from 'antd'
import { type CompositionEvent, useState } from 'react'
import { useFieldContext } from './field-context'

interface TextFieldProps {
  id: string
  value: string
  max: number
  multiline: boolean
  optional: boolean
  errorId: string | undefined
  placeholder?: string
  onChange: (value: string | undefined, isContinuous: boolean) => void
}

/**
 * Plain text. What an input method is still composing stays in the field: the letters of an
 * unfinished Chinese word belong neither in the page nor in its history.
 */
export function TextField({
  id,
  value,
  max,
  multiline,
  optional,
  errorId,
  placeholder,
  onChange,
}: TextFieldProps) {
  const { isDisabled } = useFieldContext()
  const [composing, setComposing] = useState<string>()
  const commit = (text: string) => onChange(optional && text === '' ? undefined : text, true)
  const shared = {
    id,
    placeholder,
    disabled: isDisabled,
    status: errorId ? ('error' as const) : undefined,
    'aria-invalid': errorId ? true : undefined,
    'aria-describedby': errorId,
    maxLength: max,
    value: composing ?? value,
    onCompositionStart: () => setComposing(value),
    onCompositionEnd: (event: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setComposing(undefined)
      commit(event.currentTarget.value.slice(0, max))
    },
    onChange: (event: { target: { value: string } }) => {
      if (composing === undefined) commit(event.target.value)
      else setComposing(event.target.value)
    },
  }
  if (!multiline) return <Input {...shared} />
  return <Input.TextArea {...shared} autoSize={{ minRows: 3, maxRows: 10 }} />
}
