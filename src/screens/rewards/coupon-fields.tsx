'use client'

import { Form, Input, InputNumber, Radio } from 'antd'
import { useTranslations } from 'next-intl'
import { FormSection } from '@/components/form-section'
import { InstantPicker } from '@/components/instant-picker'
import { MoneyInput } from '@/components/money-input'
import { isSafeLink } from '@/schemas/primitives'
import { CostSummary } from './cost-summary'
import { PercentInput } from './percent-input'

/** ¥1 million: far above any coupon, far below what arithmetic can hold. */
const MAX_AMOUNT_FEN = 100_000_000
const MAX_THRESHOLD_FEN = 10_000_000_000

/** The fields of a new coupon. */
export function CouponFields() {
  const t = useTranslations('rewards.form')
  return (
    <>
      <FormSection title={t('basics')}>
        <Form.Item
          name="title"
          label={t('name')}
          extra={t('nameHint')}
          rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
        >
          <Input maxLength={40} showCount placeholder={t('namePlaceholder')} autoFocus />
        </Form.Item>
        <div className="grid grid-cols-2 gap-4">
          <Form.Item
            name={['coupon', 'amountFen']}
            label={t('amount')}
            rules={[{ required: true, type: 'number', min: 1, message: t('amountRequired') }]}
          >
            <MoneyInput max={MAX_AMOUNT_FEN} />
          </Form.Item>
          <Form.Item
            name={['coupon', 'thresholdFen']}
            label={t('threshold')}
            extra={t('thresholdHint')}
            dependencies={[['coupon', 'amountFen']]}
            rules={[
              { required: true, message: t('thresholdRequired') },
              ({ getFieldValue }) => ({
                validator: (_, thresholdFen: number | null) =>
                  !thresholdFen || thresholdFen >= (getFieldValue(['coupon', 'amountFen']) ?? 0)
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('thresholdLow'))),
              }),
            ]}
          >
            <MoneyInput max={MAX_THRESHOLD_FEN} />
          </Form.Item>
        </div>
        <ValidityFields />
        <Form.Item
          name={['coupon', 'useLink']}
          label={t('useLink')}
          extra={t('useLinkHint')}
          rules={[
            {
              validator: (_, link: string) =>
                isSafeLink(link ?? '') ? Promise.resolve() : Promise.reject(new Error(t('useLinkInvalid'))),
            },
          ]}
        >
          <Input maxLength={2_000} placeholder="https://" inputMode="url" spellCheck={false} />
        </Form.Item>
      </FormSection>
      <FormSection title={t('supply')}>
        <Form.Item
          name="stock"
          label={t('stock')}
          rules={[{ required: true, type: 'number', min: 1, message: t('stockRequired') }]}
        >
          <InputNumber className="w-full!" max={1_000_000_000} precision={0} suffix={t('stockUnit')} />
        </Form.Item>
        <ReservationFields />
        <CostSummary />
      </FormSection>
    </>
  )
}

function ValidityFields() {
  const t = useTranslations('rewards.form')
  const kind = Form.useWatch(['coupon', 'validity', 'kind'])
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-4 max-sm:grid-cols-1">
      <Form.Item required name={['coupon', 'validity', 'kind']} label={t('validity')}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'days', label: t('validityDays') },
            { value: 'until', label: t('validityUntil') },
          ]}
        />
      </Form.Item>
      {kind === 'until' ? (
        <Form.Item
          key="until"
          name={['coupon', 'validity', 'until']}
          label={t('until')}
          preserve={false}
          rules={[{ required: true, message: t('untilRequired') }]}
        >
          <InstantPicker />
        </Form.Item>
      ) : (
        <Form.Item
          key="days"
          name={['coupon', 'validity', 'days']}
          label={t('days')}
          preserve={false}
          rules={[{ required: true, type: 'number', min: 1, max: 365, message: t('daysRequired') }]}
        >
          <InputNumber className="w-full!" precision={0} suffix={t('daysUnit')} />
        </Form.Item>
      )}
    </div>
  )
}

function ReservationFields() {
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
