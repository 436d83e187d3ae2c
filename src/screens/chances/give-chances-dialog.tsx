'use client'

import { App, Form, Input, InputNumber } from 'antd'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { newIdempotencyKey } from '@/src/client/idempotency-key'
import { useTRPCClient } from '@/src/client/trpc'
import { FormDialog } from '../form-dialog'
import { MembersSelect } from './members-select'

/** Members and chances of one gift. */
const MOST_MEMBERS = 500
const MOST_CHANCES = 1_000

interface Values {
  memberIds: string[]
  amount: number
  reason: string
}

/** Gives members chances in a tool, once, however often it is sent. */
export function GiveChancesDialog(props: {
  tool: { id: string; name: string }
  isOpen: boolean
  onClose: () => void
}) {
  const { tool, isOpen, onClose } = props
  const t = useTranslations('chances')
  const client = useTRPCClient()
  const { message } = App.useApp()
  // A repeat after a broken connection must be the same gift; another one is another.
  const intent = useRef<{ of: string; key: string }>(undefined)

  async function give(values: Values) {
    const of = JSON.stringify([tool.id, values])
    if (intent.current?.of !== of) intent.current = { of, key: newIdempotencyKey() }
    const { given } = await client.chances.give.mutate({
      toolId: tool.id,
      ...values,
      key: intent.current.key,
    })
    // The first try may have arrived after all: then this one gave nothing more.
    const count = given || values.memberIds.length
    intent.current = undefined
    void message.success(t('done', { count, amount: values.amount }))
    onClose()
  }

  return (
    <FormDialog<Values>
      isOpen={isOpen}
      title={t('title', { name: tool.name })}
      submitLabel={t('submit')}
      initialValues={{ amount: 1 }}
      onSubmit={give}
      onClose={onClose}
    >
      <p className="mt-0 mb-4 text-[13px] text-ink-soft">{t('text')}</p>
      <Form.Item
        name="memberIds"
        label={t('members')}
        extra={t('membersHint')}
        rules={[{ required: true, type: 'array', min: 1, message: t('membersRequired') }]}
      >
        <MembersSelect max={MOST_MEMBERS} />
      </Form.Item>
      <Form.Item name="amount" label={t('amount')} rules={[{ required: true, message: t('amountRequired') }]}>
        <InputNumber min={1} max={MOST_CHANCES} precision={0} className="w-40!" />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('reasonRequired') }]}
      >
        <Input maxLength={100} placeholder={t('reasonPlaceholder')} />
      </Form.Item>
    </FormDialog>
  )
}
