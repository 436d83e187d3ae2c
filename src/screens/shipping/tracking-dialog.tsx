'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App, AutoComplete, Form, Input } from 'antd'
import { useTranslations } from 'next-intl'
import { MoneyInput } from '@/components/money-input'
import { bareTrackingNumber, CARRIER_LENGTH, isTrackingNumber } from '@/schemas/shipping'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { FormDialog } from '../form-dialog'
import type { PrizeRow } from './prize'

interface TrackingProps {
  prize: PrizeRow
  isOpen: boolean
  onClose: () => void
}

interface Values {
  carrier: string
  trackingNumber: string
  costFen?: number
}

/** What most prizes go with. */
const CARRIERS = ['顺丰速运', '京东物流', '中通快递', '圆通速递', '申通快递', '韵达快递', '极兔速递', 'EMS']

/** Notes by hand with whom a prize goes, or puts that right. */
export function TrackingDialog({ prize, isOpen, onClose }: TrackingProps) {
  const t = useTranslations('shipping.track')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { parcel, reward, member, reservedFen } = prize
  if (!parcel) return null
  const isChange = parcel.state === 'shipped'

  async function submit({ carrier, trackingNumber, costFen }: Values) {
    await client.shipping.setTracking.mutate({ id: parcel?.id ?? '', carrier, trackingNumber, costFen })
    void message.success(t(isChange ? 'changed' : 'done'))
    await queries.invalidateQueries(trpc.shipping.pathFilter())
    onClose()
  }

  return (
    <FormDialog<Values>
      isOpen={isOpen}
      title={t(isChange ? 'changeTitle' : 'title')}
      submitLabel={t(isChange ? 'confirmChange' : 'confirm')}
      initialValues={{
        carrier: parcel.carrier ?? '',
        trackingNumber: parcel.trackingNumber ?? '',
        ...(!isChange && { costFen: reservedFen }),
      }}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="mt-0 mb-4 text-ink-soft">
        {reward.title} · {member.nickname}
      </p>
      <Form.Item
        name="carrier"
        label={t('carrier')}
        rules={[{ required: true, whitespace: true, message: t('carrierRequired') }]}
      >
        <AutoComplete
          maxLength={CARRIER_LENGTH}
          showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed) }}
          options={CARRIERS.map((value) => ({ value }))}
        />
      </Form.Item>
      <Form.Item
        name="trackingNumber"
        label={t('number')}
        rules={[
          {
            validator: (_, typed: string) =>
              isTrackingNumber(bareTrackingNumber(typed ?? ''))
                ? Promise.resolve()
                : Promise.reject(new Error(t('numberWrong'))),
          },
        ]}
      >
        <Input maxLength={60} autoComplete="off" className="font-mono" />
      </Form.Item>
      {!isChange && (
        <Form.Item name="costFen" label={t('cost')} extra={t('costHint')}>
          <MoneyInput max={100_000_000} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
