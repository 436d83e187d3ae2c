'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Form, InputNumber, Switch } from 'antd'
import { useTranslations } from 'next-intl'
import { MoneyInput } from '@/components/money-input'
import type { PointsRule } from '@/schemas/redemption'
import { FailureState } from '@/src/client/failure-state'
import { useTRPC } from '@/src/client/trpc'
import { CampaignSelect } from '../campaigns/campaign-select'
import { FormDrawer } from '../form-drawer'
import { PercentInput } from './percent-input'

/** What most shops begin with: 100 points for ¥1, up to half of an order. */
const BEGINNING: Partial<PointsRule> = { isOn: true, stepPoints: 100, stepFen: 100, mostPpm: 500_000 }

interface PointsRuleDrawerProps {
  isOpen: boolean
  onClose: () => void
}

/** How members' points come off their orders. */
export function PointsRuleDrawer({ isOpen, onClose }: PointsRuleDrawerProps) {
  const t = useTranslations('rewards.pointsRule')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const rule = useQuery(trpc.orders.pointsRule.queryOptions(undefined, { enabled: isOpen }))
  const set = useMutation(trpc.orders.setPointsRule.mutationOptions())

  async function submit(values: PointsRule) {
    await set.mutateAsync(values)
    await queries.invalidateQueries(trpc.orders.pathFilter())
    void message.success(t('saved'))
    onClose()
  }

  const { data } = rule
  return (
    <FormDrawer<PointsRule>
      // What the form begins with is read as it opens.
      isOpen={isOpen && !rule.isPending}
      title={t('title')}
      submitLabel={t('submit')}
      initialValues={{ ...BEGINNING, ...data }}
      onSubmit={submit}
      onClose={onClose}
    >
      {rule.error ? (
        <FailureState error={rule.error} onRetry={() => void rule.refetch()} />
      ) : (
        <Fields {...(data && { chosen: { id: data.campaignId, name: data.campaignName } })} />
      )}
    </FormDrawer>
  )
}

function Fields({ chosen }: { chosen?: { id: string; name: string } }) {
  const t = useTranslations('rewards.pointsRule')
  const stepPoints = Form.useWatch('stepPoints')
  return (
    <>
      <p className="mt-0 mb-5 text-ink-soft">{t('text')}</p>
      <Form.Item required name="isOn" label={t('isOn')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <div className="grid grid-cols-2 gap-4">
        <Form.Item
          name="stepPoints"
          label={t('stepPoints')}
          extra={t('stepHint', { points: stepPoints ?? 100 })}
          rules={[{ required: true, type: 'number', min: 1, message: t('stepPointsRequired') }]}
        >
          <InputNumber className="w-full!" max={1_000_000} precision={0} suffix={t('pointsUnit')} />
        </Form.Item>
        <Form.Item
          name="stepFen"
          label={t('stepFen')}
          rules={[{ required: true, type: 'number', min: 1, message: t('stepFenRequired') }]}
        >
          <MoneyInput max={1_000_000} />
        </Form.Item>
      </div>
      <Form.Item
        name="mostPpm"
        label={t('most')}
        extra={t('mostHint')}
        rules={[{ required: true, type: 'number', message: t('mostRequired') }]}
      >
        <PercentInput />
      </Form.Item>
      <Form.Item
        name="campaignId"
        label={t('campaign')}
        extra={t('campaignHint')}
        rules={[{ required: true, message: t('campaignRequired') }]}
      >
        <CampaignSelect className="w-full" {...(chosen && { chosen })} />
      </Form.Item>
    </>
  )
}
