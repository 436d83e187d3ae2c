'use client'

import { Form, InputNumber, Radio } from 'antd'
import { useTranslations } from 'next-intl'
import { InstantPicker } from '@/components/instant-picker'

/** How long what was granted lasts: for days, or until an instant. */
export function ValidityFields() {
  const t = useTranslations('rewards.form')
  const kind = Form.useWatch(['terms', 'validity', 'kind'])
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-4 max-sm:grid-cols-1">
      <Form.Item required name={['terms', 'validity', 'kind']} label={t('validity')}>
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
          name={['terms', 'validity', 'until']}
          label={t('until')}
          rules={[{ required: true, message: t('untilRequired') }]}
        >
          <InstantPicker />
        </Form.Item>
      ) : (
        <Form.Item
          key="days"
          name={['terms', 'validity', 'days']}
          label={t('days')}
          rules={[{ required: true, type: 'number', min: 1, max: 365, message: t('daysRequired') }]}
        >
          <InputNumber className="w-full!" precision={0} suffix={t('daysUnit')} />
        </Form.Item>
      )}
    </div>
  )
}
