'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { useTranslations } from 'next-intl'
import { FormSection } from '@/components/form-section'
import { WindowPicker } from '@/components/instant-picker'
import { MoneyInput } from '@/components/money-input'
import { useShopTimeZone } from '@/components/shop-time-zone'
import { useTRPC } from '@/src/client/trpc'
import { FormDrawer } from '../form-drawer'

interface Values {
  name: string
  window: [string, string]
  budgetFen: number
}

interface CampaignFormDrawerProps {
  isOpen: boolean
  /** The campaign to edit; a new one is made without. */
  campaign?: { id: string; name: string; startsAt: string; endsAt: string }
  onDone: (campaignId: string) => void
  onClose: () => void
}

/** Makes a campaign, or changes one's name and window. */
export function CampaignFormDrawer({ isOpen, campaign, onDone, onClose }: CampaignFormDrawerProps) {
  const t = useTranslations('campaigns.form')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const timeZone = useShopTimeZone()
  const create = useMutation(trpc.campaigns.create.mutationOptions())
  const update = useMutation(trpc.campaigns.update.mutationOptions())

  async function submit({ name, window: [startsAt, endsAt], budgetFen }: Values) {
    const { id } = campaign
      ? await update.mutateAsync({ id: campaign.id, name, startsAt, endsAt })
      : await create.mutateAsync({ name, startsAt, endsAt, budgetFen })
    await queries.invalidateQueries(trpc.campaigns.pathFilter())
    void message.success(t(campaign ? 'saved' : 'created'))
    onDone(id)
  }

  return (
    <FormDrawer<Values>
      isOpen={isOpen}
      title={t(campaign ? 'editTitle' : 'createTitle')}
      submitLabel={t(campaign ? 'submitEdit' : 'submitCreate')}
      initialValues={campaign && { name: campaign.name, window: [campaign.startsAt, campaign.endsAt] }}
      onSubmit={submit}
      onClose={onClose}
      // Start and end are one field here.
      fieldOf={(path) => (path[0] === 'startsAt' || path[0] === 'endsAt' ? ['window'] : path)}
    >
      <FormSection title={t('basics')}>
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
        >
          <Input maxLength={40} showCount placeholder={t('namePlaceholder')} autoFocus />
        </Form.Item>
        <Form.Item
          name="window"
          label={t('window')}
          extra={t('windowHint', { zone: timeZone })}
          rules={[{ required: true, message: t('windowRequired') }]}
        >
          <WindowPicker label={t('window')} placeholder={[t('start'), t('end')]} />
        </Form.Item>
      </FormSection>
      {!campaign && (
        <FormSection title={t('money')} text={t('moneyText')}>
          <Form.Item
            name="budgetFen"
            label={t('budget')}
            extra={t('budgetHint')}
            rules={[{ required: true, message: t('budgetRequired') }]}
          >
            <MoneyInput max={10_000_000_000} />
          </Form.Item>
        </FormSection>
      )}
    </FormDrawer>
  )
}
