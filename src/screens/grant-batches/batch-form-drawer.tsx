'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Form, Input } from 'antd'
import { useTranslations } from 'next-intl'
import { FormSection } from '@/components/form-section'
import { useTRPC } from '@/src/client/trpc'
import { CampaignSelect } from '../campaigns/campaign-select'
import { FormDrawer } from '../form-drawer'
import { RewardSelect } from '../rewards/reward-select'
import type { Batch } from './batch'

interface Values {
  name: string
  rewardId: string
  campaignId: string
  reason: string
  isUnderLimits: boolean
}

interface BatchFormDrawerProps {
  isOpen: boolean
  /** The draft to edit; a new one is made without. */
  batch?: Batch
  onDone: (batchId: string) => void
  onClose: () => void
}

/** What is given, out of which budget, and why. To whom comes next. */
export function BatchFormDrawer({ isOpen, batch, onDone, onClose }: BatchFormDrawerProps) {
  const t = useTranslations('grantBatches.form')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const create = useMutation(trpc.grantBatches.create.mutationOptions())
  const update = useMutation(trpc.grantBatches.update.mutationOptions())

  async function submit(values: Values) {
    const { id } = batch
      ? await update.mutateAsync({ id: batch.id, ...values })
      : await create.mutateAsync(values)
    await queries.invalidateQueries(trpc.grantBatches.pathFilter())
    if (batch) void message.success(t('saved'))
    onDone(id)
  }

  return (
    <FormDrawer<Values>
      isOpen={isOpen}
      title={t(batch ? 'editTitle' : 'createTitle')}
      submitLabel={t(batch ? 'submitEdit' : 'submitCreate')}
      initialValues={
        batch
          ? {
              name: batch.name,
              rewardId: batch.reward.id,
              campaignId: batch.campaign.id,
              reason: batch.reason,
              isUnderLimits: batch.isUnderLimits,
            }
          : { isUnderLimits: true }
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <FormSection title={t('what')}>
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
        >
          <Input maxLength={40} showCount placeholder={t('namePlaceholder')} autoFocus />
        </Form.Item>
        <Form.Item
          name="rewardId"
          label={t('reward')}
          rules={[{ required: true, message: t('rewardRequired') }]}
        >
          <RewardField label={t('reward')} />
        </Form.Item>
        <Form.Item
          name="campaignId"
          label={t('campaign')}
          extra={t('campaignHint')}
          rules={[{ required: true, message: t('campaignRequired') }]}
        >
          <CampaignSelect className="w-full" {...(batch && { chosen: batch.campaign })} />
        </Form.Item>
      </FormSection>
      <FormSection title={t('why')}>
        <Form.Item
          name="reason"
          label={t('reason')}
          extra={t('reasonHint')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('reasonRequired') }]}
        >
          <Input.TextArea
            maxLength={200}
            showCount
            autoSize={{ minRows: 2, maxRows: 5 }}
            placeholder={t('reasonPlaceholder')}
          />
        </Form.Item>
        <Form.Item name="isUnderLimits" extra={t('limitsHint')} valuePropName="checked">
          <Checkbox>{t('limits')}</Checkbox>
        </Form.Item>
      </FormSection>
    </FormDrawer>
  )
}

/** The form hands over what it keeps; nothing chosen is nothing. */
function RewardField(props: {
  id?: string
  label: string
  value?: string
  onChange?: (rewardId: string | undefined) => void
}) {
  const { id, label, value, onChange } = props
  return (
    <RewardSelect
      {...(id && { id })}
      label={label}
      value={value}
      onChange={(rewardId) => onChange?.(rewardId || undefined)}
    />
  )
}
