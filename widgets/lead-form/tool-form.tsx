'use client'

import { PlusOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { FORM_FIELD_KINDS } from '../../schemas/submission'
import type { ToolFormProps } from '../kit/tool-form'
import { FIELDS_MOST, type LeadFormConfig, newField, traitsOf } from './config'
import { consoleMessages } from './messages'
import { formMessages } from './messages-form'

/** The generated form; above it a button for each kind of field, and what is still missing by law. */
export function ToolForm({ value, onChange, generated, isDisabled }: ToolFormProps<LeadFormConfig>) {
  const locale = useLocale() as keyof typeof formMessages
  const text = formMessages[locale]
  const kinds = consoleMessages[locale].tool?.options?.['fields.kind'] ?? {}
  const fields = value.fields ?? []
  const { lacks } = traitsOf({ ...value, fields })

  // One that was added below the list comes without a key.
  const lacksKey = fields.some(({ key }) => !key)
  useEffect(() => {
    if (lacksKey) onChange({ ...value, fields: withKeys(value.fields) })
  }, [lacksKey, value, onChange])

  return (
    <div className="flex flex-col gap-5">
      <div>
        <p className="mt-0 mb-2 text-[13px] leading-5 text-ink-soft">{text.add}</p>
        <div className="flex flex-wrap gap-2">
          {FORM_FIELD_KINDS.map((kind) => (
            <Button
              key={kind}
              size="small"
              icon={<PlusOutlined />}
              disabled={isDisabled || fields.length >= FIELDS_MOST}
              aria-label={text.addOf(kinds[kind] ?? kind)}
              onClick={() =>
                onChange({ ...value, fields: withKeys([...fields, newField(kind, kinds[kind] ?? kind, '')]) })
              }
            >
              {kinds[kind]}
            </Button>
          ))}
        </div>
      </div>
      {lacks.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={text.lacks}
          description={lacks.map((what) => text.what[what]).join(text.and)}
        />
      )}
      {generated}
    </div>
  )
}

/** Gives each field without a key one that no other has, nor had while the form is being written. */
function withKeys(fields: LeadFormConfig['fields']): LeadFormConfig['fields'] {
  return fields.map((field) => (field.key ? field : { ...field, key: newKey() }))
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return `f${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
