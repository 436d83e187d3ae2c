'use client'

import { Form, Radio } from 'antd'
import { useTranslations } from 'next-intl'
import { MoneyInput } from '@/components/money-input'
import type { CouponOff } from '@/schemas/reward'
import { DiscountInput } from './discount-input'
import { MAX_AMOUNT_FEN } from './shared-fields'

const OFF = ['terms', 'off', 'kind']
const AMOUNT = ['terms', 'amountFen']
const MAX_THRESHOLD_FEN = 10_000_000_000
const KINDS = ['amount', 'percent', 'exchange'] as const

/** What a coupon takes off an order, at most how much, and what the order must reach. */
export function CouponAmountFields() {
  const t = useTranslations('rewards.form')
  const kind = (Form.useWatch(OFF) as CouponOff['kind'] | undefined) ?? 'amount'
  return (
    <>
      <Form.Item required name={OFF} label={t('off')} extra={t(`offHints.${kind}`)}>
        <Radio.Group
          optionType="button"
          options={KINDS.map((value) => ({ value, label: t(`offs.${value}`) }))}
        />
      </Form.Item>
      {kind === 'percent' && <Discount />}
      <div className="grid grid-cols-2 gap-4">
        <Form.Item
          name={AMOUNT}
          label={t(`amounts.${kind}`)}
          rules={[{ required: true, type: 'number', min: 1, message: t('amountRequired') }]}
        >
          <MoneyInput max={MAX_AMOUNT_FEN} />
        </Form.Item>
        <Threshold isAtLeastAmount={kind === 'amount'} />
      </div>
    </>
  )
}

function Discount() {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item
      name={['terms', 'off', 'offPpm']}
      label={t('discount')}
      rules={[{ required: true, message: t('discountRequired') }]}
    >
      <DiscountInput />
    </Form.Item>
  )
}

function Threshold({ isAtLeastAmount }: { isAtLeastAmount: boolean }) {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item
      name={['terms', 'thresholdFen']}
      label={t('threshold')}
      extra={t('thresholdHint')}
      dependencies={[AMOUNT, OFF]}
      rules={[
        { required: true, message: t('thresholdRequired') },
        ({ getFieldValue }) => ({
          validator: (_, thresholdFen: number | null) =>
            !isAtLeastAmount || !thresholdFen || thresholdFen >= (getFieldValue(AMOUNT) ?? 0)
              ? Promise.resolve()
              : Promise.reject(new Error(t('thresholdLow'))),
        }),
      ]}
    >
      <MoneyInput max={MAX_THRESHOLD_FEN} />
    </Form.Item>
  )
}
