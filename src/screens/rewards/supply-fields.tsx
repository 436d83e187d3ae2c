'use client'

import { Form, InputNumber, Radio } from 'antd'
import { useTranslations } from 'next-intl'
import type { RewardKind } from '@/schemas/reward'
import { PercentInput } from './percent-input'

const MAX_STOCK = 1_000_000_000

interface SupplyProps {
  kind: RewardKind
  /** Of a reward that exists: what there is, and what is given already; stock cannot be lower. */
  now?: { stock: number; taken: number }
}

/** How many there are, in all and a day. A partner's codes are counted, not typed in. */
export function Supply({ kind, now }: SupplyProps) {
  const t = useTranslations('rewards.form')
  if (kind === 'partner_voucher') {
    return (
      <>
        <p className="m-0 mb-6 rounded-md bg-plaster px-4 py-3 text-[13px] text-ink-soft">
          {now ? t('codesNow', now) : t('codesAreStock')}
        </p>
        <StockPerDayField />
      </>
    )
  }
  return (
    <div className="grid grid-cols-2 gap-4">
      <StockField taken={now?.taken ?? 0} />
      <StockPerDayField />
    </div>
  )
}

function StockField({ taken }: { taken: number }) {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item
      name="stock"
      label={t('stock')}
      extra={taken > 0 ? t('stockHint', { taken }) : undefined}
      rules={[
        { required: true, type: 'number', message: t('stockRequired') },
        {
          type: 'number',
          min: Math.max(1, taken),
          message: taken > 0 ? t('stockLow', { taken }) : t('stockRequired'),
        },
      ]}
    >
      <InputNumber className="w-full!" max={MAX_STOCK} precision={0} suffix={t('unit')} />
    </Form.Item>
  )
}

/** How many may be given on one day of the shop's. */
function StockPerDayField() {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item name="stockPerDay" label={t('stockPerDay')} extra={t('stockPerDayHint')}>
      <InputNumber
        className="w-full!"
        min={1}
        max={MAX_STOCK}
        precision={0}
        suffix={t('unit')}
        placeholder={t('noLimit')}
      />
    </Form.Item>
  )
}

/** What one coupon sets aside. Whatever else is given is spent, and reserved in full. */
export function ReservationFields() {
  const t = useTranslations('rewards.form')
  const kind = Form.useWatch(['reservation', 'kind'])
  return (
    <>
      <Form.Item required name={['reservation', 'kind']} label={t('reservation')}>
        <Radio.Group className="flex! flex-col gap-2">
          <Radio value="full">
            {t('full')}
            <span className="block text-[13px] text-ink-faint">{t('fullText')}</span>
          </Radio>
          <Radio value="expected">
            {t('expected')}
            <span className="block text-[13px] text-ink-faint">{t('expectedText')}</span>
          </Radio>
        </Radio.Group>
      </Form.Item>
      {kind === 'expected' && (
        <Form.Item
          name={['reservation', 'ratePpm']}
          label={t('rate')}
          preserve={false}
          rules={[{ required: true, message: t('rateRequired') }]}
        >
          <PercentInput />
        </Form.Item>
      )}
    </>
  )
}
