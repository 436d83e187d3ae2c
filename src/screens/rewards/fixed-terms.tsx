'use client'

import { Form, Input, InputNumber } from 'antd'
import { useTranslations } from 'next-intl'
import { Money } from '@/components/money'
import type { Reward } from './reward'
import { useCouponWords } from './use-coupon-words'

/** The form of a coupon that exists: what members were promised is shown, not edited. */
export function FixedTerms({ reward }: { reward: Reward }) {
  const t = useTranslations('rewards')
  const words = useCouponWords()
  return (
    <>
      <Form.Item
        name="title"
        label={t('form.name')}
        extra={t('form.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('form.nameRequired') }]}
      >
        <Input maxLength={40} showCount autoFocus />
      </Form.Item>
      <Form.Item
        name="stock"
        label={t('form.stock')}
        extra={t('form.stockHint', { taken: reward.taken })}
        rules={[
          { required: true, message: t('form.stockRequired') },
          { type: 'number', min: reward.taken, message: t('form.stockLow', { taken: reward.taken }) },
        ]}
      >
        <InputNumber
          className="w-full!"
          min={0}
          max={1_000_000_000}
          precision={0}
          suffix={t('form.stockUnit')}
        />
      </Form.Item>
      <section className="rounded-md bg-plaster px-4 py-3">
        <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
          <dt className="text-ink-faint">{t('columns.face')}</dt>
          <dd className="m-0">{words.face(reward.coupon)}</dd>
          <dt className="text-ink-faint">{t('columns.validity')}</dt>
          <dd className="m-0">{words.validity(reward.coupon)}</dd>
          <dt className="text-ink-faint">{t('columns.reserved')}</dt>
          <dd className="m-0">
            <Money fen={reward.reservedFenEach} />
          </dd>
        </dl>
        <p className="mt-3 mb-0 text-[13px] text-ink-faint">{t('form.termsFixed')}</p>
      </section>
    </>
  )
}
