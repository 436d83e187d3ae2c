'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { useTranslations } from 'next-intl'
import { FormSection } from '@/components/form-section'
import { InstantPicker, WindowPicker } from '@/components/instant-picker'
import { MoneyInput } from '@/components/money-input'
import { useShopTimeZone } from '@/components/shop-time-zone'
import { COLLECTING_DAYS } from '@/schemas/collecting'
import { useTRPC } from '@/src/client/trpc'
import { FormDrawer } from '../form-drawer'

interface Values {
  name: string
  window: [string, string]
  collectsUntil?: string | null
  budgetFen: number
}

interface CampaignFormDrawerProps {
  isOpen: boolean
  /** The campaign to edit; a new one is made without. */
  campaign?: { id: string; name: string; startsAt: string; endsAt: string; collectsUntil: string }
  onDone: (campaignId: string) => void
  onClose: () => void
}

/** Makes a campaign, or changes one's name, window and collecting deadline. */
export function CampaignFormDrawer({ isOpen, campaign, onDone, onClose }: CampaignFormDrawerProps) {
  const t = useTranslations('campaigns.form')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const timeZone = useShopTimeZone()
  const create = useMutation(trpc.campaigns.create.mutationOptions())
  const update = useMutation(trpc.campaigns.update.mutationOptions())

  async function submit({ name, window: [startsAt, endsAt], collectsUntil, budgetFen }: Values) {
    const dates = { startsAt, endsAt, collectsUntil: collectsUntil ?? undefined }
    const { id } = campaign
      ? await update.mutateAsync({ id: campaign.id, name, ...dates })
      : await create.mutateAsync({ name, ...dates, budgetFen })
    await queries.invalidateQueries(trpc.campaigns.pathFilter())
    void message.success(t(campaign ? 'saved' : 'created'))
    onDone(id)
  }

  return (
    <FormDrawer<Values>
      isOpen={isOpen}
      title={t(campaign ? 'editTitle' : 'createTitle')}
      submitLabel={t(campaign ? 'submitEdit' : 'submitCreate')}
      initialValues={
        campaign && {
          name: campaign.name,
          window: [campaign.startsAt, campaign.endsAt],
          collectsUntil: campaign.collectsUntil,
        }
      }
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
        <Form.Item
          name="collectsUntil"
          label={t('collectsUntil')}
          extra={t('collectsUntilHint', { days: COLLECTING_DAYS })}
          dependencies={['window']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, until: string | null | undefined) => {
                const [, end] = (getFieldValue('window') as Values['window'] | undefined) ?? []
                return until && end && until < end
                  ? Promise.reject(new Error(t('collectsTooEarly')))
                  : Promise.resolve()
              },
            }),
          ]}
        >
          <InstantPicker placeholder={t('collectsDefault', { days: COLLECTING_DAYS })} />
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
