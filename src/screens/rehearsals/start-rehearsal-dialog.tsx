'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, InputNumber } from 'antd'
import { useTranslations } from 'next-intl'
import { InstantPicker } from '@/components/instant-picker'
import { MoneyInput } from '@/components/money-input'
import { useTRPC } from '@/src/client/trpc'
import { FormDialog } from '../form-dialog'

interface Values {
  asAt?: string | null
  stockEach?: number | null
  budgetFen?: number | null
  pointsEach: number
  hours: number
}

interface StartRehearsalDialogProps {
  campaignId: string
  isOpen: boolean
  onClose: () => void
}

/** Starts a rehearsal; what is left empty is as it is live. */
export function StartRehearsalDialog({ campaignId, isOpen, onClose }: StartRehearsalDialogProps) {
  const t = useTranslations('rehearsals.startDialog')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const start = useMutation(trpc.rehearsals.start.mutationOptions())

  async function submit({ asAt, stockEach, budgetFen, pointsEach, hours }: Values) {
    await start.mutateAsync({
      campaignId,
      pointsEach,
      hours,
      ...(asAt && { asAt }),
      ...(stockEach && { stockEach }),
      ...(typeof budgetFen === 'number' && { budgetFen }),
    })
    await queries.invalidateQueries(trpc.rehearsals.pathFilter())
    void message.success(t('started'))
    onClose()
  }

  return (
    <FormDialog<Values>
      isOpen={isOpen}
      title={t('title')}
      submitLabel={t('submit')}
      initialValues={{ pointsEach: 10_000, hours: 24 }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="asAt" label={t('asAt')} extra={t('asAtHint')}>
        <InstantPicker placeholder={t('asAtPlaceholder')} />
      </Form.Item>
      <div className="grid grid-cols-2 gap-x-4">
        <Form.Item name="stockEach" label={t('stockEach')} extra={t('stockEachHint')}>
          <InputNumber
            className="w-full"
            min={1}
            max={1_000_000}
            precision={0}
            placeholder={t('stockPlaceholder')}
            suffix={t('pieces')}
          />
        </Form.Item>
        <Form.Item name="budgetFen" label={t('budget')} extra={t('budgetHint')}>
          <MoneyInput max={10_000_000_000} placeholder={t('stockPlaceholder')} />
        </Form.Item>
        <Form.Item name="pointsEach" label={t('points')} rules={[{ required: true }]}>
          <InputNumber className="w-full" min={0} max={10_000_000} precision={0} />
        </Form.Item>
        <Form.Item name="hours" label={t('hours')} rules={[{ required: true }]}>
          <InputNumber className="w-full" min={1} max={168} precision={0} suffix={t('hour')} />
        </Form.Item>
      </div>
    </FormDialog>
  )
}
