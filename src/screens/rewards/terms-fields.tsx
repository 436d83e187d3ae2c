'use client'

import { Form, Input, InputNumber } from 'antd'
import { useTranslations } from 'next-intl'
import { MoneyInput } from '@/components/money-input'
import type { RewardKind } from '@/schemas/reward'
import { CouponAmountFields } from './coupon-amount-fields'
import { CouponUseFields, ScopeFields } from './coupon-use-fields'
import { PictureField } from './picture-field'
import { CostField, MAX_AMOUNT_FEN, UseLinkField } from './shared-fields'
import { ValidityFields } from './validity-fields'

const MAX_CASH_FEN = 5_000_000

/** What the new reward gives, by its kind. */
export function TermsFields({ kind }: { kind: RewardKind }) {
  switch (kind) {
    case 'coupon':
      return (
        <>
          <CouponAmountFields />
          <CouponUseFields />
          <ValidityFields />
          <UseLinkField />
        </>
      )
    case 'cash':
      return (
        <>
          <CashAmount />
          <UseLinkField />
        </>
      )
    case 'subsidy':
      return (
        <>
          <SubsidyAmount />
          <ScopeFields />
          <ValidityFields />
          <UseLinkField />
        </>
      )
    case 'points':
      return (
        <>
          <div className="grid grid-cols-2 gap-4">
            <PointsAmount />
            <CostField />
          </div>
          <PointsDays />
          <UseLinkField />
        </>
      )
    case 'partner_voucher':
      return (
        <>
          <div className="grid grid-cols-2 gap-4">
            <Partner />
            <CostField />
          </div>
          <ValidityFields />
          <HowToUse />
          <UseLinkField />
        </>
      )
    case 'physical':
      return (
        <>
          <CostField />
          <PictureField />
        </>
      )
  }
}

function SubsidyAmount() {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item
      name={['terms', 'amountFen']}
      label={t('subsidyAmount')}
      extra={t('subsidyHint')}
      rules={[{ required: true, type: 'number', min: 1, message: t('amountRequired') }]}
    >
      <MoneyInput max={MAX_AMOUNT_FEN} />
    </Form.Item>
  )
}

function CashAmount() {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item
      name={['terms', 'amountFen']}
      label={t('cashAmount')}
      extra={t('cashHint')}
      rules={[{ required: true, type: 'number', min: 1, message: t('cashRequired') }]}
    >
      <MoneyInput max={MAX_CASH_FEN} />
    </Form.Item>
  )
}

function PointsAmount() {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item
      name={['terms', 'points']}
      label={t('points')}
      rules={[{ required: true, type: 'number', min: 1, message: t('pointsRequired') }]}
    >
      <InputNumber className="w-full!" max={10_000_000} precision={0} suffix={t('pointsUnit')} />
    </Form.Item>
  )
}

function PointsDays() {
  const t = useTranslations('rewards.form')
  const validDays = ['terms', 'validDays']
  return (
    <div className="grid grid-cols-2 gap-4">
      <Form.Item
        name={validDays}
        label={t('pointsValidity')}
        rules={[{ required: true, type: 'number', min: 1, max: 3_650, message: t('pointsDaysRequired') }]}
      >
        <InputNumber className="w-full!" precision={0} suffix={t('daysUnit')} />
      </Form.Item>
      <Form.Item
        name={['terms', 'pendingDays']}
        label={t('pendingDays')}
        extra={t('pendingDaysHint')}
        dependencies={[validDays]}
        // Emptied again, they can be spent at once.
        normalize={(days: number | null) => days ?? undefined}
        rules={[
          { type: 'number', min: 1, max: 365, message: t('pendingDaysRange') },
          ({ getFieldValue }) => ({
            validator: (_, days: number | undefined) =>
              days === undefined || days < (getFieldValue(validDays) ?? 0)
                ? Promise.resolve()
                : Promise.reject(new Error(t('pendingDaysLong'))),
          }),
        ]}
      >
        <InputNumber className="w-full!" precision={0} placeholder={t('atOnce')} suffix={t('daysUnit')} />
      </Form.Item>
    </div>
  )
}

function Partner() {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item
      name={['terms', 'partner']}
      label={t('partner')}
      rules={[{ required: true, whitespace: true, message: t('partnerRequired') }]}
    >
      <Input maxLength={40} placeholder={t('partnerPlaceholder')} />
    </Form.Item>
  )
}

function HowToUse() {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item name={['terms', 'howToUse']} label={t('howToUse')} extra={t('howToUseHint')}>
      <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2, maxRows: 5 }} />
    </Form.Item>
  )
}
