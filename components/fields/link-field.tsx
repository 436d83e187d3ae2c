'use client'

import { ExportOutlined, LinkOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useTranslations } from 'next-intl'
import { isSafeLink } from '@/schemas/primitives'
import { useFieldContext } from './field-context'

interface LinkFieldProps {
  id: string
  value: string
  optional: boolean
  errorId: string | undefined
  onChange: (value: string | undefined, isContinuous: boolean) => void
}

/** Where a tap leads. A web address can be tried. */
export function LinkField({ id, value, optional, errorId, onChange }: LinkFieldProps) {
  const { isDisabled } = useFieldContext()
  const t = useTranslations('fields.link')
  const canBeTried = /^(https?:\/\/|\/)/.test(value) && isSafeLink(value)
  return (
    <Input
      id={id}
      inputMode="url"
      maxLength={2_000}
      placeholder={t('placeholder')}
      disabled={isDisabled}
      status={errorId ? 'error' : undefined}
      aria-invalid={errorId ? true : undefined}
      aria-describedby={errorId}
      prefix={<LinkOutlined className="text-ink-faint" />}
      suffix={
        canBeTried ? (
          <a
            href={value}
            target="_blank"
            rel="noreferrer"
            aria-label={t('open')}
            title={t('open')}
            className="text-ink-faint"
          >
            <ExportOutlined />
          </a>
        ) : (
          <span />
        )
      }
      value={value}
      // Addresses are pasted from chats, with the white space around them.
      onChange={({ target }) => onChange(target.value.trim() || (optional ? undefined : ''), true)}
    />
  )
}
