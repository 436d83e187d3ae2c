'use client'

import { Form, Switch } from 'antd'
import { useTranslations } from 'next-intl'
import { isTaxable, type RewardKind, type TaxClass } from '@/schemas/reward'

/** Whether it is a prize won by chance, whose tax the organiser bears; other kinds say why they are exempt. */
export function TaxField({ kind }: { kind: RewardKind }) {
  const t = useTranslations('rewards.tax')
  if (!isTaxable(kind)) {
    return (
      <Form.Item required label={t('name')}>
        <span className="text-[13px] text-ink-soft">{t('exempt')}</span>
      </Form.Item>
    )
  }
  return (
    <Form.Item
      required
      name="taxClass"
      label={t('label')}
      extra={t('hint')}
      valuePropName="checked"
      getValueProps={(value: TaxClass | undefined) => ({ checked: value === 'incidental' })}
      normalize={(isOn: boolean): TaxClass => (isOn ? 'incidental' : 'exempt')}
    >
      <Switch />
    </Form.Item>
  )
}
