'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form } from 'antd'
import { useTranslations } from 'next-intl'
import { InstantPicker } from '@/components/instant-picker'
import { useTRPC } from '@/src/client/trpc'
import { FormDialog } from '../form-dialog'

interface ExtendProps {
  campaign: { id: string; collectsUntil: string }
  isOpen: boolean
  onClose: () => void
}

/** Lets members collect for longer. */
export function ExtendDialog({ campaign, isOpen, onClose }: ExtendProps) {
  const t = useTranslations('campaigns.detail')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const extend = useMutation(trpc.campaigns.extendCollecting.mutationOptions())

  async function submit({ collectsUntil }: { collectsUntil: string }) {
    await extend.mutateAsync({ id: campaign.id, collectsUntil })
    await queries.invalidateQueries(trpc.campaigns.pathFilter())
    void message.success(t('extended'))
    onClose()
  }

  return (
    <FormDialog<{ collectsUntil: string }>
      isOpen={isOpen}
      title={t('extendTitle')}
      submitLabel={t('extendConfirm')}
      initialValues={{ collectsUntil: campaign.collectsUntil }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="collectsUntil"
        label={t('collects')}
        extra={t('extendHint')}
        rules={[{ required: true, message: t('extendRequired') }]}
      >
        <InstantPicker />
      </Form.Item>
    </FormDialog>
  )
}
